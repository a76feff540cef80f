#include "assembly/audit_trail.h"

#include "assembly/limits_redis.h"
#include "assembly/part_settings.h"
#include "assembly/redis_anchor.h"
#include "assembly/secret_record.h"
#include "audit/change_entries.h"

#include <QDir>
#include <QLoggingCategory>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::assembly {

namespace {

Q_LOGGING_CATEGORY(lcAuditTrail, "gatehouse.audit", QtInfoMsg)

/// How often is looked whether there are enough entries for a checkpoint.
constexpr std::chrono::milliseconds kLookInterval{500};

QByteArray shown(const AuditTrail::SettingTexts &texts, const QByteArray &key)
{
    return texts.contains(key) ? '"' + texts.value(key) + '"' : QByteArray("the default");
}

/// `a "1", b "2"`: what a fact can hold of many settings.
QByteArray listOf(const QMap<QByteArray, QByteArray> &texts)
{
    QByteArrayList list;
    for (const auto &[name, value] : texts.asKeyValueRange())
        list.append(name + " \"" + value + '"');
    return list.join(", ");
}

audit::Entry ownEntry(audit::Action action, audit::Outcome outcome)
{
    audit::Entry entry;
    entry.actor.kind = audit::Actor::Kind::System;
    entry.action = action;
    entry.outcome = outcome;
    return entry;
}

} // namespace

namespace {

Result<std::unique_ptr<audit::CheckpointAnchor>> redisAnchor(const QByteArray &key, const config::Settings &settings,
                                                             const GivenSecrets &given)
{
    if (!given.hasLimitsRedis())
        return failure(ErrorKind::Invalid, u"audit.anchors: there is no REDIS_URL for redis:%1"_s.arg(QString::fromUtf8(key)));
    auto options = LimitsRedis::optionsFor(settings, given);
    if (!options)
        return std::unexpected(options.error());
    return std::make_unique<RedisAnchor>(std::move(*options), key);
}

} // namespace

QString segmentFolder(const config::Settings &settings)
{
    return settings.audit.segmentFolder.isEmpty() ? QDir(settings.app.dataDir).filePath(u"audit-segments"_s)
                                                  : settings.audit.segmentFolder;
}

Result<std::unique_ptr<AuditTrail>> AuditTrail::open(const config::Settings &settings, const GivenSecrets &given,
                                                     storage::Database &database, const Clock &clock)
{
    const AuditKeys keys(settings, given.sealer);
    auto checkpointer = keys.openCheckpointer(database, clock);
    if (!checkpointer)
        return std::unexpected(checkpointer.error());
    std::vector<std::unique_ptr<audit::CheckpointAnchor>> anchors;
    for (const QByteArray &setting : settings.audit.anchors) {
        auto anchor = setting.startsWith("redis:") ? redisAnchor(setting.sliced(6), settings, given) : audit::anchorFrom(setting);
        if (!anchor)
            return std::unexpected(anchor.error());
        anchors.push_back(std::move(*anchor));
    }
    return std::unique_ptr<AuditTrail>(
        new AuditTrail(settings, database, clock, keys, std::move(*checkpointer), std::move(anchors)));
}

AuditTrail::AuditTrail(const config::Settings &settings, storage::Database &database, const Clock &clock, AuditKeys keys,
                       std::unique_ptr<audit::Checkpointer> checkpointer,
                       std::vector<std::unique_ptr<audit::CheckpointAnchor>> anchors)
    : m_store([this] { return m_file ? m_file->check() : Result<void>(); })
    , m_log(database, m_store, clock, {})
    , m_events(m_log, clock)
    , m_keys(std::move(keys))
    , m_keyIdentity(m_keys.identity())
    , m_checkpointer(std::move(checkpointer))
    , m_anchors(std::move(anchors))
    , m_entries(static_cast<quint64>(settings.audit.checkpointEntries))
    , m_interval(settings.audit.checkpointInterval)
    , m_retentionInterval(std::clamp<std::chrono::seconds>(settings.audit.retention / 24, 1s, 1h))
{
    if (database.dialect() == storage::Dialect::Sqlite)
        m_file.emplace(sqliteFile(settings));
    m_signer = std::jthread([this] { signRegularly(); });
    if (!settings.audit.logFile.isEmpty()) {
        m_logFile.emplace(database, settings.audit.logFile, QDir(settings.app.dataDir).filePath(u"audit-log-position"_s));
        m_logWriter = std::jthread([this] { writeLogRegularly(); });
    }
    if (settings.audit.retention == 0s)
        return;
    m_retention.emplace(database, m_log, *m_checkpointer, clock,
                        audit::Retention::Settings{.keep = settings.audit.retention,
                                                   .folder = segmentFolder(settings),
                                                   .patience = std::min<std::chrono::seconds>(settings.audit.retention, 24h)});
    m_retainer = std::jthread([this](const std::stop_token &stop) { retainRegularly(stop); });
}

