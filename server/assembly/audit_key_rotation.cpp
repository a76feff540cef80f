#include "assembly/audit_key_rotation.h"

#include "storage/statement.h"

#include <QLoggingCategory>
#include <QPromise>

using namespace Qt::StringLiterals;

namespace gatehouse::assembly {

namespace {

Q_LOGGING_CATEGORY(lcAuditKeys, "gatehouse.audit", QtInfoMsg)

/// What a caller may know: paths are for the log.
std::unexpected<Error> notDone(const char *what, const Error &why)
{
    qCWarning(lcAuditKeys).noquote() << what << why.detail;
    return failure(ErrorKind::Unavailable, u"the keys of the record cannot be reached; the server's log says why"_s);
}

} // namespace

AuditKeyRotation::AuditKeyRotation(AuditKeys keys, storage::Database &database, audit::AuditLog &log, const Clock &clock)
    : m_keys(std::move(keys))
    , m_database(database)
    , m_log(log)
    , m_clock(clock)
{
    m_inside.moveToThread(m_thread.handle());
}

AuditKeyRotation::~AuditKeyRotation()
{
    QMetaObject::invokeMethod(&m_inside, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.join();
}

audit::AuditKeyRouteParts AuditKeyRotation::routeParts()
{
    return {.list = [this] { return inThread([this] { return list(); }); },
            .rotate = [this](const audit::Entry &by) { return inThread([this, by] { return rotate(by); }); }};
}

audit::VerifierKeysFuture AuditKeyRotation::inThread(std::function<Result<audit::VerifierKeys>()> work)
{
    // Shared, as both threads hold it and either may let go of it first.
    auto promise = std::make_shared<QPromise<audit::VerifierKeysOutcome>>();
    audit::VerifierKeysFuture future = promise->future();
    promise->start();
    const auto perform = [promise, work = std::move(work)] {
        promise->addResult(std::make_shared<Result<audit::VerifierKeys>>(work()));
        promise->finish();
    };
    QMetaObject::invokeMethod(&m_inside, perform, Qt::QueuedConnection);
    return future;
}

Result<audit::VerifierKeys> AuditKeyRotation::list() const
{
    const auto keys = m_keys.verifierKeys();
    return keys ? keys : notDone("the public keys of the record cannot be read:", keys.error());
}

Result<audit::VerifierKeys> AuditKeyRotation::rotate(const audit::Entry &by)
{
    const AuditKeys::Tell tell = [this, &by](const std::vector<audit::Entry> &steps) {
        return m_database.runBlocking([&](QSqlDatabase &database) {
            std::vector<audit::Entry> entries;
            for (const audit::Entry &step : steps) {
                audit::Entry entry = by;
                entry.action = step.action;
                entry.target = step.target;
                entry.outcome = step.outcome;
                entry.detail.insert(entry.detail.end(), step.detail.begin(), step.detail.end());
                entries.push_back(std::move(entry));
            }
            return storage::inTransaction(database, storage::Beside::Others,
                                          [&] { return m_log.appendWithin(database, std::span(entries)); });
        });
    };
    const Result<QByteArray> rotated = m_keys.rotate(m_database, tell, m_clock);
    if (!rotated)
        return notDone("the key that signs checkpoints was not replaced:", rotated.error());
    return list();
}

} // namespace gatehouse::assembly
