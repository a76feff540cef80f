#include "assembly/audit_trail.h"

#include "assembly/part_settings.h"
#include "audit/signing_key_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSet>

using namespace Qt::StringLiterals;

namespace gatehouse::assembly {

using audit::Ed25519NoteSigner;

namespace {

Q_LOGGING_CATEGORY(lcAuditTrail, "gatehouse.audit", QtInfoMsg)

/// How often is looked whether there are enough entries for a checkpoint.
constexpr std::chrono::milliseconds kLookInterval{500};

/// A name that no other log has, for who gave none.
Result<QByteArray> nameFrom(const SecretBytes &key)
{
    const auto signer = Ed25519NoteSigner::make("gatehouse", key);
    if (!signer)
        return std::unexpected(signer.error());
    const QByteArray digest = QCryptographicHash::hash((*signer)->verifierKey(), QCryptographicHash::Sha256);
    return "gatehouse-" + digest.first(8).toHex();
}

QString keyFile(const config::Settings &settings)
{
    return QDir(settings.app.dataDir).filePath(u"audit-key"_s);
}

QByteArray shown(const AuditTrail::SettingTexts &texts, const QByteArray &key)
{
    return texts.contains(key) ? '"' + texts.value(key) + '"' : QByteArray("the default");
}

QString lastNoteFile(const config::Settings &settings)
{
    return QDir(settings.app.dataDir).filePath(u"audit-checkpoint"_s);
}

/// The signer, and the name it signs under.
struct NamedSigner {
    QByteArray origin;
    std::unique_ptr<Ed25519NoteSigner> signer;
};

Result<NamedSigner> signerOf(const config::Settings &settings)
{
    const Result<SecretBytes> key = audit::openSigningKeyFile(keyFile(settings));
    if (!key)
        return std::unexpected(key.error());
    const Result<QByteArray> origin = settings.audit.origin.isEmpty() ? nameFrom(*key) : settings.audit.origin;
    if (!origin)
        return std::unexpected(origin.error());
    auto signer = Ed25519NoteSigner::make(*origin, *key);
    if (!signer)
        return std::unexpected(signer.error());
    return NamedSigner{*origin, std::move(*signer)};
}

} // namespace

Result<std::unique_ptr<audit::Checkpointer>> openCheckpointer(const config::Settings &settings, storage::Database &database,
                                                              const Clock &clock)
{
    Result<NamedSigner> named = signerOf(settings);
    if (!named)
        return std::unexpected(named.error());
    return std::make_unique<audit::Checkpointer>(database, std::move(named->signer), named->origin, lastNoteFile(settings),
                                                 clock);
}

QByteArray lastNoteOf(const config::Settings &settings)
{
    QFile file(lastNoteFile(settings));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<QByteArray> verifierKeyOf(const config::Settings &settings)
{
    if (!QFileInfo::exists(keyFile(settings)))
        return QByteArray();
    const Result<NamedSigner> named = signerOf(settings);
    return named ? Result<QByteArray>(named->signer->verifierKey()) : std::unexpected(named.error());
}

Result<std::unique_ptr<AuditTrail>> AuditTrail::open(const config::Settings &settings, storage::Database &database,
                                                     const Clock &clock)
{
    auto checkpointer = openCheckpointer(settings, database, clock);
    if (!checkpointer)
        return std::unexpected(checkpointer.error());
    std::vector<std::unique_ptr<audit::CheckpointAnchor>> anchors;
    for (const QByteArray &setting : settings.audit.anchors) {
        auto anchor = audit::anchorFrom(setting);
        if (!anchor)
            return std::unexpected(anchor.error());
        anchors.push_back(std::move(*anchor));
    }
    return std::unique_ptr<AuditTrail>(new AuditTrail(settings, database, clock, std::move(*checkpointer), std::move(anchors)));
}

AuditTrail::AuditTrail(const config::Settings &settings, storage::Database &database, const Clock &clock,
                       std::unique_ptr<audit::Checkpointer> checkpointer,
                       std::vector<std::unique_ptr<audit::CheckpointAnchor>> anchors)
    : m_store([this] { return m_file ? m_file->check() : Result<void>(); })
    , m_log(database, m_store, clock, {})
    , m_events(m_log)
    , m_checkpointer(std::move(checkpointer))
    , m_anchors(std::move(anchors))
    , m_entries(static_cast<quint64>(settings.audit.checkpointEntries))
    , m_interval(settings.audit.checkpointInterval)
{
    if (database.dialect() == storage::Dialect::Sqlite)
        m_file.emplace(sqliteFile(settings));
    m_signer = std::jthread([this] { signRegularly(); });
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
    m_log.stop();
    sign();
}

void AuditTrail::recordStart(const QByteArray &version, SettingTexts texts)
{
    m_settingTexts = std::move(texts);
    recordOwn(audit::Action::ServerStart, audit::Outcome::Success, {{"version", version}});
}

void AuditTrail::recordReload(const Result<void> &outcome, const SettingTexts &texts)
{
    if (!outcome)
        return recordOwn(audit::Action::ConfigReload, audit::Outcome::Refused, {{"reason", inOneLine(outcome.error()).toUtf8()}});
    std::vector<audit::Fact> changes;
    QSet<QByteArray> keys(texts.keyBegin(), texts.keyEnd());
    keys.unite({m_settingTexts.keyBegin(), m_settingTexts.keyEnd()});
    for (const QByteArray &key : keys) {
        const QByteArray before = shown(m_settingTexts, key);
        const QByteArray after = shown(texts, key);
        if (before != after)
            changes.push_back({key, before + " became " + after});
    }
    m_settingTexts = texts;
    recordOwn(audit::Action::ConfigReload, audit::Outcome::Success, std::move(changes));
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
    audit::Entry entry;
    entry.actor.kind = audit::Actor::Kind::System;
    entry.action = action;
    entry.outcome = outcome;
    entry.detail = std::move(detail);
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

void AuditTrail::sign()
{
    const auto checkpoint = m_checkpointer->sign();
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
