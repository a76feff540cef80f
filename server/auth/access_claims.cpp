#include "auth/access_claims.h"

#include "auth/username.h"
#include "core/strict_json.h"
#include "core/ulid.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <cmath>
#include <string_view>

namespace gatehouse::auth {

using namespace Qt::StringLiterals;

namespace {

/// The claims in the order in which this program writes them.
enum Claim { Issuer, Audience, Subject, IssuedAt, NotBefore, Expiry, TokenId, RoleName, Session, Name, ClaimCount };
constexpr std::array<std::string_view, ClaimCount> kClaimNames{"iss", "aud", "sub",  "iat", "nbf",
                                                               "exp", "jti", "role", "sid", "preferred_username"};

constexpr bool isTime(int claim)
{
    return claim == IssuedAt || claim == NotBefore || claim == Expiry;
}

/// The claims as found. The views point into the text that was read, or into `owned`.
struct Found {
    std::array<QByteArrayView, ClaimCount> text{};
    std::array<qint64, ClaimCount> seconds{};
    std::array<QByteArray, ClaimCount> owned{};
    unsigned seen = 0; ///< one bit for each claim
    bool forAudience = false;
};

/// Reads the plain shape that this program writes: one flat object of known claims, strings without escapes in ASCII,
/// whole numbers. Says false for anything else, valid or not; the general reader then decides. It exists because a token
/// is read for every request.
class PlainReader
{
public:
    PlainReader(QByteArrayView json, const TokenParty &party)
        : m_at(json.begin())
        , m_end(json.end())
        , m_party(party)
    {
    }

    bool read(Found &found)
    {
        if (!take('{'))
            return false;
        int expected = 0; // most likely the claim that follows the last one
        do {
            QByteArrayView name;
            if (!readString(name) || !take(':'))
                return false;
            const int claim = claimNamed({name.data(), static_cast<size_t>(name.size())}, expected);
            if (claim < 0 || (found.seen & 1U << claim) != 0)
                return false;
            found.seen |= 1U << claim;
            const auto index = static_cast<size_t>(claim);
            if (isTime(claim) ? !readNumber(found.seconds[index]) : !readString(found.text[index]))
                return false;
            expected = claim + 1;
        } while (take(','));
        found.forAudience = found.text[Audience] == m_party.audience;
        return take('}') && m_at == m_end;
    }

private:
    bool take(char c)
    {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }

    static int claimNamed(std::string_view name, int expected)
    {
        if (expected < ClaimCount && name == kClaimNames[static_cast<size_t>(expected)])
            return expected;
        for (int claim = 0; claim < ClaimCount; ++claim) {
            if (name == kClaimNames[static_cast<size_t>(claim)])
                return claim;
        }
        return -1;
    }

    bool readString(QByteArrayView &text)
    {
        if (!take('"'))
            return false;
        const auto start = m_at;
        while (m_at != m_end && *m_at != '"') {
            if (*m_at < ' ' || *m_at > '~' || *m_at == '\\') // `char` may be signed or not: both ends are named
                return false;
            ++m_at;
        }
        text = QByteArrayView(start, m_at);
        return take('"');
    }

    bool readNumber(qint64 &number)
    {
        constexpr int kMostDigits = 15;
        const auto start = m_at;
        number = 0;
        for (; m_at != m_end && *m_at >= '0' && *m_at <= '9' && m_at - start < kMostDigits; ++m_at)
            number = number * 10 + (*m_at - '0');
        return m_at != start && (*start != '0' || m_at - start == 1);
    }

