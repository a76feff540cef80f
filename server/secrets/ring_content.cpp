#include "secrets/ring_content.h"

#include "secrets/byte_codec.h"

#include <algorithm>

namespace gatehouse::secrets {

namespace {

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

bool isSound(const SigningKey &key)
{
    return !key.id.isEmpty() && key.material.size() >= kLeastMaterial
        && (key.algorithm == KeyAlgorithm::Hs256 || key.material.size() == kLeastMaterial);
}

} // namespace

SecretBytes encodedRing(const RingContent &content)
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

std::optional<RingContent> decodedRing(QByteArrayView text)
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

} // namespace gatehouse::secrets
