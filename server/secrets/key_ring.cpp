#include "secrets/key_ring.h"

#include "core/random.h"
#include "core/strict_json.h"
#include "core/ulid.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype kSecretSize = 32;
constexpr qint64 kLargestFile = 256 * 1024;

constexpr std::array<std::pair<KeyState, const char16_t *>, 4> kStates{{
    {KeyState::Next, u"next"},
    {KeyState::Active, u"active"},
    {KeyState::VerifyOnly, u"verify-only"},
    {KeyState::Retired, u"retired"},
}};

QJsonObject toJson(const SigningKey &key)
{
    const auto state = std::find_if(kStates.begin(), kStates.end(), [&](const auto &known) { return known.first == key.state; });
    return {
        {u"id"_s, QString::fromLatin1(key.id)},
        {u"state"_s, QString::fromUtf16(state->second)},
        {u"created"_s, static_cast<qint64>(key.created.time_since_epoch().count())},
        {u"activated"_s, static_cast<qint64>(key.activated.time_since_epoch().count())},
        {u"retires_at"_s, static_cast<qint64>(key.retiresAt.time_since_epoch().count())},
        {u"material"_s, QString::fromLatin1(key.material.view().toByteArray().toBase64())},
    };
}

WallTime timeFrom(const QJsonValue &value)
{
    return WallTime(std::chrono::milliseconds(value.toInteger()));
}

std::optional<SigningKey> fromJson(const QJsonObject &object)
{
    const QString stateText = object.value(u"state"_s).toString();
    const auto state = std::find_if(kStates.begin(), kStates.end(),
                                    [&](const auto &known) { return stateText == QString::fromUtf16(known.second); });
    QByteArray material = QByteArray::fromBase64(object.value(u"material"_s).toString().toLatin1());
    if (state == kStates.end() || material.size() < kSecretSize)
        return std::nullopt;
    SigningKey key;
    key.id = object.value(u"id"_s).toString().toLatin1();
    key.state = state->first;
    key.created = timeFrom(object.value(u"created"_s));
    key.activated = timeFrom(object.value(u"activated"_s));
    key.retiresAt = timeFrom(object.value(u"retires_at"_s));
    key.material = SecretBytes::takeFrom(material);
    return key;
}

SigningKey copyOf(const SigningKey &key)
{
    return {key.id, key.algorithm, key.state, key.created, key.activated, key.retiresAt, key.material.clone()};
}

std::vector<SigningKey> copyOf(const std::vector<SigningKey> &keys)
{
    std::vector<SigningKey> copies;
    std::transform(keys.begin(), keys.end(), std::back_inserter(copies), [](const SigningKey &key) { return copyOf(key); });
    return copies;
}

Result<std::vector<SigningKey>> readKeys(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::vector<SigningKey>();
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestFile)
        return failure(ErrorKind::Unavailable, u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    if (file.permissions() & (QFile::ReadGroup | QFile::ReadOther))
        return failure(ErrorKind::Unavailable, u"%1 can be read by others; run: chmod 600 %1"_s.arg(path));
    QByteArray text = file.readAll();
    const Result<QJsonObject> object = parseStrictJsonObject(text);
    cleanse(text);
    std::vector<SigningKey> keys;
    int active = 0;
    for (const QJsonValue &value : object ? object->value(u"keys"_s).toArray() : QJsonArray()) {
        std::optional<SigningKey> key = fromJson(value.toObject());
        if (!key)
            return failure(ErrorKind::Unavailable, u"%1 holds a damaged key"_s.arg(path));
        active += key->state == KeyState::Active ? 1 : 0;
        keys.push_back(std::move(*key));
    }
    if (active != 1)
        return failure(ErrorKind::Unavailable, u"%1 is damaged: it must hold one active key"_s.arg(path));
    return keys;
}

