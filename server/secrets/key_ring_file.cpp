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
constexpr quint64 kMost = 1024; ///< keys, and spent secrets
constexpr qsizetype kLeastMaterial = 32;

quint64 number(WallTime time)
{
    return static_cast<quint64>(time.time_since_epoch().count());
}

WallTime timeFrom(quint64 value)
{
    return WallTime(std::chrono::milliseconds(static_cast<qint64>(value)));
}

SecretBytes encode(const RingContent &content)
{
    ByteWriter writer;
    writer.number(content.keys.size());
    for (const SigningKey &key : content.keys) {
        writer.bytes(key.id);
        writer.number(static_cast<quint64>(key.algorithm));
        writer.number(static_cast<quint64>(key.state));
        writer.number(number(key.created));
        writer.number(number(key.activated));
        writer.number(number(key.retiresAt));
        writer.bytes(key.givenAs);
        writer.number(key.barred ? 1 : 0);
        writer.bytes(key.material.view());
    }
    writer.number(content.spent.size());
    for (const SpentSecret &spent : content.spent) {
        writer.bytes(spent.fingerprint);
        writer.number(number(spent.since));
    }
    return writer.take();
}

bool isSound(const SigningKey &key)
{
    return !key.id.isEmpty() && key.material.size() >= kLeastMaterial
        && (key.algorithm == KeyAlgorithm::Hs256 || key.material.size() == kLeastMaterial);
}

/// Nothing when it is damaged.
std::optional<RingContent> decode(QByteArrayView text)
{
    ByteReader reader(text);
    RingContent content;
    const quint64 keys = reader.number();
    for (quint64 i = 0; reader.ok() && keys <= kMost && i < keys; ++i) {
        SigningKey key;
        key.id = reader.bytes().toByteArray();
        const quint64 algorithm = reader.number();
        const quint64 state = reader.number();
        key.created = timeFrom(reader.number());
        key.activated = timeFrom(reader.number());
        key.retiresAt = timeFrom(reader.number());
        key.givenAs = reader.bytes().toByteArray();
        key.barred = reader.number() != 0;
        key.material = SecretBytes(reader.bytes());
        if (algorithm > static_cast<quint64>(KeyAlgorithm::EdDsa) || state > static_cast<quint64>(KeyState::Retired))
            return std::nullopt;
        key.algorithm = static_cast<KeyAlgorithm>(algorithm);
        key.state = static_cast<KeyState>(state);
        content.keys.push_back(std::move(key));
    }
    const quint64 spent = reader.number();
    for (quint64 i = 0; reader.ok() && spent <= kMost && i < spent; ++i) {
        const QByteArray fingerprint = reader.bytes().toByteArray();
        content.spent.push_back({fingerprint, timeFrom(reader.number())});
    }
    const auto active = std::ranges::count(content.keys, KeyState::Active, &SigningKey::state);
    if (!reader.atEnd() || active != 1 || !std::ranges::all_of(content.keys, isSound))
        return std::nullopt;
    return content;
}

} // namespace

KeyRingFile::KeyRingFile(QString path, std::shared_ptr<Sealer> sealer)
    : m_path(std::move(path))
    , m_sealer(std::move(sealer))
{
}

Result<RingContent> KeyRingFile::read() const
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
        content = decode(plain->view());
    } else if (bytes.startsWith(kPlainMagic)) {
        content = decode(bytes.sliced(kPlainMagic.size()));
    }
    if (!content)
        return failure(ErrorKind::Unavailable, u"%1 is damaged: it must hold whole keys, one of them active"_s.arg(m_path));
    return std::move(*content);
}

Result<void> KeyRingFile::write(const RingContent &content, const FileLock &lock) const
{
    const SecretBytes plain = encode(content);
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
