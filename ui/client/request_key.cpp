#include "client/request_key.h"

#include "client/aes_gcm.h"
#include "core/random.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/param_build.h>

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

constexpr char kInfo[] = "gatehouse secret request v1";
constexpr char kCurve[] = "prime256v1";

template<auto Free> struct Freeing {
    template<typename T> void operator()(T *object) const { Free(object); }
};
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freeing<EVP_PKEY_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Freeing<BN_clear_free>>;
using Group = std::unique_ptr<EC_GROUP, Freeing<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, Freeing<EC_POINT_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, Freeing<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freeing<OSSL_PARAM_free>>;

const unsigned char *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

std::size_t sizeOf(QByteArrayView bytes)
{
    return static_cast<std::size_t>(bytes.size());
}

/// The point that goes with a private number; null unless that is between 1 and the group's order.
QByteArray pointOf(const BIGNUM *number)
{
    const Group group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    if (!group || BN_is_zero(number) || BN_cmp(number, EC_GROUP_get0_order(group.get())) >= 0)
        return {};
    const Point point(EC_POINT_new(group.get()));
    QByteArray bytes(kPublicPointSize, '\0');
    if (!point || EC_POINT_mul(group.get(), point.get(), number, nullptr, nullptr, nullptr) != 1
        || EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED,
                              reinterpret_cast<unsigned char *>(bytes.data()), sizeOf(bytes), nullptr)
            != sizeOf(bytes))
        return {};
    return bytes;
}

/// A key of P-256; `number` null: only its public half. Null when they are none.
EVP_PKEY *makeKey(QByteArrayView point, const BIGNUM *number)
{
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (!builder || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, kCurve, 0) != 1
        || OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), sizeOf(point)) != 1
        || (number != nullptr && OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, number) != 1))
        return nullptr;
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY *key = nullptr;
    const int selection = number == nullptr ? EVP_PKEY_PUBLIC_KEY : EVP_PKEY_KEYPAIR;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, selection, parameters.get()) != 1)
        return nullptr;
    return key;
}

/// The x-coordinate of the product of `own` number and the peer's point.
Result<SecretBytes> sharedSecret(EVP_PKEY *own, EVP_PKEY *peer)
{
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, own, nullptr));
    SecretBytes shared = SecretBytes::ofSize(kPrivateNumberSize);
    auto size = sizeOf(shared.view());
    // The last argument has the peer's point checked: it came from somebody else.
    if (!context || EVP_PKEY_derive_init(context.get()) != 1 || EVP_PKEY_derive_set_peer_ex(context.get(), peer, 1) != 1
        || EVP_PKEY_derive(context.get(), reinterpret_cast<unsigned char *>(shared.data()), &size) != 1
        || size != sizeOf(shared.view()))
        return failure(ErrorKind::Malformed, u"the two keys do not go together"_s);
    return shared;
}

/// HKDF-SHA256 (RFC 5869).
Result<SecretBytes> derive(const SecretBytes &shared, QByteArrayView salt)
{
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "HKDF", nullptr));
    SecretBytes key = SecretBytes::ofSize(kAesKeySize);
    auto size = sizeOf(key.view());
    if (!context || EVP_PKEY_derive_init(context.get()) != 1 || EVP_PKEY_CTX_set_hkdf_md(context.get(), EVP_sha256()) != 1
        || EVP_PKEY_CTX_set1_hkdf_salt(context.get(), octets(salt), static_cast<int>(salt.size())) != 1
        || EVP_PKEY_CTX_set1_hkdf_key(context.get(), octets(shared.view()), static_cast<int>(shared.size())) != 1
        || EVP_PKEY_CTX_add1_hkdf_info(context.get(), octets(kInfo), sizeof kInfo - 1) != 1
        || EVP_PKEY_derive(context.get(), reinterpret_cast<unsigned char *>(key.data()), &size) != 1)
        return failure(ErrorKind::Internal, u"the derivation of a key failed"_s);
    return key;
}

} // namespace

QByteArray fingerprintOf(QByteArrayView publicPoint)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(publicPoint);
    return hash.result().first(kFingerprintSize);
}

void RequestKey::FreeKey::operator()(evp_pkey_st *key) const
{
    EVP_PKEY_free(key);
}

RequestKey::RequestKey(Pair pair, SecretBytes number, QByteArray point)
    : m_pair(std::move(pair))
    , m_number(std::move(number))
    , m_point(std::move(point))
{
}

RequestKey::Pair RequestKey::publicKey(QByteArrayView point)
{
    // Uncompressed and nothing else: the fingerprint is of these very bytes.
    if (point.size() != kPublicPointSize || point.front() != POINT_CONVERSION_UNCOMPRESSED)
        return nullptr;
    return Pair(makeKey(point, nullptr));
}

Result<SecretBytes> RequestKey::contentKey(evp_pkey_st *own, QByteArrayView peerPoint, QByteArrayView requestId)
{
    const Pair peer = publicKey(peerPoint);
    if (!peer)
        return failure(ErrorKind::Malformed, u"the other side's key is no point of the curve P-256"_s);
    const Result<SecretBytes> shared = sharedSecret(own, peer.get());
    if (!shared)
        return std::unexpected(shared.error());
    return derive(*shared, requestId);
}

Result<RequestKey> RequestKey::generate()
{
    for (;;) {
        // Below the order in all but one of 2^32 cases (FIPS 186-5, appendix A.2.2).
        const SecretBytes number = randomSecret(kPrivateNumberSize);
        Result<RequestKey> key = fromPrivateNumber(number.view());
        if (key || key.error().kind != ErrorKind::Malformed)
            return key;
    }
}

Result<RequestKey> RequestKey::fromPrivateNumber(QByteArrayView number)
{
    const Number value(BN_bin2bn(octets(number), static_cast<int>(number.size()), nullptr));
    const QByteArray point = number.size() == kPrivateNumberSize && value ? pointOf(value.get()) : QByteArray();
    if (point.isEmpty())
        return failure(ErrorKind::Malformed, u"this is no private key of the curve P-256"_s);
    Pair pair(makeKey(point, value.get()));
    if (!pair)
        return failure(ErrorKind::Internal, u"OpenSSL makes no keys of the curve P-256"_s);
    return RequestKey(std::move(pair), SecretBytes(number), point);
}

Result<SecretBytes> RequestKey::openAnswer(QByteArrayView requestId, QByteArrayView answer) const
{
    const auto decoded = QByteArray::fromBase64Encoding(answer.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() < kPublicPointSize)
        return failure(ErrorKind::Malformed, u"this is nothing that was encrypted"_s);
    const QByteArrayView sealed(decoded.decoded);
    const Result<SecretBytes> key = contentKey(m_pair.get(), sealed.first(kPublicPointSize), requestId);
    if (!key)
        return std::unexpected(key.error());
    return unseal(*key, sealed.sliced(kPublicPointSize));
}

Result<QByteArray> sealAnswer(QByteArrayView publicPoint, QByteArrayView requestId, QByteArrayView plaintext)
{
    const Result<RequestKey> ephemeral = RequestKey::generate();
    if (!ephemeral)
        return std::unexpected(ephemeral.error());
    const Result<SecretBytes> key = RequestKey::contentKey(ephemeral->m_pair.get(), publicPoint, requestId);
    if (!key)
        return std::unexpected(key.error());
    const Result<QByteArray> sealed = seal(*key, plaintext);
    if (!sealed)
        return std::unexpected(sealed.error());
    return (ephemeral->publicPoint() + *sealed).toBase64();
}

} // namespace gatehouse::client
