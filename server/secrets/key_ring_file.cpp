#include "secrets/key_ring_file.h"

#include "secrets/byte_codec.h"
#include "secrets/sealer.h"

#include <algorithm>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView kPurpose = "gatehouse signing keys";
constexpr QByteArrayView kPlainMagic = "GHKEYS01";
constexpr qsizetype kLargestFile = 1024 * 1024;

} // namespace

KeyRingFile::KeyRingFile(QString path, std::shared_ptr<Sealer> sealer)
    : m_path(std::move(path))
    , m_sealer(std::move(sealer))
{
}

RingIdentity KeyRingFile::identity() const
{
    const std::optional<FileIdentity> file = identityOf(m_path);
    if (!file)
        return {};
    ByteWriter writer;
    writer.number(file->inode);
    writer.number(static_cast<quint64>(file->size));
    writer.number(static_cast<quint64>(file->changedNanoseconds));
    return writer.take().view().toByteArray();
}

Result<std::optional<RingReading>> KeyRingFile::readUnless(const std::optional<RingIdentity> &known) const
{
    RingIdentity now = identity();
    if (known == now)
        return std::nullopt;
    return RingReading{std::move(now), readFile()};
}

Result<StoredRing> KeyRingFile::change(const std::function<void(RingContent &)> &work) const
{
    const Result<FileLock> lock = FileLock::acquire(m_path);
    if (!lock)
        return std::unexpected(lock.error());
    Result<RingContent> content = readFile();
    if (!content)
        return std::unexpected(content.error());
    work(*content);
    if (const Result<void> written = writeFile(*content, *lock); !written)
        return std::unexpected(written.error());
    return StoredRing{identity(), std::move(*content)};
}

Result<RingContent> KeyRingFile::readFile() const
{
    const Result<std::optional<FileContent>> file = readSecretFile(m_path, kLargestFile);
    if (!file)
        return std::unexpected(file.error());
    if (!*file)
        return RingContent();
    if ((*file)->readableByOthers)
        return failure(ErrorKind::Unavailable, u"%1 can be read by others; run: chmod 600 %1"_s.arg(m_path));
    const QByteArrayView bytes = (*file)->bytes.view();
    std::optional<RingContent> content;
    if (Sealer::isSealed(bytes)) {
        if (!m_sealer)
            return failure(ErrorKind::Unavailable,
                           u"%1 is encrypted, and there is no passphrase: give SECRETS_PASSPHRASE, SECRETS_PASSPHRASE_FILE or a "
                           "systemd credential"_s.arg(m_path));
        const Result<SecretBytes> plain = m_sealer->open(kPurpose, bytes);
        if (!plain)
            return failure(plain.error().kind, u"%1 %2"_s.arg(m_path, plain.error().detail));
        content = decodedRing(plain->view());
    } else if (bytes.startsWith(kPlainMagic)) {
        content = decodedRing(bytes.sliced(kPlainMagic.size()));
    }
    if (!content)
        return failure(ErrorKind::Unavailable, u"%1 is damaged: it must hold whole keys, one of them active"_s.arg(m_path));
    return std::move(*content);
}

Result<void> KeyRingFile::writeFile(const RingContent &content, const FileLock &lock) const
{
    const SecretBytes plain = encodedRing(content);
    if (m_sealer) {
        const Result<QByteArray> sealed = m_sealer->seal(kPurpose, plain.view());
        return sealed ? replaceSecretFile(m_path, *sealed, lock) : std::unexpected(sealed.error());
    }
    SecretBytes marked = SecretBytes::ofSize(kPlainMagic.size() + plain.size());
    std::ranges::copy(kPlainMagic, marked.data());
    std::ranges::copy(plain.view(), marked.data() + kPlainMagic.size());
    return replaceSecretFile(m_path, marked.view(), lock);
}

} // namespace gatehouse::secrets
