#include "secrets/given_key.h"

#include "core/base64url.h"

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <array>
#include <memory>

namespace gatehouse::secrets {

namespace {

struct FreeKdf {
    void operator()(EVP_KDF *kdf) const { EVP_KDF_free(kdf); }
    void operator()(EVP_KDF_CTX *context) const { EVP_KDF_CTX_free(context); }
};

/// HKDF-SHA-256 without a salt: what goes in is no password but key material, and hosts have nothing else in common.
SecretBytes derived(const SecretBytes &from, QByteArrayView purpose, qsizetype size)
{
    const std::unique_ptr<EVP_KDF, FreeKdf> kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    const std::unique_ptr<EVP_KDF_CTX, FreeKdf> context(EVP_KDF_CTX_new(kdf.get()));
    char digest[] = "SHA256";
    const std::array parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, const_cast<char *>(from.view().data()),
                                          static_cast<std::size_t>(from.size())),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, const_cast<char *>(purpose.data()),
                                          static_cast<std::size_t>(purpose.size())),
        OSSL_PARAM_construct_end(),
    };
    SecretBytes out = SecretBytes::ofSize(size);
    const int status = EVP_KDF_derive(context.get(), reinterpret_cast<unsigned char *>(out.data()),
                                      static_cast<std::size_t>(size), parameters.data());
    if (status != 1)
        qFatal("OpenSSL lacks HKDF");
    return out;
}

} // namespace

QByteArray fingerprintOf(const SecretBytes &given)
{
    constexpr qsizetype kSize = 16;
    return toBase64Url(derived(given, "gatehouse fingerprint of a given signing secret v1", kSize).view());
}

SigningKey keyFromGiven(const SecretBytes &given, KeyAlgorithm algorithm)
{
    SigningKey key;
    key.algorithm = algorithm;
    key.givenAs = fingerprintOf(given);
    switch (algorithm) {
    case KeyAlgorithm::Hs256:
        key.id = key.givenAs;
        key.material = given.clone();
        break;
    case KeyAlgorithm::EdDsa:
        key.id = key.givenAs + "-ed25519";
        key.material = derived(given, "gatehouse ed25519 private key v1", 32);
        break;
    }
    return key;
}

} // namespace gatehouse::secrets
