#include "sharing/redis_secret_table.h"

#include "core/secret_bytes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace gatehouse::sharing {

using namespace Qt::StringLiterals;
using storage::RedisValue;

namespace {

constexpr int kSweptAtOnce = 256;
/// Between IPv4 and the IPv6-mapped form that addresses are kept in.
constexpr int kMappedBits = 96;

/// The first `count` bits of an address, as digits.
QByteArray bitsOf(const IpAddress &address, int count)
{
    QByteArray bits;
    for (int i = 0; i < count; ++i)
        bits.append((address.bytes()[static_cast<std::size_t>(i / 8)] >> (7 - i % 8)) & 1 ? '1' : '0');
    return bits;
}

/// What the addresses of a network have in common.
QByteArray bitsOf(const IpNetwork &network)
{
    const QByteArray text = network.toText();
    const qsizetype slash = text.indexOf('/');
    const QByteArray base = text.first(slash);
    const int prefix = text.sliced(slash + 1).toInt() + (base.contains(':') ? 0 : kMappedBits);
    return bitsOf(*IpAddress::parse(base), prefix);
}

/// Restrictions but for the passphrase, as take.lua reads them.
QByteArray restrictionsFor(const Restrictions &restrictions)
{
    QJsonArray networks;
    for (const IpNetwork &network : restrictions.networks)
        networks.append(QString::fromLatin1(bitsOf(network)));
    QJsonArray countries;
    for (const QByteArray &country : restrictions.countries)
        countries.append(QString::fromLatin1(country));
    QJsonArray asns;
    for (const quint32 asn : restrictions.asns)
        asns.append(QString::number(asn));
    return QJsonDocument(QJsonObject{{u"networks"_s, networks}, {u"countries"_s, countries}, {u"asns"_s, asns}})
        .toJson(QJsonDocument::Compact);
}

/// What is compared instead of the passphrase's hash: how long a comparison of these takes tells nothing about that.
QByteArray digestOf(const QByteArray &passphraseHash)
{
    return passphraseHash.isEmpty() ? QByteArray() : Restrictions::digestOf(passphraseHash);
}

QByteArray asnText(const Visitor &visitor)
{
    return visitor.asn ? QByteArray::number(*visitor.asn) : QByteArray();
}

std::unexpected<Error> notUnderstood()
{
    return failure(ErrorKind::Internal, u"Redis answered what no script of ours does"_s);
}

WallTime timeFrom(const QByteArray &milliseconds)
{
    return WallTime(std::chrono::milliseconds(milliseconds.toLongLong()));
}

/// What take.lua says, as far as it hands nothing out.
std::optional<TakeOutcome::Kind> refusalNamed(const QByteArray &name)
{
    using Kind = TakeOutcome::Kind;
    constexpr std::array<std::pair<QByteArrayView, Kind>, 7> kNames{{{"unknown", Kind::Unknown},
                                                                     {"gone", Kind::Gone},
                                                                     {"there", Kind::Handed},
                                                                     {"denied", Kind::Denied},
                                                                     {"missing", Kind::PassphraseMissing},
                                                                     {"wrong", Kind::PassphraseWrong},
                                                                     {"locked", Kind::Locked}}};
    const auto found = std::ranges::find(kNames, QByteArrayView(name), &std::pair<QByteArrayView, Kind>::first);
    return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

RedisSecretTable::RedisSecretTable(RedisShareLink &link, RedisHandOvers &handOvers, const SharingSettings &settings)
    : m_link(link)
    , m_handOvers(handOvers)
    , m_settings(settings)
{
}

QCoro::Task<Result<void>> RedisSecretTable::put(NewSecret secret)
{
    const std::chrono::milliseconds life = secret.expires - secret.created;
    const bool withReceipt = !secret.receiptHash.isEmpty();
    const std::chrono::milliseconds remembered = withReceipt ? life + m_settings.maxTtl : life;
    const qsizetype bytes = secret.data.size();
    QByteArrayList arguments{secret.id,
                             secret.data,
                             inMilliseconds(life),
                             inMilliseconds(remembered),
                             inMilliseconds(secret.expires),
                             "created",
                             inMilliseconds(secret.created)};
    const Restrictions &restrictions = secret.restrictions;
    if (!restrictions.networks.empty() || !restrictions.countries.isEmpty() || !restrictions.asns.empty())
        arguments << "restrictions" << restrictionsFor(restrictions);
    if (restrictions.needsPassphrase())
        arguments << "passphrase" << restrictions.passphraseDigest;
    if (withReceipt)
        arguments << "receipt" << secret.receiptHash;
    QCoro::Task<Result<RedisValue>> storing =
        m_link.run(m_put, {recordKey(secret.id), dataKey(secret.id), waitingKey()}, std::move(arguments), bytes);
    const Result<RedisValue> reply = co_await storing;
    if (!reply) {
        remove(secret.id); // it may have come there all the same
        co_return std::unexpected(reply.error());
    }
    co_return Result<void>();
}

void RedisSecretTable::remove(const QByteArray &id)
{
    m_link.call({"UNLINK", recordKey(id), dataKey(id)});
    m_link.call({"ZREM", waitingKey(), id});
}

QByteArrayList RedisSecretTable::takeArguments(const TakeRequest &request, const QByteArray &attempt) const
{
    const bool locks = m_settings.passphrasePolicy == PassphrasePolicy::Lock;
    return {request.id,
            attempt,
            inMilliseconds(request.now),
            inMilliseconds(m_settings.maxTtl),
            bitsOf(request.visitor.address, 128),
            request.visitor.address.toText(),
            request.visitor.country,
            asnText(request.visitor),
            digestOf(request.passphraseHash),
            QByteArray::number(m_settings.passphraseAttempts),
            inMilliseconds(locks ? m_settings.passphraseLock : std::chrono::seconds(0)),
            request.onlyLook ? "1" : "0",
            QByteArray::number(RedisShareLink::kSmall),
            inMilliseconds(RedisHandOvers::kReturnable)};
}

QCoro::Task<Result<RedisSecretTable::Taken>> RedisSecretTable::take(TakeRequest request)
{
    if (!m_link.isReady()) // nothing to be given back then
        co_return failure(ErrorKind::Unavailable, u"there is no connection to Redis"_s);
    const QByteArray &id = request.id;
    HandOver handOver{id, RedisHandOvers::newAttempt(), {recordKey(id), dataKey(id), handedKey(id), waitingKey()}, "waiting"};
    QCoro::Task<Result<RedisValue>> taking = m_link.run(m_take, handOver.keys, takeArguments(request, handOver.attempt));
    Result<RedisValue> reply = co_await taking;
    if (!reply) {
        if (!request.onlyLook && reply.error().kind == ErrorKind::Unavailable)
            m_handOvers.giveBack(std::move(handOver)); // it may have been handed out all the same
        co_return std::unexpected(reply.error());
    }
    if (reply->elements.empty())
        co_return notUnderstood();
    std::vector<RedisValue> &told = reply->elements;
    if (const auto refusal = refusalNamed(told[0].bytes)) {
        Taken taken{.outcome = {.kind = *refusal}};
        if (*refusal == TakeOutcome::Kind::PassphraseWrong && told.size() == 3) {
            taken.attempts = told[1].integer;
            taken.became = told[2].bytes;
        }
        if (*refusal == TakeOutcome::Kind::Locked && told.size() == 2)
            taken.outcome.retryAfter = std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(told[1].integer));
        co_return taken;
    }
    if (told[0].bytes != "handed" || told.size() != 4)
        co_return notUnderstood();
    const auto age = std::chrono::duration_cast<std::chrono::seconds>(request.now - timeFrom(told[1].bytes));
    QByteArray data = std::move(told[3].bytes);
    if (told[3].isNil()) {
        storage::RedisCall fetching = m_link.fetch(handOver.keys[2], told[2].integer);
        Result<RedisValue> fetched = co_await fetching;
        if (!fetched || fetched->isNil()) {
            m_handOvers.giveBack(std::move(handOver));
            co_return failure(ErrorKind::Unavailable, u"Redis did not answer in time"_s);
        }
        data = std::move(fetched->bytes);
    }
    co_return Taken{.outcome = {.kind = TakeOutcome::Kind::Handed, .data = std::move(data), .age = age},
                    .handOver = std::move(handOver)};
}

QCoro::Task<Result<Receipt>> RedisSecretTable::receipt(QByteArray id, QByteArray receiptHash, WallTime now)
{
    storage::RedisCall reading = m_link.call({"HMGET", recordKey(id), "receipt", "state", "created", "expires", "failed",
                                              "locked", "ended", "address", "country", "asn"});
    const Result<RedisValue> reply = co_await reading;
    if (!reply)
        co_return std::unexpected(reply.error());
    if (!reply->isArrayOf(10))
        co_return notUnderstood();
    const auto field = [&reply](std::size_t i) -> const QByteArray & { return reply->elements[i].bytes; };
    if (field(0).isEmpty() || !equalInConstantTime(field(0), receiptHash))
        co_return failure(ErrorKind::NotFound, u"no such secret"_s);
    const QByteArray &state = field(1);
    Receipt receipt{.created = timeFrom(field(2)), .expires = timeFrom(field(3)), .failedAttempts = field(4).toInt()};
    if (state == "waiting") {
        receipt.state = receipt.expires <= now ? Receipt::State::Expired
            : timeFrom(field(5)) > now         ? Receipt::State::Locked
                                               : Receipt::State::Waiting;
    } else if (state == "taken") {
        receipt.state = Receipt::State::Taken;
        receipt.taken = timeFrom(field(6));
        receipt.takenFrom.address = IpAddress::parse(field(7)).value_or(IpAddress());
        receipt.takenFrom.country = field(8);
        receipt.takenFrom.asn = asnFromText(field(9));
    } else {
        receipt.state = state == "burned" ? Receipt::State::Burned : Receipt::State::Destroyed;
    }
    co_return receipt;
}

QCoro::Task<Result<void>> RedisSecretTable::burn(QByteArray id, QByteArray receiptHash, WallTime now)
{
    QByteArrayList arguments{id, receiptHash, inMilliseconds(now), inMilliseconds(m_settings.maxTtl)};
    QCoro::Task<Result<RedisValue>> burning =
        m_link.run(m_burn, {recordKey(id), dataKey(id), waitingKey()}, std::move(arguments));
    const Result<RedisValue> reply = co_await burning;
    if (!reply)
        co_return std::unexpected(reply.error());
    if (reply->bytes == "gone")
        co_return failure(ErrorKind::Gone, u"the secret is not there any more"_s);
    if (reply->bytes != "burned")
        co_return failure(ErrorKind::NotFound, u"no such secret"_s);
    co_return Result<void>();
}

QCoro::Task<Result<RedisSecretTable::Swept>> RedisSecretTable::sweep(WallTime now)
{
    QCoro::Task<Result<RedisValue>> sweeping =
        m_link.run(m_sweep, {waitingKey()}, {inMilliseconds(now), QByteArray::number(kSweptAtOnce)});
    const Result<RedisValue> reply = co_await sweeping;
    if (!reply)
        co_return std::unexpected(reply.error());
    if (!reply->isArrayOf(2))
        co_return notUnderstood();
    Swept swept{.waiting = reply->elements[0].integer};
    for (const RedisValue &id : reply->elements[1].elements)
        swept.expired.append(id.bytes);
    swept.more = swept.expired.size() == kSweptAtOnce;
    co_return swept;
}

void RedisSecretTable::sweepAgain(const QByteArrayList &expired)
{
    QByteArrayList words{"ZADD", waitingKey()};
    for (const QByteArray &id : expired)
        words << "0" << id;
    m_link.call(words);
}

} // namespace gatehouse::sharing
