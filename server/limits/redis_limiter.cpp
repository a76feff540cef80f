#include "limits/redis_limiter.h"
#include "core/base64url.h"

#include "limits/charging.h"
#include "limits/gcra.h"

#include <QCryptographicHash>
#include <QFile>
#include <QtEndian>

#include <algorithm>

static void initialiseLuaResource()
{
    Q_INIT_RESOURCE(lua); // not from within a namespace
}

namespace gatehouse::limits {

namespace {

using storage::RedisCall;
using storage::RedisValue;

constexpr std::chrono::seconds kRetryWithoutRedis{1}; ///< Redis is back within a second of its return

QByteArray gcraScript()
{
    initialiseLuaResource();
    QFile file(QStringLiteral(":/gatehouse/lua/gcra.lua"));
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return file.readAll();
}

/// On the clock of this process. `ahead` was true on Redis's at some moment after `asked`, so nobody is held back too long.
SteadyTime arrivalAfter(SteadyTime asked, qint64 ahead)
{
    return asked + std::chrono::microseconds(ahead);
}

/// What the script needs to know of a policy, as it unpacks it.
using Numbers = std::array<char, 17>;

Numbers numbersOf(const Gcra &gcra, bool shadow)
{
    Numbers numbers;
    qToLittleEndian(gcra.interval, numbers.data());
    qToLittleEndian(gcra.tolerance, numbers.data() + 8);
    numbers[16] = shadow ? 1 : 0;
    return numbers;
}

} // namespace

/// One request's charges as words for Redis, and its reply as a verdict.
class RedisLimiter::Command
{
public:
    Command(const RedisLimiter &limiter, std::span<const Charge> charges)
    {
        Q_ASSERT(charges.size() <= kMaxCharges);
        for (const Charge &charge : charges.first(std::min(charges.size(), kMaxCharges))) {
            const Fingerprint fingerprint = fingerprintOf(charge, limiter.m_options.hashKey);
            const std::span known(m_items.data(), m_size);
            if (std::ranges::find(known, fingerprint, &Item::fingerprint) != known.end())
                continue;
            const Gcra gcra = Gcra::of(*charge.policy);
            m_items[m_size++] = {.fingerprint = fingerprint,
                                 .policy = charge.policy,
                                 .gcra = gcra,
                                 .key = limiter.redisKeyOf(fingerprint),
                                 .numbers = numbersOf(gcra, charge.policy->shadow)};
        }
        m_count = QByteArray::number(m_size);
    }

    /// Valid as long as this, `verb` and `script` are.
    [[nodiscard]] QVarLengthArray<QByteArrayView, 16> words(QByteArrayView verb, QByteArrayView script) const
    {
        QVarLengthArray<QByteArrayView, 16> words{verb, script, m_count};
        for (const Item &item : items())
            words.append(item.key);
        for (const Item &item : items())
            words.append(QByteArrayView(item.numbers.data(), std::ssize(item.numbers)));
        return words;
    }

    /// Nothing when the reply is not what the script returns.
    [[nodiscard]] std::optional<Verdict> verdict(const RedisValue &reply, RefusedCallers &refused, SteadyTime asked) const
    {
        if (!reply.isArrayOf(1 + 2 * m_size))
            return {};
        const auto number = [&](std::size_t i) { return reply.elements[i].integer; };
        const bool passes = number(0) != 0;
        Verdict verdict;
        for (std::size_t i = 0; i < m_size; ++i) {
            const Item &item = m_items[i];
            const qint64 ahead = number(1 + 2 * i);
            const bool refuses = number(2 + 2 * i) != 0;
            verdict.states.append(item.gcra.stateAt(ahead, refuses, item.policy));
            if (refuses && !item.policy->shadow)
                refused.remember(item.fingerprint, arrivalAfter(asked, ahead));
        }
        summarise(verdict);
        return verdict.allowed == passes ? std::optional(std::move(verdict)) : std::nullopt;
    }

private:
    struct Item {
        Fingerprint fingerprint;
        const Policy *policy = nullptr;
        Gcra gcra;
        QByteArray key;
        Numbers numbers{};
    };

    [[nodiscard]] std::span<const Item> items() const { return {m_items.data(), m_size}; }