Result<void> writeKeys(const QString &path, const std::vector<SigningKey> &keys)
{
    QJsonArray list;
    for (const SigningKey &key : keys)
        list.append(toJson(key));
    QByteArray text = QJsonDocument(QJsonObject{{u"keys"_s, list}}).toJson();
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text) == text.size() && file.commit();
    cleanse(text);
    if (!written)
        return failure(ErrorKind::Unavailable, u"%1 cannot be written: %2"_s.arg(path, file.errorString()));
    return {};
}

/// Takes the signing away from the active key.
void demoteActive(std::vector<SigningKey> &keys, WallTime until)
{
    for (SigningKey &key : keys) {
        if (key.state == KeyState::Active) {
            key.state = KeyState::VerifyOnly;
            key.retiresAt = until;
        }
    }
}

} // namespace

KeyRing::KeyRing(QString path, std::chrono::seconds grace, const Clock &clock, std::vector<SigningKey> keys)
    : m_path(std::move(path))
    , m_grace(grace)
    , m_clock(clock)
    , m_keys(std::make_shared<const KeySet>(std::move(keys)))
{
}

SigningKey KeyRing::newKey(KeyState state) const
{
    SigningKey key;
    key.id = newUlid(m_clock.now());
    key.state = state;
    key.created = m_clock.now();
    key.activated = state == KeyState::Active ? m_clock.now() : WallTime{};
    key.material = randomSecret(kSecretSize);
    return key;
}

Result<std::unique_ptr<KeyRing>> KeyRing::open(const QString &path, std::optional<SecretBytes> given, std::chrono::seconds grace,
                                               const Clock &clock)
{
    Result<std::vector<SigningKey>> keys = readKeys(path);
    if (!keys)
        return std::unexpected(keys.error());
    std::unique_ptr<KeyRing> ring(new KeyRing(path, grace, clock, copyOf(*keys)));
    if (keys->empty()) {
        keys->push_back(ring->newKey(KeyState::Active));
        keys->push_back(ring->newKey(KeyState::Next));
    }
    if (given) {
        const auto active =
            std::find_if(keys->begin(), keys->end(), [](const SigningKey &key) { return key.state == KeyState::Active; });
        if (!equalInConstantTime(active->material.view(), given->view())) {
            demoteActive(*keys, clock.now() + grace);
            SigningKey key = ring->newKey(KeyState::Active);
            key.material = std::move(*given);
            keys->push_back(std::move(key));
        }
    }
    if (Result<void> stored = ring->store(std::move(*keys)); !stored)
        return std::unexpected(stored.error());
    return ring;
}

Result<void> KeyRing::rotate(Rotation rotation)
{
    const std::lock_guard lock(m_mutex);
    std::vector<SigningKey> keys = copyOf(m_keys.get()->all());
    demoteActive(keys, rotation == Rotation::Now ? m_clock.now() : m_clock.now() + m_grace);
    for (SigningKey &key : keys) {
        if (key.state == KeyState::Next) {
            key.state = KeyState::Active;
            key.activated = m_clock.now();
        }
    }
    keys.push_back(newKey(KeyState::Next));
    return store(std::move(keys));
}

Result<void> KeyRing::reload()
{
    const std::lock_guard lock(m_mutex);
    Result<std::vector<SigningKey>> keys = readKeys(m_path);
    if (!keys)
        return std::unexpected(keys.error());
    if (keys->empty())
        return failure(ErrorKind::Unavailable, u"%1 is gone"_s.arg(m_path));
    m_keys.set(std::make_shared<const KeySet>(std::move(*keys)));
    return {};
}

Result<void> KeyRing::store(std::vector<SigningKey> keys)
{
    std::erase_if(keys, [now = m_clock.now()](const SigningKey &key) {
        return key.state == KeyState::Retired || (key.state == KeyState::VerifyOnly && key.retiresAt <= now);
    });
    if (Result<void> written = writeKeys(m_path, keys); !written)
        return written;
    m_keys.set(std::make_shared<const KeySet>(std::move(keys)));
    return {};
}

} // namespace gatehouse::secrets
