#include "assembly/audited_shares.h"

#include "assembly/audited_events.h"
#include "audit/request_entry.h"

namespace gatehouse::assembly {

using audit::Action;
using audit::Actor;
using audit::Entry;
using audit::Outcome;
using http::Principal;
using sharing::ShareAction;
using sharing::ShareEvent;

namespace {

Action actionOf(ShareAction action)
{
    switch (action) {
    case ShareAction::Create: return Action::ShareCreate;
    case ShareAction::Open: return Action::ShareOpen;
    case ShareAction::Expire: return Action::ShareExpire;
    case ShareAction::Burn: return Action::ShareBurn;
    case ShareAction::Request: return Action::ShareRequest;
    case ShareAction::Answer: return Action::ShareAnswer;
    case ShareAction::Collect: return Action::ShareCollect;
    case ShareAction::CreateToken: return Action::TokenCreate;
    case ShareAction::UseToken: return Action::TokenUse;
    case ShareAction::RevokeToken: return Action::TokenRevoke;
    }
    Q_UNREACHABLE();
}

Actor::Kind kindOf(Principal::Kind kind)
{
    switch (kind) {
    case Principal::Kind::Anonymous: return Actor::Kind::Anonymous;
    case Principal::Kind::User: return Actor::Kind::User;
    case Principal::Kind::ShareToken: return Actor::Kind::ShareToken;
    case Principal::Kind::AdminToken: return Actor::Kind::AdminToken;
    case Principal::Kind::Agent: return Actor::Kind::Agent;
    }
    Q_UNREACHABLE();
}

} // namespace

Entry entryOf(const ShareEvent &event)
{
    Entry entry;
    entry.action = actionOf(event.action);
    entry.actor = {event.byServer ? Actor::Kind::System : kindOf(event.actorKind), event.actor};
    entry.target = event.target;
    entry.outcome = event.succeeded ? Outcome::Success : Outcome::Refused;
    entry.address = event.client == IpAddress() ? QByteArray() : event.client.toText();
    entry.requestId = event.requestId;
    for (const auto &[name, value] : event.facts)
        entry.detail.push_back({name, value});
    audit::addHeaders(entry, event.noted);
    return entry;
}

Result<void> AuditedShares::recordWithin(QSqlDatabase &database, std::span<const ShareEvent> events)
{
    std::vector<Entry> entries;
    entries.reserve(events.size());
    for (const ShareEvent &event : events)
        entries.push_back(entryOf(event));
    return m_log.appendWithin(database, entries);
}

QCoro::Task<> AuditedShares::record(ShareEvent event)
{
    Entry entry = entryOf(event);
    // What cannot be written is counted, told of in health and later in the record; the act has happened.
    (void)co_await m_log.append(std::move(entry));
}

Result<void> CommandShares::recordWithin(QSqlDatabase &database, std::span<const ShareEvent> events)
{
    std::vector<Entry> entries;
    for (const ShareEvent &event : events) {
        Entry entry = entryOf(event);
        entry.actor = commandLineActor();
        entry.time = m_clock.preciseNow();
        audit::normalise(entry);
        entries.push_back(std::move(entry));
    }
    const auto head = m_store.append(database, entries);
    return head ? Result<void>() : std::unexpected(head.error());
}

QCoro::Task<> CommandShares::record(ShareEvent /*event*/)
{
    co_return;
}

} // namespace gatehouse::assembly
