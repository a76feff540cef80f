#include "assembly/audit_keys.h"

#include "audit/signing_key_file.h"
#include "core/random.h"
#include "secrets/private_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <ranges>

using namespace Qt::StringLiterals;

namespace gatehouse::assembly {

using audit::Ed25519NoteSigner;
using audit::NoteVerifier;

namespace {

constexpr qsizetype kLargestOldKeys = 1024 * 1024;

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

AuditKeys::AuditKeys(const config::Settings &settings)
    : m_configuredOrigin(settings.audit.origin)
    , m_keyFile(QDir(settings.app.dataDir).filePath(u"audit-key"_s))
    , m_oldKeysFile(QDir(settings.app.dataDir).filePath(u"audit-old-keys"_s))
    , m_lastNoteFile(QDir(settings.app.dataDir).filePath(u"audit-checkpoint"_s))
{
}

Result<std::vector<QByteArray>> AuditKeys::earlierKeys() const
{
    const auto file = secrets::readSecretFile(m_oldKeysFile, kLargestOldKeys);
    if (!file)
        return std::unexpected(file.error());
    std::vector<QByteArray> keys;
    if (!*file)
        return keys;
    for (const QByteArray &line : (*file)->bytes.view().toByteArray().split('\n')) {
        if (!line.isEmpty())
            keys.push_back(line);
    }
    return keys;
}

Result<AuditKeys::Current> AuditKeys::open() const
{
    const Result<SecretBytes> key = audit::openSigningKeyFile(m_keyFile);
    if (!key)
        return std::unexpected(key.error());
    const Result<std::vector<QByteArray>> earlier = earlierKeys();
    if (!earlier)
        return std::unexpected(earlier.error());
    Current current;
    for (const QByteArray &text : *earlier) {
        Result<NoteVerifier> verifier = NoteVerifier::parse(text);
        if (!verifier)
            return failure(ErrorKind::Unavailable, u"%1 is damaged: %2"_s.arg(m_oldKeysFile, verifier.error().detail));
        current.earlier.push_back(std::move(*verifier));
    }
    // The name that followed from the first key stays that of the record.
    Result<QByteArray> origin = m_configuredOrigin.isEmpty() ? nameFrom(*key) : m_configuredOrigin;
    if (m_configuredOrigin.isEmpty() && !current.earlier.empty())
        origin = current.earlier.front().name();
    if (!origin)
        return std::unexpected(origin.error());
    auto signer = Ed25519NoteSigner::make(*origin, *key);
    if (!signer)
        return std::unexpected(signer.error());
    current.origin = *origin;
    current.signer = std::move(*signer);
    return current;
}

QByteArray AuditKeys::identity() const
{
    const auto identity = secrets::identityOf(m_keyFile);
    return identity ? QByteArray::number(identity->inode) + '/' + QByteArray::number(identity->changedNanoseconds) : QByteArray();
}

Result<std::vector<QByteArray>> AuditKeys::verifierKeys() const
{
    if (!QFileInfo::exists(m_keyFile))
        return std::vector<QByteArray>();
    const Result<Current> current = open();
    if (!current)
        return std::unexpected(current.error());
    std::vector<QByteArray> keys{current->signer->verifierKey()};
    keys.reserve(1 + current->earlier.size());
    for (const auto &earlier : std::views::reverse(current->earlier))
        keys.push_back(earlier.verifierKey());
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

Result<void> AuditKeys::replaceKey(const SecretBytes &before, const SecretBytes &after, const QByteArray &retired) const
{
    const Result<secrets::FileLock> lock = secrets::FileLock::acquire(m_keyFile);
    if (!lock)
        return std::unexpected(lock.error());
    const auto file = secrets::readSecretFile(m_keyFile, Ed25519NoteSigner::kPrivateKeySize);
    if (!file)
        return std::unexpected(file.error());
    if (!*file || !equalInConstantTime((*file)->bytes.view(), before.view()))
        return failure(ErrorKind::Conflict, u"%1 was changed meanwhile"_s.arg(m_keyFile));
    const Result<std::vector<QByteArray>> earlier = earlierKeys();
    const auto listLock = earlier ? secrets::FileLock::acquire(m_oldKeysFile) : std::unexpected(earlier.error());
    if (!listLock)
        return std::unexpected(listLock.error());
    QByteArray list;
    for (const QByteArray &key : *earlier)
        list += key + '\n';
    // First, so that no moment has a checkpoint whose key nobody knows.
    if (const Result<void> kept = secrets::replaceSecretFile(m_oldKeysFile, list + retired + '\n', *listLock); !kept)
        return kept;
    return secrets::replaceSecretFile(m_keyFile, after.view(), *lock);
}

Result<QByteArray> AuditKeys::rotate(storage::Database &database, const Tell &tell, const Clock &clock) const
{
    const Result<SecretBytes> before = audit::openSigningKeyFile(m_keyFile);
    const Result<Current> current = before ? open() : std::unexpected(before.error());
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
    // Whoever trusts the old key alone finds the new one in what that has signed.
    const auto checkpoint = (*checkpointer)->sign();
    const Result<void> replaced = checkpoint ? replaceKey(*before, after, retired) : std::unexpected(checkpoint.error());
    if (replaced)
        return next;
    (void)tell({failedStep(next, replaced.error())}); // the caller is told as well
    return std::unexpected(replaced.error());
}

} // namespace gatehouse::assembly
