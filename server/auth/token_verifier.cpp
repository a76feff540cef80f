#include "auth/token_verifier.h"

#include "auth/base64url.h"
#include "core/strict_json.h"

#include <QVarLengthArray>

#include <algorithm>

namespace gatehouse::auth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestHeader = 512;
constexpr std::chrono::seconds kLargestSkew{60};

/// Header parameters that change how a token is to be read or where its key comes from (RFC 7515, section 4.1;
/// RFC 7516; RFC 7797). This program makes none of them and believes none.
constexpr QLatin1StringView kRefusedParameters[] = {"crit"_L1, "zip"_L1, "cty"_L1, "enc"_L1, "b64"_L1,     "jku"_L1,
                                                    "jwk"_L1,  "x5u"_L1, "x5c"_L1, "x5t"_L1, "x5t#S256"_L1};

using Buffer = QVarLengthArray<char, 1024>;

bool decode(QByteArrayView text, Buffer &buffer)
{
    buffer.resize(decodedBase64UrlSize(text.size()));
    return decodeBase64Url(text, buffer.data());
}

} // namespace

TokenVerifier::TokenVerifier(const Snapshot<secrets::KeySet> &keys, TokenParty party, std::chrono::seconds skew,
                             const Clock &clock)
    : m_source(keys)
    , m_party(std::move(party))
    , m_skew(std::min(skew, kLargestSkew))
    , m_clock(clock)
{
}

std::expected<AccessClaims, const char *> TokenVerifier::verify(QByteArrayView token)
{
    if (token.size() > kLongestToken)
        return std::unexpected("too long");
    const qsizetype firstDot = token.indexOf('.');
    const qsizetype lastDot = token.lastIndexOf('.');
    if (firstDot <= 0 || lastDot == firstDot || token.indexOf('.', firstDot + 1) != lastDot)
        return std::unexpected("not three parts");

    followKeys();
    const std::expected<TokenKey *, const char *> key = keyFor(token.first(firstDot));
    if (!key)
        return std::unexpected(key.error());
    const WallTime now = m_clock.now();
    if (m_keySet->verifying((*key)->id(), now) == nullptr)
        return std::unexpected("retired key");
    if (!(*key)->verifies(token.first(lastDot), token.sliced(lastDot + 1)))
        return std::unexpected("wrong signature");

    Buffer payload;
    if (!decode(token.sliced(firstDot + 1, lastDot - firstDot - 1), payload))
        return std::unexpected("claims are not base64url");
    std::expected<AccessClaims, const char *> claims = readAccessClaims({payload.data(), payload.size()}, m_party);
    if (!claims)
        return claims;
    if (now >= claims->expiresAt + m_skew)
        return std::unexpected("expired");
    if (now + m_skew < claims->notBefore || now + m_skew < claims->issuedAt)
        return std::unexpected("not valid yet");
    return claims;
}

void TokenVerifier::followKeys()
{
    const quint64 generation = m_source.generation();
    if (generation == m_generation)
        return;
    m_generation = generation;
    m_keySet = m_source.get();
    m_keys.clear();
    for (const secrets::SigningKey &key : m_keySet->all()) {
        if (key.state != secrets::KeyState::Retired)
            m_keys.emplace_back(key);
    }
}

std::expected<TokenKey *, const char *> TokenVerifier::keyFor(QByteArrayView encodedHeader)
{
    // Nearly every header is one that this program wrote itself.
    for (TokenKey &key : m_keys) {
        if (encodedHeader == key.encodedHeader())
            return &key;
    }

    Buffer buffer;
    if (encodedHeader.size() > kLongestHeader || !decode(encodedHeader, buffer))
        return std::unexpected("header is not base64url");
    const Result<QJsonObject> header = parseStrictJsonObject({buffer.data(), buffer.size()});
    if (!header)
        return std::unexpected("header is not strict JSON");
    for (const QLatin1StringView name : kRefusedParameters) {
        if (header->contains(name))
            return std::unexpected("header parameter that is not allowed");
    }
    if (header->value("typ"_L1).toString() != "at+jwt"_L1)
        return std::unexpected("wrong type");
    TokenKey *const key = keyNamed(header->value("kid"_L1).toString().toUtf8());
    if (key == nullptr)
        return std::unexpected("unknown key");
    if (header->value("alg"_L1).toString() != QLatin1StringView(key->algorithmName()))
        return std::unexpected("not the key's algorithm");
    return key;
}

TokenKey *TokenVerifier::keyNamed(QByteArrayView id)
{
    const auto found = std::find_if(m_keys.begin(), m_keys.end(), [id](const TokenKey &key) { return key.id() == id; });
    return found == m_keys.end() ? nullptr : &*found;
}

} // namespace gatehouse::auth
