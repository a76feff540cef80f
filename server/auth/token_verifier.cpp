#include "auth/token_verifier.h"

#include "core/base64url.h"
#include "auth/flat_json.h"
#include "core/ulid.h"

#include <algorithm>
#include <array>

namespace gatehouse::auth {

namespace {

/// A whole second, unless it is so far off that the arithmetic below could overflow.
std::optional<WallTime> timeOf(const FlatJson &claims, QByteArrayView name)
{
    constexpr qint64 kYear3000 = 32'503'680'000;
    const std::optional<qint64> value = claims.number(name);
    if (!value || *value > kYear3000)
        return std::nullopt;
    return WallTime(std::chrono::seconds(*value));
}

} // namespace

TokenVerifier::TokenVerifier(const Snapshot<secrets::KeySet> &keys, TokenSettings settings, const Clock &clock)
    : m_keys(keys)
    , m_settings(std::move(settings))
    , m_clock(clock)
{
}

void TokenVerifier::prepareKeys(const secrets::KeySet &keys)
{
    if (m_preparedFrom == &keys)
        return;
    m_prepared.clear();
    for (const secrets::SigningKey &key : keys.all()) {
        if (std::unique_ptr<KeyOperations> operations = KeyOperations::make(key))
            m_prepared.push_back({key.id, std::move(operations)});
    }
    m_preparedFrom = &keys;
}

TokenVerifier::PreparedKey *TokenVerifier::keyOf(QByteArrayView encodedHeader)
{
    // A header as this server writes it is recognised by its bytes; others are read, and held to the same content.
    for (PreparedKey &key : m_prepared) {
        if (key.operations->encodedHeader() == encodedHeader)
            return &key;
    }
    std::array<char, kMostTokenBytes> buffer{};
    const qsizetype size = fromBase64Url(encodedHeader, buffer);
    const std::optional<FlatJson> header = size < 0 ? std::nullopt : FlatJson::parse({buffer.data(), size});
    // Exactly three members: `crit`, `zip`, `cty`, `jku`, `jwk`, `x5u` and whatever comes next are refused.
    if (!header || header->size() != 3 || header->string("typ") != "at+jwt")
        return nullptr;
    const auto found =
        std::ranges::find_if(m_prepared, [&header](const PreparedKey &key) { return key.id == header->string("kid"); });
    return found != m_prepared.end() && header->string("alg") == found->operations->algorithmName() ? &*found : nullptr;
}

std::expected<AccessClaims, const char *> TokenVerifier::verify(QByteArrayView token)
{
    if (token.size() > kMostTokenBytes)
        return std::unexpected("too long");
    const qsizetype firstDot = token.indexOf('.');
    const qsizetype secondDot = token.lastIndexOf('.');
    if (firstDot <= 0 || secondDot == firstDot)
        return std::unexpected("not a token");

    const secrets::KeySet &keys = m_keys.get();
    prepareKeys(keys);
    const PreparedKey *key = keyOf(token.first(firstDot));
    if (key == nullptr)
        return std::unexpected("header refused");
    if (keys.verifying(key->id, m_clock.now()) == nullptr)
        return std::unexpected("key retired");

    std::array<char, 96> signature{}; // Ed25519 takes 86 characters
    const QByteArrayView encodedSignature = token.sliced(secondDot + 1);
    const qsizetype signatureSize =
        encodedSignature.size() > std::ssize(signature) ? -1 : fromBase64Url(encodedSignature, signature);
    if (signatureSize < 0 || !key->operations->verify(token.first(secondDot), {signature.data(), signatureSize}))
        return std::unexpected("signature wrong");

    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): no request has 4 KiB cleared that are written next
    std::array<char, kMostTokenBytes> payload;
    const qsizetype payloadSize = fromBase64Url(token.sliced(firstDot + 1, secondDot - firstDot - 1), payload);
    const std::optional<FlatJson> claims = payloadSize < 0 ? std::nullopt : FlatJson::parse({payload.data(), payloadSize});
    if (!claims)
        return std::unexpected("claims unreadable");
    return check(*claims);
}

std::expected<AccessClaims, const char *> TokenVerifier::check(const FlatJson &claims) const
{
    if (claims.string("iss") != m_settings.issuer)
        return std::unexpected("other issuer");
    if (claims.string("aud") != m_settings.audience)
        return std::unexpected("other audience");

    const WallTime now = m_clock.now();
    const std::optional<WallTime> issued = timeOf(claims, "iat");
    const std::optional<WallTime> notBefore = timeOf(claims, "nbf");
    const std::optional<WallTime> expires = timeOf(claims, "exp");
    if (!issued || !notBefore || !expires || *expires <= *issued)
        return std::unexpected("times missing");
    if (now >= *expires + m_settings.skew)
        return std::unexpected("expired");
    if (*notBefore > now + m_settings.skew || *issued > now + m_settings.skew)
        return std::unexpected("not valid yet");

    const std::optional<Role> role = roleFromText(claims.string("role"));
    if (!role)
        return std::unexpected("role unknown");
    if (!isUlid(claims.string("sub")) || !isUlid(claims.string("sid")) || claims.string("jti").isEmpty()
        || claims.string("preferred_username").isEmpty())
        return std::unexpected("claims missing");
    return AccessClaims{.subject = claims.string("sub").toByteArray(),
                        .username = claims.string("preferred_username").toByteArray(),
                        .role = *role,
                        .session = claims.string("sid").toByteArray(),
                        .expiresAt = *expires};
}

} // namespace gatehouse::auth