    QByteArrayView::iterator m_at;
    QByteArrayView::iterator m_end;
    const TokenParty &m_party;
};

bool holdsAudience(const QJsonValue &value, const QByteArray &audience)
{
    const QString wanted = QString::fromUtf8(audience);
    if (!value.isArray())
        return value.isString() && value.toString() == wanted;
    const QJsonArray list = value.toArray();
    bool holds = false;
    for (const QJsonValue &entry : list) {
        if (!entry.isString())
            return false;
        holds = holds || entry.toString() == wanted;
    }
    return holds;
}

/// The general reader: any claims set that RFC 7519 allows.
bool readAny(QByteArrayView json, const TokenParty &party, Found &found)
{
    const Result<QJsonObject> object = parseStrictJsonObject(json);
    if (!object)
        return false;
    for (int claim = 0; claim < ClaimCount; ++claim) {
        const auto index = static_cast<size_t>(claim);
        const QJsonValue value =
            object->value(QLatin1StringView(kClaimNames[index].data(), qsizetype(kClaimNames[index].size())));
        if (value.isUndefined())
            continue;
        found.seen |= 1U << claim;
        if (claim == Audience) {
            found.forAudience = holdsAudience(value, party.audience);
        } else if (isTime(claim)) {
            constexpr double kLatest = 1e15;
            const double seconds = value.toDouble(-1);
            if (!value.isDouble() || !(seconds >= 0 && seconds < kLatest))
                return false;
            found.seconds[index] = static_cast<qint64>(std::floor(seconds));
        } else if (value.isString()) {
            found.owned[index] = value.toString().toUtf8();
            found.text[index] = found.owned[index];
        } else {
            return false;
        }
    }
    return true;
}

WallTime timeOf(qint64 seconds)
{
    return WallTime(std::chrono::seconds(seconds));
}

} // namespace

QByteArray toJson(const AccessClaims &claims, const TokenParty &party)
{
    const auto quoted = [](const QByteArray &text) {
        // Issuer and audience are the operator's choice, so they may need escapes; an array of one string is cut down to it.
        const QByteArray array = QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
        return array.sliced(1, array.size() - 2);
    };
    const auto seconds = [](WallTime time) {
        return QByteArray::number(std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count());
    };
    const std::array<QByteArray, ClaimCount> values{
        quoted(party.issuer),      quoted(party.audience),    quoted(claims.subject), seconds(claims.issuedAt),
        seconds(claims.notBefore), seconds(claims.expiresAt), quoted(claims.tokenId), quoted(toText(claims.role)),
        quoted(claims.session),    quoted(claims.username),
    };
    QByteArray json;
    for (size_t claim = 0; claim < values.size(); ++claim)
        json += (claim == 0 ? "{\"" : ",\"") + QByteArray(kClaimNames[claim].data(), qsizetype(kClaimNames[claim].size()))
            + "\":" + values[claim];
    return json + '}';
}

std::expected<AccessClaims, const char *> readAccessClaims(QByteArrayView json, const TokenParty &party)
{
    Found found;
    if (!PlainReader(json, party).read(found)) {
        found = {};
        if (!readAny(json, party, found))
            return std::unexpected("claims are not strict JSON of the right types");
    }
    constexpr unsigned kRequired = (1U << ClaimCount) - 1 - (1U << Name);
    if ((found.seen & kRequired) != kRequired)
        return std::unexpected("a claim is missing");
    if (found.text[Issuer] != party.issuer)
        return std::unexpected("another issuer");
    if (!found.forAudience)
        return std::unexpected("another audience");
    const std::optional<Role> role = roleFromText(found.text[RoleName]);
    if (!role)
        return std::unexpected("unknown role");
    if (!isUlid(found.text[Subject]) || !isUlid(found.text[Session]) || !isUlid(found.text[TokenId]))
        return std::unexpected("an identifier is no ULID");
    // It becomes a header's value behind a proxy.
    if (!found.text[Name].isEmpty() && !Username::isValid(found.text[Name]))
        return std::unexpected("malformed user name");
    return AccessClaims{
        .subject = found.text[Subject].toByteArray(),
        .username = found.text[Name].toByteArray(),
        .role = *role,
        .session = found.text[Session].toByteArray(),
        .tokenId = found.text[TokenId].toByteArray(),
        .issuedAt = timeOf(found.seconds[IssuedAt]),
        .notBefore = timeOf(found.seconds[NotBefore]),
        .expiresAt = timeOf(found.seconds[Expiry]),
    };
}

} // namespace gatehouse::auth