AuditTrail::~AuditTrail()
{
    stop();
}

void AuditTrail::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_stopping, true))
            return;
    }
    m_stopped.notify_all();
    m_signer.join();
    m_retainer.request_stop();
    if (m_retainer.joinable())
        m_retainer.join();
    if (m_logWriter.joinable())
        m_logWriter.join();
    m_events.endFolded();
    m_log.stop();
    sign();
    if (m_logFile)
        writeLog();
}

void AuditTrail::recordStart(const QByteArray &version, SettingTexts texts, Fingerprints fingerprints)
{
    m_settingTexts = std::move(texts);
    m_fingerprints = std::move(fingerprints);
    recordOwn(audit::Action::ServerStart, audit::Outcome::Success,
              {{"version", version}, {"settings", listOf(m_settingTexts)}, {"fingerprints", listOf(m_fingerprints)}});
}

void AuditTrail::recordSecrets(const Fingerprints &fingerprints)
{
    QSet<QByteArray> names(fingerprints.keyBegin(), fingerprints.keyEnd());
    names.unite({m_fingerprints.keyBegin(), m_fingerprints.keyEnd()});
    for (const QByteArray &name : names) {
        const QByteArray before = m_fingerprints.value(name, "none");
        const QByteArray after = fingerprints.value(name, "none");
        if (before == after)
            continue;
        audit::Entry entry = ownEntry(audit::Action::SecretSet, audit::Outcome::Success);
        entry.target = name;
        entry.detail = {{"before", before}, {"fingerprint", after}, {"place", "what the server was given"}};
        append(std::move(entry));
    }
    m_fingerprints = fingerprints;
}

void AuditTrail::recordKeys(const std::vector<secrets::KeyStep> &steps)
{
    for (const secrets::KeyStep &step : steps)
        append(entryOf(step, {audit::Actor::Kind::System, {}}));
}

void AuditTrail::recordReload(const Result<void> &outcome, const SettingTexts &texts, const Fingerprints &fingerprints)
{
    if (!outcome)
        return recordOwn(audit::Action::ConfigReload, audit::Outcome::Refused, {{"reason", inOneLine(outcome.error()).toUtf8()}});
    std::vector<audit::Change> changes;
    QSet<QByteArray> keys(texts.keyBegin(), texts.keyEnd());
    keys.unite({m_settingTexts.keyBegin(), m_settingTexts.keyEnd()});
    for (const QByteArray &key : keys) {
        const QByteArray before = shown(m_settingTexts, key);
        const QByteArray after = shown(texts, key);
        if (before != after)
            changes.push_back({key, before, after});
    }
    m_settingTexts = texts;
    recordSecrets(fingerprints);
    for (audit::Entry &entry : doneChangeEntries(ownEntry(audit::Action::ConfigReload, audit::Outcome::Success), changes))
        append(std::move(entry));
}

void AuditTrail::recordHealth(const QByteArray &name, const health::CheckResult &result)
{
    if (name == kCheckName) // what keeps the record from being written cannot be written to it; its end is told of by audit.gap
        return;
    const bool well = result.status == health::Status::Healthy;
    recordOwn(well ? audit::Action::ServerRecover : audit::Action::ServerDegrade,
              well ? audit::Outcome::Success : audit::Outcome::Failed,
              {{"what", name}, {"status", health::toText(result.status)}, {"detail", result.detail.toUtf8()}});
}

void AuditTrail::recordOwn(audit::Action action, audit::Outcome outcome, std::vector<audit::Fact> detail)
{
    audit::Entry entry = ownEntry(action, outcome);
    entry.detail = std::move(detail);
    append(std::move(entry));
}

