#include "assembly/audit_keys.h"

#include "core/random.h"
#include "secrets/private_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <ranges>

using namespace Qt::StringLiterals;

namespace gatehouse::assembly {

using audit::Ed25519NoteSigner;
using audit::NoteVerifier;

namespace {

constexpr qsizetype kLargestOldKeys = 1024 * 1024;
constexpr qsizetype kLargestPublicKey = 4096;

/// A name that no other log has, for who gave none.
Result<QByteArray> nameFrom(const SecretBytes &key)
{
    const auto signer = Ed25519NoteSigner::make("gatehouse", key);
    if (!signer)
        return std::unexpected(signer.error());
    const QByteArray digest = QCryptographicHash::hash((*signer)->verifierKey(), QCryptographicHash::Sha256);
    return "gatehouse-" + digest.first(8).toHex();
}

audit::Entry stepOf(audit::Action action, const QByteArray &key)
{
    audit::Entry entry;
    entry.action = action;
    entry.target = key;
    entry.detail = {{"algorithm", "Ed25519"}, {"use", "checkpoints of this record"}};
    return entry;
}

/// A rotation by its three steps, as the record tells of them.
std::vector<audit::Entry> stepsOf(const QByteArray &before, const QByteArray &after)
{
    return {stepOf(audit::Action::KeyCreate, after), stepOf(audit::Action::KeyActivate, after),
            stepOf(audit::Action::KeyVerifyOnly, before)};
}

/// That the key `after` does not sign, though the steps have been told.
audit::Entry failedStep(const QByteArray &after, const Error &why)
{
    audit::Entry entry = stepOf(audit::Action::KeyActivate, after);
    entry.outcome = audit::Outcome::Failed;
    entry.detail.push_back({"reason", why.detail.toUtf8()});
    return entry;
}

} // namespace

AuditKeys::AuditKeys(const config::Settings &settings, std::shared_ptr<secrets::Sealer> sealer)
    : m_configuredOrigin(settings.audit.origin)
    , m_key(QDir(settings.app.dataDir).filePath(u"audit-key"_s), std::move(sealer))
    , m_publicKeyFile(QDir(settings.app.dataDir).filePath(u"audit-key.pub"_s))
    , m_oldKeysFile(QDir(settings.app.dataDir).filePath(u"audit-old-keys"_s))
    , m_lastNoteFile(QDir(settings.app.dataDir).filePath(u"audit-checkpoint"_s))
{
}

Result<std::vector<NoteVerifier>> AuditKeys::earlierKeys() const
{
    const auto file = secrets::readSecretFile(m_oldKeysFile, kLargestOldKeys);
    if (!file)
        return std::unexpected(file.error());
    std::vector<NoteVerifier> keys;
    if (!*file)
        return keys;
    for (const QByteArray &line : (*file)->bytes.view().toByteArray().split('\n')) {
        if (line.isEmpty())
            continue;
        Result<NoteVerifier> verifier = NoteVerifier::parse(line);
        if (!verifier)
            return failure(ErrorKind::Unavailable, u"%1 is damaged: %2"_s.arg(m_oldKeysFile, verifier.error().detail));
        keys.push_back(std::move(*verifier));
    }
    return keys;
}

Result<QByteArray> AuditKeys::nameBy(const SecretBytes &key, const std::vector<NoteVerifier> &earlier) const
{
    if (!m_configuredOrigin.isEmpty())
        return m_configuredOrigin;
    // The name that followed from the first key stays that of the record.
    return earlier.empty() ? nameFrom(key) : earlier.front().name();
}

Result<AuditKeys::Current> AuditKeys::signerBy(const SecretBytes &key) const
{
    Result<std::vector<NoteVerifier>> earlier = earlierKeys();
    const Result<QByteArray> origin = earlier ? nameBy(key, *earlier) : std::unexpected(earlier.error());
    if (!origin)
        return std::unexpected(origin.error());
    auto signer = Ed25519NoteSigner::make(*origin, key);
    if (!signer)
        return std::unexpected(signer.error());
    return Current{*origin, std::move(*signer), std::move(*earlier)};
}

Result<AuditKeys::Current> AuditKeys::open() const
{
    const Result<SecretBytes> key = m_key.open();
    Result<Current> current = key ? signerBy(*key) : std::unexpected(key.error());
    if (!current)
        return current;
    if (const Result<void> published = publish(current->signer->verifierKey()); !published)
        return std::unexpected(published.error());
    return current;
}

QByteArray AuditKeys::identity() const
{
    return m_key.identity();
}

Result<QByteArray> AuditKeys::publishedKey() const
{
    const auto file = secrets::readSecretFile(m_publicKeyFile, kLargestPublicKey);
    if (!file)
        return std::unexpected(file.error());
    if (!*file)
        return failure(ErrorKind::Unavailable, u"%1 is not there; a start of the server makes it"_s.arg(m_publicKeyFile));
    const Result<NoteVerifier> verifier = NoteVerifier::parse((*file)->bytes.view().toByteArray().trimmed());
    if (!verifier)
        return failure(ErrorKind::Unavailable, u"%1 is damaged: %2"_s.arg(m_publicKeyFile, verifier.error().detail));
    return verifier->verifierKey();
}

Result<void> AuditKeys::publish(const QByteArray &verifierKey) const
{
    if (publishedKey() == verifierKey)
        return {};
    const Result<secrets::FileLock> lock = secrets::FileLock::acquire(m_publicKeyFile);
    return lock ? secrets::replaceSecretFile(m_publicKeyFile, verifierKey + '\n', *lock) : std::unexpected(lock.error());
}

Result<QByteArray> AuditKeys::activeVerifierKey() const
{
    if (m_key.isClosed())
        return publishedKey();
    const Result<std::optional<SecretBytes>> key = m_key.read();
    if (!key)
        return std::unexpected(key.error());
    if (!*key)
        return QByteArray();
    const Result<Current> current = signerBy(**key);
    if (!current)
        return std::unexpected(current.error());
    return current->signer->verifierKey();
}

Result<std::vector<QByteArray>> AuditKeys::verifierKeys() const
{
    const Result<QByteArray> active = activeVerifierKey();
    if (!active)
        return std::unexpected(active.error());
    std::vector<QByteArray> keys;
    if (active->isEmpty())
        return keys;
    const Result<std::vector<NoteVerifier>> earlier = earlierKeys();
    if (!earlier)
        return std::unexpected(earlier.error());
    keys.reserve(1 + earlier->size());
    keys.push_back(*active);
    for (const auto &key : std::views::reverse(*earlier))
        keys.push_back(key.verifierKey());
    return keys;
}

QByteArray AuditKeys::lastNote() const
{
    QFile file(m_lastNoteFile);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<std::unique_ptr<audit::Checkpointer>> AuditKeys::openCheckpointer(storage::Database &database, const Clock &clock) const
{
    Result<Current> current = open();
    if (!current)
        return std::unexpected(current.error());
    auto checkpointer =
        std::make_unique<audit::Checkpointer>(database, std::move(current->signer), current->origin, m_lastNoteFile, clock);
    checkpointer->accept(std::move(current->earlier));
    return checkpointer;
}

Result<void> AuditKeys::retire(const QByteArray &verifierKey) const
{
    const Result<secrets::FileLock> lock = secrets::FileLock::acquire(m_oldKeysFile);
    const Result<std::vector<NoteVerifier>> earlier = lock ? earlierKeys() : std::unexpected(lock.error());
    if (!earlier)
        return std::unexpected(earlier.error());
    QByteArray list;
    for (const NoteVerifier &key : *earlier)
        list += key.verifierKey() + '\n';
    return secrets::replaceSecretFile(m_oldKeysFile, list + verifierKey + '\n', *lock);
}

Result<QByteArray> AuditKeys::rotate(storage::Database &database, const Tell &tell, const Clock &clock) const
{
    const Result<SecretBytes> before = m_key.open();
    const Result<Current> current = before ? signerBy(*before) : std::unexpected(before.error());
    if (!current)
        return std::unexpected(current.error());
    const QByteArray retired = current->signer->verifierKey();
    const SecretBytes after = randomSecret(Ed25519NoteSigner::kPrivateKeySize);
    const auto signer = Ed25519NoteSigner::make(current->origin, after);
    if (!signer)
        return std::unexpected(signer.error());
    const auto checkpointer = openCheckpointer(database, clock);
    if (!checkpointer)
        return std::unexpected(checkpointer.error());
    QByteArray next = (*signer)->verifierKey();
    if (const Result<void> told = tell(stepsOf(retired, next)); !told)
        return std::unexpected(told.error());
    // Before the key is replaced, so that no moment has a checkpoint whose key nobody knows.
    const auto announce = [&] {
        const Result<void> kept = retire(retired);
        return kept ? publish(next) : kept;
    };
    // Whoever trusts the old key alone finds the new one in what that has signed.
    const auto checkpoint = (*checkpointer)->sign();
    const Result<void> replaced = checkpoint ? m_key.replace(*before, after, announce) : std::unexpected(checkpoint.error());
    if (replaced)
        return next;
    (void)tell({failedStep(next, replaced.error())}); // the caller is told as well
    return std::unexpected(replaced.error());
}

} // namespace gatehouse::assembly
