#include "assembly/audited_events.h"

#include "audit/request_entry.h"

#include <pwd.h>
#include <unistd.h>

namespace gatehouse::assembly {

using audit::Action;
using audit::Entry;
using audit::Outcome;
using auth::SecurityAction;
using auth::SecurityEvent;

namespace {

Action actionOf(SecurityAction action)
{
    switch (action) {
    case SecurityAction::Register: return Action::AuthRegister;
    case SecurityAction::SignIn: return Action::AuthLogin;
    case SecurityAction::Refresh: return Action::AuthRefresh;
    case SecurityAction::ReuseDetected: return Action::AuthReuse;
    case SecurityAction::SignOut: return Action::AuthLogout;
    case SecurityAction::RevokeSession: return Action::SessionRevoke;
    case SecurityAction::ChangePassword: return Action::AuthPassword;
    case SecurityAction::AddUser: return Action::UserCreate;
    case SecurityAction::ChangeUser: return Action::UserUpdate;
    case SecurityAction::RemoveUser: return Action::UserDelete;
    }
    Q_UNREACHABLE();
}

} // namespace

audit::Actor commandLineActor()
{
    const passwd *const user = ::getpwuid(::geteuid()); // commands have one thread
    return {audit::Actor::Kind::CommandLine, user != nullptr ? QByteArray(user->pw_name) : QByteArray::number(::geteuid())};
}

Entry entryOf(const SecurityEvent &event, const audit::Actor &nobody)
{
    Entry entry;
    entry.action = actionOf(event.action);
    entry.actor = event.actor.isEmpty() ? nobody : audit::Actor{audit::Actor::Kind::User, event.actor};
    entry.target = event.target;
    entry.outcome = event.succeeded ? Outcome::Success : event.byOurTrouble ? Outcome::Failed : Outcome::Refused;
    entry.address = event.client == IpAddress() ? QByteArray() : event.client.toText();
    entry.requestId = event.requestId;
    entry.session = event.session;
    for (const auto &[name, value] : event.facts)
        entry.detail.push_back({name, value});
    audit::addHeaders(entry, event.noted);
    if (!event.reason.isEmpty())
        entry.detail.push_back({"reason", event.reason});
    return entry;
}

QCoro::Task<> AuditedEvents::record(SecurityEvent event)
{
    auth::logEvent(event);
    Entry entry = entryOf(event, {});
    // What cannot be written is counted, told of in health and later in the record; the act has happened.
    QCoro::Task<Result<quint64>> appended = m_log.append(std::move(entry));
    (void)co_await appended;
}

Result<void> AuditedEvents::recordWithin(QSqlDatabase &database, const SecurityEvent &event)
{
    const Result<void> recorded = m_log.appendWithin(database, entryOf(event, {}));
    if (recorded)
        auth::logEvent(event);
    return recorded;
}

QCoro::Task<> CommandEvents::record(SecurityEvent /*event*/)
{
    co_return;
}

Result<void> CommandEvents::recordWithin(QSqlDatabase &database, const SecurityEvent &event)
{
    Entry entry = entryOf(event, commandLineActor());
    entry.time = m_clock.preciseNow();
    audit::normalise(entry);
    const auto head = m_store.append(database, {&entry, 1});
    return head ? Result<void>() : std::unexpected(head.error());
}

} // namespace gatehouse::assembly
