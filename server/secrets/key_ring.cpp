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

KeyRing::KeyRing(std::shared_ptr<const KeyRingStore> store, KeyRingOptions options, const Clock &clock, KeyLifeListener listener)
    : m_store(std::move(store))
    , m_options(options)
    , m_clock(clock)
    , m_listener(std::move(listener))
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

Result<std::unique_ptr<KeyRing>> KeyRing::open(std::shared_ptr<const KeyRingStore> store, const std::optional<SecretBytes> &given,
                                               KeyRingOptions options, const Clock &clock, KeyLifeListener listener)
{
    if (const Result<void> usable = given ? checkGiven(*given) : Result<void>(); !usable)
        return std::unexpected(usable.error());
    std::unique_ptr<KeyRing> ring(new KeyRing(std::move(store), options, clock, std::move(listener)));
    const Result<void> opened = ring->change(*ring->m_store, [&](RingContent &content) {
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

KeyRing::Seen KeyRing::seen() const
{
    const std::lock_guard guard(m_mutex);
    return m_seen;
}

/// Has readers go by `content`. False when something else was taken in since `before`: it may be newer.
bool KeyRing::show(const Seen &before, RingIdentity identity, RingContent content)
{
    const std::lock_guard guard(m_mutex);
    if (m_seen.identity != before.identity)
        return false;
    const bool known = m_seen.usable && m_seen.identity == identity;
    m_seen = {std::move(identity), true};
    if (!known)
        m_keys.set(std::make_shared<const KeySet>(std::move(content.keys)));
    return true;
}

/// Leaves what is there alone until it changes.
bool KeyRing::shun(const Seen &before, RingIdentity identity)
{
    const std::lock_guard guard(m_mutex);
    if (m_seen.identity != before.identity)
        return false;
    m_seen = {std::move(identity), false};
    return true;
}

/// Changes what is kept now, and shows the change once it is durable.
Result<void> KeyRing::change(const KeyRingStore &store, const std::function<void(RingContent &)> &work)
{
    const Seen before = seen();
    std::vector<KeyStep> steps;
    Result<StoredRing> stored = store.change([&](RingContent &content) {
        const std::vector<KeyLife> lives = livesOf(content.keys);
        work(content);
        settle(content);
        steps = stepsBetween(lives, livesOf(content.keys)); // of the last attempt
    });
    if (!stored)
        return std::unexpected(stored.error());
    if (m_listener && !steps.empty())
        m_listener(steps);
    if (show(before, std::move(stored->identity), std::move(stored->content)))
        return {};
    // Another thread took something in meanwhile; which of the two is newer, the place knows.
    return refresh(store);
}

Result<void> KeyRing::rotate(Rotation rotation)
{
    return change(*m_store, [&](RingContent &content) {
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
    return change(*m_store, [&](RingContent &content) { adoptInto(content, given); });
}

bool KeyRing::isSuperseded(const SecretBytes &given) const
{
    return m_keys.get()->active().givenAs != fingerprintOf(given);
}

bool KeyRing::holdsRetired() const
{
    const WallTime now = m_clock.now();
    const std::shared_ptr<const KeySet> keys = m_keys.get();
    return std::ranges::any_of(keys->all(), [now](const SigningKey &key) { return hasRetired(key, now); });
}

Result<void> KeyRing::refresh(const KeyRingStore &store)
{
    while (true) {
        const Seen before = seen();
        Result<std::optional<RingReading>> reading = store.readUnless(before.identity);
        if (!reading)
            return std::unexpected(reading.error());
        if (!*reading)
            return before.usable && holdsRetired() ? change(store, [](RingContent &) { }) : Result<void>();
        RingReading &found = **reading;
        if (found.content && !found.content->keys.empty()) {
            (void)show(before, std::move(found.identity), std::move(*found.content));
        } else if (shun(before, std::move(found.identity))) {
            return found.content
                ? failure(ErrorKind::Unavailable, u"%1 is gone; the keys stay as they were"_s.arg(store.description()))
                : Result<void>(std::unexpected(found.content.error()));
        }
    }
}

} // namespace gatehouse::secrets