void AuditTrail::append(audit::Entry entry)
{
    m_log.append(std::move(entry), [](const Result<quint64> &) { }); // what cannot be written is counted, and told of
}

health::CheckResult AuditTrail::check() const
{
    const audit::LogStatus status = m_log.status();
    const std::lock_guard lock(m_mutex);
    if (!status.writable)
        return {health::Status::Unhealthy, u"the record cannot be written: "_s + status.reason};
    if (!m_problem.isEmpty())
        return {health::Status::Unhealthy, m_problem};
    if (!m_logFileProblem.isEmpty())
        return {health::Status::Degraded, m_logFileProblem};
    if (!m_retentionProblem.isEmpty())
        return {health::Status::Degraded, u"old entries stay: "_s + m_retentionProblem};
    const QString counts =
        u"%1 written since the start, %2 waiting, %3 lost"_s.arg(status.written).arg(status.waiting).arg(status.lost);
    return {status.lost == 0 ? health::Status::Healthy : health::Status::Degraded, counts};
}

void AuditTrail::signRegularly()
{
    auto signedAt = std::chrono::steady_clock::now();
    quint64 signedCount = 0;
    std::unique_lock lock(m_mutex);
    while (!m_stopped.wait_for(lock, kLookInterval, [this] { return m_stopping; })) {
        const quint64 written = m_log.status().written;
        const auto now = std::chrono::steady_clock::now();
        if (written - signedCount < m_entries && now - signedAt < m_interval)
            continue;
        signedAt = now;
        signedCount = written;
        lock.unlock();
        sign();
        lock.lock();
    }
}

/// Takes over the key that a command has put in place.
Result<void> AuditTrail::followKey()
{
    const QByteArray identity = m_keys.identity();
    if (identity == m_keyIdentity)
        return {};
    Result<AuditKeys::Current> current = m_keys.open();
    if (!current)
        return std::unexpected(current.error());
    // By its hash alone: the name and the key may look like a secret to the log.
    const QByteArray hash = current->signer->verifierKey().split('+').value(1);
    qCInfo(lcAuditTrail).noquote() << "checkpoints are signed by the key" << hash;
    m_checkpointer->use(std::move(current->signer), std::move(current->earlier));
    m_keyIdentity = identity;
    return {};
}

void AuditTrail::writeLogRegularly()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopped.wait_for(lock, kLookInterval, [this] { return m_stopping; })) {
        lock.unlock();
        writeLog();
        lock.lock();
    }
}

void AuditTrail::writeLog()
{
    const Result<void> written = m_logFile->write();
    const QString problem = written ? QString() : written.error().detail;
    const std::lock_guard lock(m_mutex);
    if (!problem.isEmpty() && problem != m_logFileProblem)
        qCWarning(lcAuditTrail).noquote() << problem;
    m_logFileProblem = problem;
}

void AuditTrail::reopenLogFile()
{
    if (m_logFile)
        m_logFile->reopen();
}

void AuditTrail::retainRegularly(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!m_stopped.wait_for(lock, m_retentionInterval, [this] { return m_stopping; })) {
        lock.unlock();
        const Result<quint64> dropped = m_retention->run(stop);
        if (dropped && *dropped > 0)
            qCInfo(lcAuditTrail) << *dropped << "entries were sealed and dropped";
        lock.lock();
        const QString problem = dropped ? QString() : dropped.error().detail;
        if (!problem.isEmpty() && problem != m_retentionProblem)
            qCWarning(lcAuditTrail).noquote() << "old entries stay:" << problem;
        m_retentionProblem = problem;
    }
}

void AuditTrail::sign()
{
    const Result<void> followed = followKey();
    const auto checkpoint = followed ? m_checkpointer->sign() : std::unexpected(followed.error());
    QString problem = checkpoint ? QString() : checkpoint.error().detail;
    for (const auto &anchor : m_anchors) {
        const Result<void> published = checkpoint && *checkpoint ? anchor->publish((*checkpoint)->note) : Result<void>();
        if (!published)
            problem = published.error().detail;
    }
    if (checkpoint && !*checkpoint) // nothing new, so nothing has become better
        return;
    const std::lock_guard lock(m_mutex);
    if (problem != m_problem && !problem.isEmpty())
        qCCritical(lcAuditTrail).noquote() << problem;
    m_problem = problem;
}

} // namespace gatehouse::assembly
