#include "audit/signing_key_file.h"

#include "audit/signed_note.h"
#include "core/random.h"
#include "secrets/private_file.h"
#include "secrets/sealer.h"

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

using secrets::FileContent;
using secrets::FileLock;
using secrets::Sealer;

namespace {

constexpr QByteArrayView kPurpose = "gatehouse audit key";
constexpr qsizetype kLargestFile = 4096;

Result<std::optional<FileContent>> readOwn(const QString &path)
{
    Result<std::optional<FileContent>> file = secrets::readSecretFile(path, kLargestFile);
    if (file && *file && (*file)->readableByOthers)
        return failure(ErrorKind::Unavailable, u"%1 can be read by others; run: chmod 600 %1"_s.arg(path));
    return file;
}

Result<SecretBytes> keyIn(FileContent file, const QString &path, Sealer *sealer)
{
    SecretBytes key;
    if (Sealer::isSealed(file.bytes.view())) {
        if (sealer == nullptr)
            return failure(ErrorKind::Unavailable,
                           u"%1 is encrypted, and there is no passphrase: give SECRETS_PASSPHRASE, SECRETS_PASSPHRASE_FILE or a "
                           "systemd credential"_s.arg(path));
        Result<SecretBytes> plain = sealer->open(kPurpose, file.bytes.view());
        if (!plain)
            return failure(plain.error().kind, u"%1 %2"_s.arg(path, plain.error().detail));
        key = std::move(*plain);
    } else {
        key = std::move(file.bytes);
    }
    if (key.size() != Ed25519NoteSigner::kPrivateKeySize)
        return failure(ErrorKind::Unavailable, u"%1 is damaged: it must hold the 32 bytes of a private key"_s.arg(path));
    return key;
}

Result<void> write(const QString &path, const SecretBytes &key, Sealer *sealer, const FileLock &lock)
{
    if (sealer == nullptr)
        return secrets::replaceSecretFile(path, key.view(), lock);
    const Result<QByteArray> sealed = sealer->seal(kPurpose, key.view());
    return sealed ? secrets::replaceSecretFile(path, *sealed, lock) : std::unexpected(sealed.error());
}

} // namespace

SigningKeyFile::SigningKeyFile(QString path, std::shared_ptr<Sealer> sealer)
    : m_path(std::move(path))
    , m_sealer(std::move(sealer))
{
}

Result<std::optional<SecretBytes>> SigningKeyFile::read() const
{
    Result<std::optional<FileContent>> file = readOwn(m_path);
    if (!file)
        return std::unexpected(file.error());
    if (!*file)
        return std::nullopt;
    Result<SecretBytes> key = keyIn(std::move(**file), m_path, m_sealer.get());
    if (!key)
        return std::unexpected(key.error());
    return std::move(*key);
}

Result<SecretBytes> SigningKeyFile::open() const
{
    // Two commands that start at once make one key.
    const Result<FileLock> lock = FileLock::acquire(m_path);
    if (!lock)
        return std::unexpected(lock.error());
    Result<std::optional<FileContent>> file = readOwn(m_path);
    if (!file)
        return std::unexpected(file.error());
    const bool isPlain = *file && !Sealer::isSealed((*file)->bytes.view());
    Result<SecretBytes> key = *file ? keyIn(std::move(**file), m_path, m_sealer.get())
                                    : Result<SecretBytes>(randomSecret(Ed25519NoteSigner::kPrivateKeySize));
    if (!key || (*file && !(isPlain && m_sealer)))
        return key;
    if (const Result<void> written = write(m_path, *key, m_sealer.get(), *lock); !written)
        return std::unexpected(written.error());
    return key;
}

bool SigningKeyFile::isClosed() const
{
    if (m_sealer)
        return false;
    const Result<std::optional<FileContent>> file = secrets::readSecretFile(m_path, kLargestFile);
    return file && *file && Sealer::isSealed((*file)->bytes.view());
}

Result<void> SigningKeyFile::replace(const SecretBytes &before, const SecretBytes &after,
                                     const std::function<Result<void>()> &announce) const
{
    const Result<FileLock> lock = FileLock::acquire(m_path);
    if (!lock)
        return std::unexpected(lock.error());
    const Result<std::optional<SecretBytes>> now = read();
    if (!now)
        return std::unexpected(now.error());
    if (!*now || !equalInConstantTime((*now)->view(), before.view()))
        return failure(ErrorKind::Conflict, u"%1 was changed meanwhile"_s.arg(m_path));
    if (const Result<void> announced = announce(); !announced)
        return announced;
    return write(m_path, after, m_sealer.get(), *lock);
}

QByteArray SigningKeyFile::identity() const
{
    const auto identity = secrets::identityOf(m_path);
    return identity ? QByteArray::number(identity->inode) + '/' + QByteArray::number(identity->changedNanoseconds) : QByteArray();
}

} // namespace gatehouse::audit
