#pragma once

#include "assembly/audited_events.h"
#include "audit/audit_log.h"
#include "audit/checkpoint_anchor.h"
#include "audit/checkpointer.h"
#include "audit/store_file.h"
#include "config/settings.h"
#include "health/health_registry.h"
#include "storage/database.h"

#include <QMap>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace gatehouse::assembly {

/// Signs checkpoints of a record with the key in a data folder. Fails when the key cannot be read or made.
[[nodiscard]] Result<std::unique_ptr<audit::Checkpointer>> openCheckpointer(const config::Settings &settings,
                                                                            storage::Database &database, const Clock &clock);

/// The public key that goes with that; empty while there is none.
[[nodiscard]] Result<QByteArray> verifierKeyOf(const config::Settings &settings);

/// The note that was signed last with it; empty when there is none.
[[nodiscard]] QByteArray lastNoteOf(const config::Settings &settings);

/// The server's record: who writes to it, and the thread that signs checkpoints of it. Public functions may be called from any
/// thread.
class AuditTrail
{
public:
    /// What the health check is called.
    static constexpr QByteArrayView kCheckName = "audit";

    /// What is borrowed outlives stop().
    [[nodiscard]] static Result<std::unique_ptr<AuditTrail>> open(const config::Settings &settings, storage::Database &database,
                                                                  const Clock &clock);
    ~AuditTrail();
    AuditTrail(const AuditTrail &) = delete;
    AuditTrail &operator=(const AuditTrail &) = delete;

    [[nodiscard]] auth::SecurityEvents &securityEvents() { return m_events; }
    [[nodiscard]] audit::AuditLog &log() { return m_log; }
    [[nodiscard]] audit::Checkpointer &checkpointer() { return *m_checkpointer; }

    using SettingTexts = QMap<QByteArray, QByteArray>; ///< see LoadedSettings::texts
    // These are of the thread that starts the server.
    void recordStart(const QByteArray &version, SettingTexts texts);
    /// Tells each setting that changed, old and new.
    void recordReload(const Result<void> &outcome, const SettingTexts &texts);
    /// Records that something the server needs is in trouble, or no longer.
    void recordHealth(const QByteArray &name, const health::CheckResult &result);
    /// Records what the server itself does, without waiting.
    void recordOwn(audit::Action action, audit::Outcome outcome, std::vector<audit::Fact> detail);
    [[nodiscard]] health::CheckResult check() const;
    /// Writes what was given, signs it, and touches the database no more.
    void stop();

private:
    AuditTrail(const config::Settings &settings, storage::Database &database, const Clock &clock,
               std::unique_ptr<audit::Checkpointer> checkpointer, std::vector<std::unique_ptr<audit::CheckpointAnchor>> anchors);
    void signRegularly();
    void sign();

    std::optional<audit::StoreFile> m_file; ///< of SQLite
    audit::AuditStore m_store;
    audit::AuditLog m_log;
    AuditedEvents m_events;
    const std::unique_ptr<audit::Checkpointer> m_checkpointer;
    const std::vector<std::unique_ptr<audit::CheckpointAnchor>> m_anchors;
    const quint64 m_entries; ///< these two say when to sign
    const std::chrono::seconds m_interval;
    SettingTexts m_settingTexts; ///< that are in force

    mutable std::mutex m_mutex; ///< of all below
    std::condition_variable m_stopped;
    bool m_stopping = false;
    QString m_problem; ///< why there was no checkpoint, or it went nowhere
    std::jthread m_signer;
};

} // namespace gatehouse::assembly
