#include "auth/digest.h"

#include <QCryptographicHash>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

namespace gatehouse::auth {

namespace {

/// OpenSSL refuses these calls only when it is out of memory or not installed in full: there is no going on then, and
/// going on with a wrong digest would be worse.
void require(bool succeeded)
{
    if (!succeeded)
        qFatal("OpenSSL cannot compute HMAC-SHA-256");
}

} // namespace

QByteArray sha256(QByteArrayView bytes)
{
    return QCryptographicHash::hash(QByteArray::fromRawData(bytes.data(), bytes.size()), QCryptographicHash::Sha256);
}

void HmacSha256::Free::operator()(evp_mac_ctx_st *context) const
{
    EVP_MAC_CTX_free(context);
}

HmacSha256::HmacSha256(QByteArrayView key)
{
    const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> hmac(EVP_MAC_fetch(nullptr, "HMAC", nullptr), EVP_MAC_free);
    require(hmac != nullptr);
    m_context.reset(EVP_MAC_CTX_new(hmac.get()));
    require(m_context != nullptr);
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                     OSSL_PARAM_construct_end()};
    require(EVP_MAC_init(m_context.get(), reinterpret_cast<const unsigned char *>(key.data()), static_cast<size_t>(key.size()),
                         parameters)
            == 1);
}

Digest HmacSha256::of(QByteArrayView message)
{
    Digest digest{};
    size_t size = 0;
    // Without a key it begins anew with the one it has.
    require(EVP_MAC_init(m_context.get(), nullptr, 0, nullptr) == 1
            && EVP_MAC_update(m_context.get(), reinterpret_cast<const unsigned char *>(message.data()),
                              static_cast<size_t>(message.size()))
                == 1
            && EVP_MAC_final(m_context.get(), digest.data(), &size, digest.size()) == 1 && size == digest.size());
    return digest;
}

} // namespace gatehouse::auth
