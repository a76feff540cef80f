#include "secrets/key_ring.h"

#include "core/random.h"
#include "core/ulid.h"
#include "secrets/given_key.h"

#include <algorithm>
#include <utility>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaterialSize = 32;
constexpr std::size_t kMostSpent = 256;

/// Takes the signing away from the active key. One that a rotation ends is `barred`.
void demoteActive(std::vector<SigningKey> &keys, WallTime until, bool barred)
{
    for (SigningKey &key : keys) {
        if (key.state == KeyState::Active) {
            key.state = KeyState::VerifyOnly;
            key.retiresAt = until;
            key.barred = barred;
        }
    }
}

/// RFC 7518, section 3.2: no shorter than the hash.
Result<void> checkGiven(const SecretBytes &given)
{
    if (given.size() < kMaterialSize)
        return failure(ErrorKind::Invalid, u"JWT_SECRET must be at least %1 bytes"_s.arg(kMaterialSize));
    return {};
}

bool hasRetired(const SigningKey &key, WallTime now)
{
    return key.state == KeyState::Retired || (key.state == KeyState::VerifyOnly && key.retiresAt <= now);
}

} // namespace

KeyRing::KeyRing(KeyRingFile file, KeyRingOptions options, const Clock &clock)
    : m_file(std::move(file))
    , m_options(options)
    , m_clock(clock)
    , m_keys(std::make_shared<const KeySet>(std::vector<SigningKey>()))
{
}

SigningKey KeyRing::newKey(KeyState state) const
{
    SigningKey key;
    key.id = newUlid(m_clock.now());
    key.algorithm = m_options.algorithm;
    key.state = state;
    key.created = m_clock.now();
    key.activated = state == KeyState::Active ? m_clock.now() : WallTime{};
    key.material = randomSecret(kMaterialSize);
    return key;
}

Result<std::unique_ptr<KeyRing>> KeyRing::open(KeyRingFile file, const std::optional<SecretBytes> &given, KeyRingOptions options,
                                               const Clock &clock)
{
    if (const Result<void> usable = given ? checkGiven(*given) : Result<void>(); !usable)
        return std::unexpected(usable.error());
    std::unique_ptr<KeyRing> ring(new KeyRing(std::move(file), options, clock));
    const Result<void> opened = ring->change([&](RingContent &content) {
        if (given)
            ring->adoptInto(content, *given);
    });
    if (!opened)
        return std::unexpected(opened.error());
    return ring;
}

/// Makes `key` the one that signs.
void KeyRing::activate(RingContent &content, SigningKey key) const
{
    key.state = KeyState::Active;
    key.activated = m_clock.now();
    key.retiresAt = {};
    std::erase_if(content.keys, [&key](const SigningKey &other) { return other.id == key.id; });
    content.keys.push_back(std::move(key));
}

void KeyRing::adoptInto(RingContent &content, const SecretBytes &given) const
{
    SigningKey key = keyFromGiven(given, m_options.algorithm);
    const bool spent = std::ranges::find(content.spent, key.givenAs, &SpentSecret::fingerprint) != content.spent.end();
    const bool barred = std::ranges::any_of(
        content.keys, [&key](const SigningKey &known) { return known.givenAs == key.givenAs && known.barred; });
    const bool active = std::ranges::any_of(
        content.keys, [&key](const SigningKey &known) { return known.id == key.id && known.state == KeyState::Active; });
    if (spent || barred || active)
        return;
    demoteActive(content.keys, m_clock.now() + m_options.grace, false);
    key.created = m_clock.now();
    activate(content, std::move(key));
}

/// Brings a ring into the form that holds between changes: one active and one next key of the wanted algorithm, nothing retired.
void KeyRing::settle(RingContent &content) const
{
    const WallTime now = m_clock.now();
    std::erase_if(content.keys,
                  [&](const SigningKey &key) { return key.state == KeyState::Next && key.algorithm != m_options.algorithm; });
    const auto active = std::ranges::find(content.keys, KeyState::Active, &SigningKey::state);
    if (active == content.keys.end() || active->algorithm != m_options.algorithm) {
        demoteActive(content.keys, now + m_options.grace, false);
        activate(content, newKey(KeyState::Active));
    }
    if (std::ranges::find(content.keys, KeyState::Next, &SigningKey::state) == content.keys.end())
        content.keys.push_back(newKey(KeyState::Next));

    for (const SigningKey &key : content.keys) {
        if (hasRetired(key, now) && key.barred && !key.givenAs.isEmpty())
            content.spent.push_back({key.givenAs, key.retiresAt});
    }
    std::erase_if(content.keys, [now](const SigningKey &key) { return hasRetired(key, now); });
    if (content.spent.size() > kMostSpent)
        content.spent.erase(content.spent.begin(), content.spent.end() - kMostSpent);
}

/// Changes what the file says now, and shows the change once it is on the disk.
Result<void> KeyRing::change(const std::function<void(RingContent &)> &work)
{
    const std::lock_guard guard(m_mutex);
    const Result<FileLock> lock = m_file.lock();
    if (!lock)
        return std::unexpected(lock.error());
    Result<RingContent> content = m_file.read();
    if (!content)
        return std::unexpected(content.error());
    work(*content);
    settle(*content);
    if (Result<void> written = m_file.write(*content, *lock); !written)
        return written;
    m_seen = m_file.identity();
    publish(std::move(*content));
    return {};
}

void KeyRing::publish(RingContent content)
{
    m_spent = std::move(content.spent);
    m_keys.set(std::make_shared<const KeySet>(std::move(content.keys)));
}

Result<void> KeyRing::rotate(Rotation rotation)
{
    return change([&](RingContent &content) {
        const WallTime now = m_clock.now();
        demoteActive(content.keys, rotation == Rotation::Now ? now : now + m_options.grace, true);
        if (rotation == Rotation::Now) {
            // Whoever read the active key may have read the next one as well.
            std::erase_if(content.keys, [](const SigningKey &key) { return key.state == KeyState::Next; });
            for (SigningKey &key : content.keys) {
                key.retiresAt = now;
                key.barred = true;
            }
        }
        const auto next = std::ranges::find(content.keys, KeyState::Next, &SigningKey::state);
        SigningKey key = next == content.keys.end() ? newKey(KeyState::Active) : next->clone();
        activate(content, std::move(key));
    });
}

Result<void> KeyRing::adopt(const SecretBytes &given)
{
    if (const Result<void> usable = checkGiven(given); !usable)
        return usable;
    return change([&](RingContent &content) { adoptInto(content, given); });
}

bool KeyRing::isSuperseded(const SecretBytes &given) const
{
    return m_keys.get()->active().givenAs != fingerprintOf(given);
}

Result<void> KeyRing::refresh()
{
    {
        const std::lock_guard guard(m_mutex);
        if (const std::optional<FileIdentity> identity = m_file.identity(); identity != m_seen) {
            m_seen = identity; // also when it cannot be read: that is said once
            Result<RingContent> content = m_file.read();
            if (!content)
                return std::unexpected(content.error());
            if (content->keys.empty())
                return failure(ErrorKind::Unavailable, u"%1 is gone; the keys stay as they were"_s.arg(m_file.path()));
            publish(std::move(*content));
        }
        const WallTime now = m_clock.now();
        const std::shared_ptr<const KeySet> keys = m_keys.get();
        if (std::ranges::none_of(keys->all(), [now](const SigningKey &key) { return hasRetired(key, now); }))
            return {};
    }
    return change([](RingContent &) { });
}

} // namespace gatehouse::secrets
