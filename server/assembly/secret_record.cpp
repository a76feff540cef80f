#include "assembly/secret_record.h"

#include "assembly/command_record.h"
#include "assembly/part_settings.h"
#include "secrets/keyed_hash.h"
#include "storage/server_key.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::assembly {

using audit::Action;
using audit::Entry;
using audit::Outcome;
using secrets::KeyState;
using secrets::SecretAct;

namespace {

constexpr qsizetype kKeySize = 32;
constexpr qsizetype kFingerprintSize = 16;

/// Without these the record may be out of reach, so they can be set right while it is.
constexpr std::array kLeadToTheRecord{secrets::kDatabaseUrlName, secrets::kDatabasePasswordName, secrets::kPassphraseName};

bool leadsToTheRecord(const SecretAct &act)
{
    return std::ranges::any_of(kLeadToTheRecord, [&act](const char *name) { return act.secret == name; });
}

Action actionOf(SecretAct::Kind kind)
{
    switch (kind) {
    case SecretAct::Kind::Set: return Action::SecretSet;
    case SecretAct::Kind::Generate: return Action::SecretGenerate;
    case SecretAct::Kind::Rotate: return Action::SecretRotate;
    case SecretAct::Kind::Export: return Action::SecretExport;
    }
    Q_UNREACHABLE();
}

Action actionOf(const secrets::KeyStep &step)
{
    if (step.made)
        return Action::KeyCreate;
    switch (step.key.state) {
    case KeyState::Next: return Action::KeyCreate;
    case KeyState::Active: return Action::KeyActivate;
    case KeyState::VerifyOnly: return Action::KeyVerifyOnly;
    case KeyState::Retired: return Action::KeyRetire;
    }
    Q_UNREACHABLE();
}

/// One run of the command line.
class CommandSecretActs final : public secrets::SecretActs
{
public:
    CommandSecretActs(const config::Settings &settings, secrets::SecretChain &chain, Terminal &terminal)
        : m_settings(settings)
        , m_chain(chain)
        , m_terminal(terminal)
    {
    }

    Result<void> announce(std::span<const SecretAct> acts) override
    {
        const Result<void> written = open();
        const Result<void> told = written ? write(acts, Outcome::Success, {}) : written;
        if (told)
            return {};
        if (!std::ranges::all_of(acts, leadsToTheRecord))
            return failure(ErrorKind::Unavailable,
                           u"the record cannot be written, so this cannot be done: "_s + told.error().detail);
        m_terminal.printError(u"gatehouse: warning: this is not in the record, which cannot be written: "_s
                              + told.error().detail);
        return {};
    }

    void withdraw(std::span<const SecretAct> acts, const Error &why) override
    {
        (void)write(acts, Outcome::Failed, why.detail.toUtf8()); // who did it is told of the failure anyhow
    }

    void tell(const std::vector<secrets::KeyStep> &steps) override
    {
        std::vector<Entry> entries;
        entries.reserve(steps.size());
        for (const secrets::KeyStep &step : steps)
            entries.push_back(entryOf(step, {}));
        const Result<void> opened = open();
        const Result<void> told = opened ? append(std::move(entries)) : opened;
        if (!told)
            m_terminal.printError(u"gatehouse: warning: what became of the keys is not in the record: "_s + told.error().detail);
    }

private:
    /// Once; without a record there is nothing to open.
    Result<void> open()
    {
        if (m_record)
            return {};
        const auto given = databaseSecretsFrom(m_chain);
        if (!given)
            return std::unexpected(given.error());
        auto record = CommandRecord::open(databaseTarget(m_settings, *given));
        if (!record)
            return std::unexpected(record.error());
        m_record = std::move(*record);
        return {};
    }

    Result<void> write(std::span<const SecretAct> acts, Outcome outcome, const QByteArray &reason)
    {
        if (!m_record)
            return {};
        const auto fingerprints = m_record->database().runBlocking(&SecretFingerprints::open);
        if (!fingerprints)
            return std::unexpected(fingerprints.error());
        std::vector<Entry> entries;
        for (const SecretAct &act : acts) {
            Entry entry;
            entry.action = actionOf(act.kind);
            entry.target = act.secret;
            entry.outcome = outcome;
            entry.detail = {{"place", act.place.toUtf8()}};
            if (act.value != nullptr)
                entry.detail.push_back({"fingerprint", fingerprints->of(act.secret, *act.value)});
            if (!reason.isEmpty())
                entry.detail.push_back({"reason", reason});
            entries.push_back(std::move(entry));
        }
        return append(std::move(entries));
    }

    Result<void> append(std::vector<Entry> entries) { return m_record ? m_record->append(std::move(entries)) : Result<void>(); }

    const config::Settings &m_settings;
    secrets::SecretChain &m_chain;
    Terminal &m_terminal;
    std::unique_ptr<CommandRecord> m_record; ///< null: not opened, or there is none
};

} // namespace

Result<SecretFingerprints> SecretFingerprints::open(QSqlDatabase &database)
{
    Result<SecretBytes> key = storage::serverKey(database, "audit-fingerprints", kKeySize);
    if (!key)
        return std::unexpected(key.error());
    return SecretFingerprints(std::move(*key));
}

QByteArray SecretFingerprints::of(const QByteArray &name, const SecretBytes &secret) const
{
    // Under a key for each name: who sees that two are equal learns more than which one changed.
    const QByteArray key = secrets::hmacSha256(m_key.view(), name);
    return secrets::hmacSha256(key, secret.view()).first(kFingerprintSize).toHex();
}

QMap<QByteArray, QByteArray> SecretFingerprints::of(const GivenSecrets &given) const
{
    QMap<QByteArray, QByteArray> fingerprints;
    for (const auto &[name, secret] : namedSecrets(given))
        fingerprints.insert(name, of(name, *secret));
    return fingerprints;
}

Entry entryOf(const secrets::KeyStep &step, const audit::Actor &actor)
{
    Entry entry;
    entry.actor = actor;
    entry.action = actionOf(step);
    entry.target = step.key.id;
    entry.detail = {{"algorithm", step.key.algorithm == secrets::KeyAlgorithm::Hs256 ? "HS256" : "EdDSA"},
                    {"from", step.key.given ? "JWT_SECRET" : "generated"}};
    if (step.key.state == KeyState::VerifyOnly)
        entry.detail.push_back({"until", toRfc3339(step.key.retiresAt)});
    return entry;
}

std::unique_ptr<secrets::SecretActs> openSecretActs(const config::Settings &settings, secrets::SecretChain &chain,
                                                    Terminal &terminal)
{
    return std::make_unique<CommandSecretActs>(settings, chain, terminal);
}

} // namespace gatehouse::assembly
