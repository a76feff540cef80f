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

Outcome outcomeOf(const SecurityEvent &event)
{
    return event.succeeded ? Outcome::Success : event.byOurTrouble ? Outcome::Failed : Outcome::Refused;
}

/// What anybody may try without being anybody.
bool isOfAnybody(const SecurityEvent &event)
{
    using enum SecurityAction;
    return event.actor.isEmpty() && (event.action == SignIn || event.action == Refresh || event.action == Register);
}

/// What cannot be written is counted by the log.
void ignore(const Result<quint64> & /*sequence*/) { }

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
    entry.outcome = outcomeOf(event);
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

/// Whether it only counts; also records what was counted before, where that is due.
bool AuditedEvents::isFolded(const SecurityEvent &event)
{
    const SteadyTime now = m_clock.steadyNow();
    for (Entry &entry : m_folded.endOld(now))
        m_log.append(std::move(entry), ignore);
    if (event.succeeded || !isOfAnybody(event))
        return false;
    const QByteArray account = event.action == SecurityAction::SignIn ? event.target : QByteArray();
    return !m_folded.takes(actionOf(event.action), outcomeOf(event), account, now);
}

void AuditedEvents::endFolded()
{
    for (Entry &entry : m_folded.endAll())
        m_log.append(std::move(entry), ignore);
}

QCoro::Task<> AuditedEvents::record(SecurityEvent event)
{
    auth::logEvent(event);
    if (isFolded(event))
        co_return;
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
