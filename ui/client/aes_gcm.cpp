#include "client/aes_gcm.h"

#include "core/random.h"

#include <openssl/evp.h>

#include <array>
#include <limits>
#include <memory>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

const unsigned char *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

enum class Direction { Open = 0, Seal = 1 };

/// Writes as many bytes to `output` as `input` has, and writes or checks `tag`.
bool crypt(Direction direction, const SecretBytes &key, QByteArrayView nonce, QByteArrayView input, char *output, char *tag)
{
    const bool sealing = direction == Direction::Seal;
    const CipherContext context(EVP_CIPHER_CTX_new());
    int size = 0;
    if (!context
        || EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, octets(key.view()), octets(nonce), sealing ? 1 : 0) != 1)
        return false;
    auto *out = reinterpret_cast<unsigned char *>(output);
    if (!input.isEmpty() && EVP_CipherUpdate(context.get(), out, &size, octets(input), static_cast<int>(input.size())) != 1)
        return false;
    if (!sealing && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kAesTagSize, tag) != 1)
        return false;
    std::array<unsigned char, 16> rest{}; // GCM has none
    if (EVP_CipherFinal_ex(context.get(), rest.data(), &size) != 1)
        return false;
    return !sealing || EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kAesTagSize, tag) == 1;
}

} // namespace

Result<QByteArray> seal(const SecretBytes &key, QByteArrayView plaintext)
{
    Q_ASSERT(key.size() == kAesKeySize);
    constexpr qsizetype overhead = kAesNonceSize + kAesTagSize;
    if (plaintext.size() > std::numeric_limits<int>::max() - overhead)
        return failure(ErrorKind::TooLarge, u"more than 2 GiB cannot be encrypted at once"_s);
    QByteArray sealed(plaintext.size() + overhead, Qt::Uninitialized);
    fillRandom(sealed.data(), kAesNonceSize);
    if (!crypt(Direction::Seal, key, QByteArrayView(sealed).first(kAesNonceSize), plaintext, sealed.data() + kAesNonceSize,
               sealed.data() + sealed.size() - kAesTagSize))
        return failure(ErrorKind::Internal, u"the encryption failed"_s);
    return sealed;
}

Result<SecretBytes> unseal(const SecretBytes &key, QByteArrayView sealed)
{
    Q_ASSERT(key.size() == kAesKeySize);
    const qsizetype size = sealed.size() - kAesNonceSize - kAesTagSize;
    if (size < 0 || sealed.size() > std::numeric_limits<int>::max())
        return failure(ErrorKind::Malformed, u"this is nothing that was encrypted"_s);
    SecretBytes plaintext = SecretBytes::ofSize(size);
    QByteArray tag = sealed.last(kAesTagSize).toByteArray();
    if (!crypt(Direction::Open, key, sealed.first(kAesNonceSize), sealed.sliced(kAesNonceSize, size), plaintext.data(),
               tag.data()))
        return failure(ErrorKind::Malformed, u"it cannot be decrypted: the key is wrong, or it was altered"_s);
    return plaintext;
}

} // namespace gatehouse::client
