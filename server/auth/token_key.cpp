#include "auth/token_key.h"

#include "auth/base64url.h"
#include "core/secret_bytes.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/evp.h>

namespace gatehouse::auth {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kEd25519SignatureSize = 64;

using DigestContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

} // namespace

void TokenKey::Free::operator()(evp_pkey_st *key) const
{
    EVP_PKEY_free(key);
}

TokenKey::TokenKey(const secrets::SigningKey &key)
    : m_id(key.id)
{
    const QByteArrayView material = key.material.view();
    switch (key.algorithm) {
    case secrets::KeyAlgorithm::Hs256: m_hmac.emplace(material); break;
    case secrets::KeyAlgorithm::EdDsa:
        m_ed25519.reset(
            EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytesOf(material), static_cast<size_t>(material.size())));
        if (m_ed25519 == nullptr)
            qFatal("OpenSSL refuses an Ed25519 key of this program's own");
        break;
    }
    const QJsonObject header{
        {u"alg"_s, QString::fromLatin1(algorithmName())}, {u"kid"_s, QString::fromUtf8(m_id)}, {u"typ"_s, u"at+jwt"_s}};
    m_encodedHeader = toBase64Url(QJsonDocument(header).toJson(QJsonDocument::Compact));
}

QByteArrayView TokenKey::algorithmName() const
{
    return m_hmac ? QByteArrayView("HS256") : QByteArrayView("EdDSA");
}

QByteArray TokenKey::sign(QByteArrayView signingInput)
{
    if (m_hmac)
        return viewOf(m_hmac->of(signingInput)).toByteArray();

    QByteArray signature(kEd25519SignatureSize, Qt::Uninitialized);
    size_t size = kEd25519SignatureSize;
    const DigestContext context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_ed25519.get()) != 1
        || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytesOf(signingInput),
                          static_cast<size_t>(signingInput.size()))
            != 1)
        qFatal("OpenSSL cannot sign with Ed25519");
    return signature;
}

bool TokenKey::verifies(QByteArrayView signingInput, QByteArrayView encodedSignature)
{
    const qsizetype expectedSize = m_hmac ? static_cast<qsizetype>(std::tuple_size_v<Digest>) : kEd25519SignatureSize;
    char signature[kEd25519SignatureSize];
    if (decodedBase64UrlSize(encodedSignature.size()) != expectedSize || !decodeBase64Url(encodedSignature, signature))
        return false;
    if (m_hmac)
        return equalInConstantTime(viewOf(m_hmac->of(signingInput)), {signature, expectedSize});

    const DigestContext context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    return EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, m_ed25519.get()) == 1
        && EVP_DigestVerify(context.get(), bytesOf({signature, expectedSize}), static_cast<size_t>(expectedSize),
                            bytesOf(signingInput), static_cast<size_t>(signingInput.size()))
        == 1;
}

} // namespace gatehouse::auth
