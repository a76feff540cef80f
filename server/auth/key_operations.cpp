#include "auth/key_operations.h"

#include "core/base64url.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/params.h>

#include <array>

namespace gatehouse::auth {

namespace {

constexpr std::size_t kTagSize = 32;
constexpr std::size_t kEd25519SignatureSize = 64;

const unsigned char *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

EVP_MAC_CTX *makeHmac(QByteArrayView material)
{
    EVP_MAC *algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    EVP_MAC_CTX *context = EVP_MAC_CTX_new(algorithm);
    EVP_MAC_free(algorithm); // the context keeps its own reference
    char digest[] = "SHA256";
    const std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0), OSSL_PARAM_construct_end()};
    if (context != nullptr
        && EVP_MAC_init(context, octets(material), static_cast<std::size_t>(material.size()), parameters.data()) == 1)
        return context;
    EVP_MAC_CTX_free(context);
    return nullptr;
}

} // namespace

std::unique_ptr<KeyOperations> KeyOperations::make(const secrets::SigningKey &key)
{
    std::unique_ptr<KeyOperations> operations(new KeyOperations);
    const QByteArrayView material = key.material.view();
    switch (key.algorithm) {
    case secrets::KeyAlgorithm::Hs256: operations->m_hmac.reset(makeHmac(material)); break;
    case secrets::KeyAlgorithm::EdDsa:
        operations->m_pair.reset(
            EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, octets(material), static_cast<std::size_t>(material.size())));
        break;
    }
    if (!operations->m_hmac && !operations->m_pair)
        return nullptr;
    operations->m_encodedHeader =
        toBase64Url(R"({"alg":")" + operations->algorithmName().toByteArray() + R"(","kid":")" + key.id + R"(","typ":"at+jwt"})");
    return operations;
}

bool KeyOperations::hmac(QByteArrayView text, unsigned char *tag)
{
    std::size_t size = 0;
    // Initialising without a key keeps the key that was set up: only the digest starts anew.
    return EVP_MAC_init(m_hmac.get(), nullptr, 0, nullptr) == 1
        && EVP_MAC_update(m_hmac.get(), octets(text), static_cast<std::size_t>(text.size())) == 1
        && EVP_MAC_final(m_hmac.get(), tag, &size, kTagSize) == 1 && size == kTagSize;
}

QByteArray KeyOperations::sign(QByteArrayView text)
{
    if (m_hmac) {
        QByteArray tag(kTagSize, Qt::Uninitialized);
        return hmac(text, reinterpret_cast<unsigned char *>(tag.data())) ? tag : QByteArray();
    }
    QByteArray signature(kEd25519SignatureSize, Qt::Uninitialized);
    std::size_t size = kEd25519SignatureSize;
    const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    const bool signedIt = EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_pair.get()) == 1
        && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, octets(text),
                          static_cast<std::size_t>(text.size()))
            == 1;
    return signedIt ? signature : QByteArray();
}

bool KeyOperations::verify(QByteArrayView text, QByteArrayView signature)
{
    if (m_hmac) {
        std::array<unsigned char, kTagSize> tag{};
        return hmac(text, tag.data()) && equalInConstantTime({tag.data(), kTagSize}, signature);
    }
    const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    // A signature that does not hold leaves an error in the thread's queue, which the next TLS read of some other
    // connection would take for its own (SSL_get_error(3)).
    ERR_set_mark();
    const bool holds = EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, m_pair.get()) == 1
        && EVP_DigestVerify(context.get(), octets(signature), static_cast<std::size_t>(signature.size()), octets(text),
                            static_cast<std::size_t>(text.size()))
            == 1;
    ERR_pop_to_mark();
    return holds;
}

} // namespace gatehouse::auth
