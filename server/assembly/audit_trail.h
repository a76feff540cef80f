#pragma once

#include "assembly/audit_keys.h"
#include "assembly/audited_events.h"
#include "assembly/given_secrets.h"
#include "audit/audit_log.h"
#include "audit/checkpoint_anchor.h"
#include "audit/checkpointer.h"
#include "audit/log_file.h"
#include "audit/retention.h"
#include "audit/store_file.h"
#include "config/settings.h"
#include "health/health_registry.h"
#include "secrets/key_life.h"
#include "storage/database.h"

#include <QMap>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace gatehouse::assembly {

/// Where what was sealed goes.
[[nodiscard]] QString segmentFolder(const config::Settings &settings);

/// The server's record: who writes to it, and the thread that signs checkpoints of it. Public functions may be called from any
/// thread.
class AuditTrail
{
public:
    /// What the health check is called.
    static constexpr QByteArrayView kCheckName = "audit";

    /// What is borrowed outlives stop().
    [[nodiscard]] static Result<std::unique_ptr<AuditTrail>> open(const config::Settings &settings, const GivenSecrets &given,
                                                                  storage::Database &database, const Clock &clock);
    ~AuditTrail();
    AuditTrail(const AuditTrail &) = delete;
    AuditTrail &operator=(const AuditTrail &) = delete;

    [[nodiscard]] auth::SecurityEvents &securityEvents() { return m_events; }
    [[nodiscard]] audit::AuditLog &log() { return m_log; }

    using SettingTexts = QMap<QByteArray, QByteArray>; ///< see LoadedSettings::texts
    using Fingerprints = QMap<QByteArray, QByteArray>; ///< of secrets by name; see SecretFingerprints
    // These are of the thread that starts the server.
    /// Tells what the server was given.
    void recordStart(const QByteArray &version, SettingTexts texts, Fingerprints fingerprints);
    /// Tells each setting and each secret that changed, old and new.
    void recordReload(const Result<void> &outcome, const SettingTexts &texts, const Fingerprints &fingerprints);
    /// Tells what became of signing keys, without waiting. In any thread.
    void recordKeys(const std::vector<secrets::KeyStep> &steps);
    /// Records that something the server needs is in trouble, or no longer.
    void recordHealth(const QByteArray &name, const health::CheckResult &result);
    /// Records what the server itself does, without waiting.
    void recordOwn(audit::Action action, audit::Outcome outcome, std::vector<audit::Fact> detail);
    /// Has the file for log collectors opened anew: it may have been moved away.
    void reopenLogFile();
    [[nodiscard]] health::CheckResult check() const;
    /// Writes what was given, signs it, and touches the database no more.
    void stop();

private:
    AuditTrail(const config::Settings &settings, storage::Database &database, const Clock &clock, AuditKeys keys,
               std::unique_ptr<audit::Checkpointer> checkpointer, std::vector<std::unique_ptr<audit::CheckpointAnchor>> anchors);
    void append(audit::Entry entry);
    void recordSecrets(const Fingerprints &fingerprints);
    void signRegularly();
    void sign();
    [[nodiscard]] Result<void> followKey();
    void retainRegularly(const std::stop_token &stop);
    void writeLogRegularly();
    void writeLog();

    std::optional<audit::StoreFile> m_file; ///< of SQLite
    audit::AuditStore m_store;
    audit::AuditLog m_log;
    AuditedEvents m_events;
    const AuditKeys m_keys;
    QByteArray m_keyIdentity; ///< of the thread that signs
    const std::unique_ptr<audit::Checkpointer> m_checkpointer;
    const std::vector<std::unique_ptr<audit::CheckpointAnchor>> m_anchors;
    const quint64 m_entries; ///< these two say when to sign
    const std::chrono::seconds m_interval;
    std::optional<audit::Retention> m_retention; ///< nothing: entries stay
    const std::chrono::seconds m_retentionInterval;
    std::optional<audit::LogFile> m_logFile; ///< nothing: none is wanted
    SettingTexts m_settingTexts; ///< that are in force
    Fingerprints m_fingerprints; ///< of the secrets that are

    mutable std::mutex m_mutex; ///< of all below
    std::condition_variable m_stopped;
    bool m_stopping = false;
    QString m_problem; ///< why there was no checkpoint, or it went nowhere
    QString m_retentionProblem; ///< why what is old is still there
    QString m_logFileProblem;
    std::jthread m_signer;
    std::jthread m_logWriter; ///< where there is a file
    std::jthread m_retainer; ///< where entries do not stay
};

} // namespace gatehouse::assembly