    std::array<Item, kMaxCharges> m_items;
    std::size_t m_size = 0;
    QByteArray m_count;
};

RedisLimiter::RedisLimiter(std::shared_ptr<storage::RedisClient> client, RateLimiter &local, RedisLimiterOptions options,
                           RedisLimiterStatistics &statistics)
    : m_client(std::move(client))
    , m_local(local)
    , m_options(std::move(options))
    , m_keyStart(m_options.prefix + "{limits}")
    , m_statistics(statistics)
    , m_script(gcraScript())
    , m_scriptHash(QCryptographicHash::hash(m_script, QCryptographicHash::Sha1).toHex())
    , m_refused(m_options.rememberedCallers, m_options.resets)
{
}

std::optional<Verdict> RedisLimiter::refusedAlready(std::span<const Charge> charges, SteadyTime now) const
{
    Verdict verdict;
    for (const Charge &charge : charges) {
        if (charge.policy->shadow)
            continue;
        const std::optional<SteadyTime> arrival = m_refused.arrivalOf(fingerprintOf(charge, m_options.hashKey));
        const Gcra gcra = Gcra::of(*charge.policy);
        if (!arrival || gcra.conforms((*arrival - now).count()))
            continue;
        verdict.states.append(gcra.stateAt((*arrival - now).count(), true, charge.policy));
    }
    if (verdict.states.isEmpty())
        return {};
    summarise(verdict);
    m_statistics.remembered.add();
    return verdict;
}

QCoro::Task<Verdict> RedisLimiter::take(std::span<const Charge> charges, SteadyTime now)
{
    if (charges.empty())
        co_return Verdict();
    if (std::optional<Verdict> known = refusedAlready(charges, now))
        co_return std::move(*known);

    const Command command(*this, charges);
    const auto began = std::chrono::steady_clock::now();
    const auto words = command.words("EVALSHA", m_scriptHash);
    RedisCall call = m_client->call({words.data(), static_cast<std::size_t>(words.size())});
    Result<RedisValue> reply = co_await call;
    if (!reply && reply.error().kind == ErrorKind::NotFound) {
        m_statistics.scriptLoads.add();
        const auto spent = std::chrono::ceil<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
        const auto wholeWords = command.words("EVAL", m_script);
        RedisCall again =
            m_client->call({wholeWords.data(), static_cast<std::size_t>(wholeWords.size())}, m_client->deadline() - spent);
        reply = co_await again;
    }
    std::optional<Verdict> verdict;
    if (reply)
        verdict = command.verdict(*reply, m_refused, now);
    if (!verdict)
        co_return withoutRedis(charges, now);
    m_statistics.shared.add();
    co_return std::move(*verdict);
}

void RedisLimiter::charge(std::span<const Charge> charges, SteadyTime now)
{
    if (charges.empty() || refusedAlready(charges, now))
        return;
    const Command command(*this, charges);
    const auto words = command.words("EVALSHA", m_scriptHash);
    m_client->call({words.data(), static_cast<std::size_t>(words.size())});
}

Verdict RedisLimiter::withoutRedis(std::span<const Charge> charges, SteadyTime now)
{
    m_statistics.without.add();
    QVarLengthArray<Charge, kMaxCharges> counted;
    for (const Charge &charge : charges) {
        if (charge.policy->outage == Outage::Refuse && !charge.policy->shadow) {
            Verdict refused;
            refused.allowed = false;
            refused.policy = charge.policy;
            refused.retryAfter = kRetryWithoutRedis;
            refused.unavailable = true;
            refused.withoutShared = true;
            return refused;
        }
        if (charge.policy->outage == Outage::Local)
            counted.append(charge);
    }
    Verdict verdict = m_local.take({counted.data(), static_cast<std::size_t>(counted.size())}, now);
    verdict.withoutShared = true;
    return verdict;
}

QCoro::Task<bool> RedisLimiter::reset(const Policy &policy, QByteArrayView key)
{
    forget(policy, key);
    const bool knownHere = m_local.reset(policy, key);
    const QByteArray redisKey = redisKeyOf(policy, key);
    RedisCall call = m_client->call({"DEL", redisKey});
    const Result<RedisValue> reply = co_await call;
    co_return knownHere || (reply && reply->integer > 0);
}

void RedisLimiter::forget(const Policy &policy, QByteArrayView key)
{
    m_refused.forget(fingerprintOf({&policy, key}, m_options.hashKey));
}

QByteArray RedisLimiter::redisKeyOf(const Policy &policy, QByteArrayView key) const
{
    return redisKeyOf(fingerprintOf({&policy, key}, m_options.hashKey));
}

QByteArray RedisLimiter::redisKeyOf(const Fingerprint &fingerprint) const
{
    const std::array<quint64, 2> halves{fingerprint.low, fingerprint.high};
    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(halves.data()), sizeof halves);
    const QByteArray name = toBase64Url(bytes);
    QByteArray key(m_keyStart.size() + name.size(), Qt::Uninitialized);
    std::ranges::copy(name, std::ranges::copy(m_keyStart, key.begin()).out);
    return key;
}

} // namespace gatehouse::limits
