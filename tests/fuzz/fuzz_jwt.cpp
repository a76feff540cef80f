// Access tokens. The input is tried as it is, and as the claims of a token with a right signature, so that what comes after the
// signature is reached too.
//
// Beyond not crashing: without the key nothing is accepted but what the server signed itself; and what is accepted has every
// claim that the rest of the server relies on.

#include "expect.h"

#include "core/base64url.h"
#include "auth/token_signer.h"
#include "auth/token_verifier.h"
#include "core/ulid.h"

#include <openssl/hmac.h>

#include <cstdint>

using namespace gatehouse;
using namespace std::chrono_literals;

namespace {

class FixedClock final : public Clock
{
public:
    [[nodiscard]] WallTime now() const override { return WallTime(std::chrono::seconds(1'800'000'000)); }
    [[nodiscard]] SteadyTime steadyNow() const override { return SteadyTime(1s); }
};

constexpr char kSecret[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

std::shared_ptr<const secrets::KeySet> keySet()
{
    std::vector<secrets::SigningKey> keys;
    secrets::SigningKey key;
    key.id = "key-1";
    key.state = secrets::KeyState::Active;
    key.material = SecretBytes(QByteArrayView(kSecret));
    keys.push_back(std::move(key));
    return std::make_shared<const secrets::KeySet>(std::move(keys));
}

QByteArray signedWithTheKey(const QByteArray &header, const QByteArray &claims)
{
    const QByteArray text = toBase64Url(header) + '.' + toBase64Url(claims);
    unsigned char mac[32];
    unsigned int size = sizeof mac;
    HMAC(EVP_sha256(), kSecret, sizeof kSecret - 1, reinterpret_cast<const unsigned char *>(text.constData()),
         static_cast<std::size_t>(text.size()), mac, &size);
    return text + '.' + toBase64Url({mac, static_cast<qsizetype>(size)});
}

struct World {
    FixedClock clock;
    Snapshot<secrets::KeySet> keys{keySet()};
    auth::TokenSettings settings;
    auth::TokenVerifier verifier{keys, settings, clock};
    auth::TokenSigner signer{keys, settings, clock};
    QByteArray genuine = signer
                             .sign({.subject = "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                                    .username = "alice",
                                    .role = Role::User,
                                    .session = "01ARZ3NDEKTSV4RRFFQ69G5FAW",
                                    .expiresAt = {}})
                             .value();
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static World world;
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));

    const auto verified = world.verifier.verify(input);
    GATEHOUSE_EXPECT(!verified || input == world.genuine);

    static const QByteArray kHeader = R"({"alg":"HS256","typ":"at+jwt","kid":"key-1"})";
    if (const auto accepted = world.verifier.verify(signedWithTheKey(kHeader, input))) {
        GATEHOUSE_EXPECT(isUlid(accepted->subject) && isUlid(accepted->session) && !accepted->username.isEmpty());
        GATEHOUSE_EXPECT(accepted->expiresAt + world.settings.skew > world.clock.now());
    }
    // A header of any content over good claims: only what names this key, type and algorithm may pass.
    static const QByteArray kClaims =
        R"({"iss":"gatehouse","aud":"gatehouse","sub":"01ARZ3NDEKTSV4RRFFQ69G5FAV","sid":"01ARZ3NDEKTSV4RRFFQ69G5FAW",)"
        R"("jti":"01ARZ3NDEKTSV4RRFFQ69G5FAX","iat":1800000000,"nbf":1800000000,"exp":1800000900,"role":"user","preferred_username":"alice"})";
    if (world.verifier.verify(signedWithTheKey(input, kClaims)))
        GATEHOUSE_EXPECT(input.contains("HS256") && input.contains("key-1") && input.contains("at+jwt"));
    return 0;
}
