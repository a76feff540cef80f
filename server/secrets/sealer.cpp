#include "secrets/sealer.h"

#include "core/random.h"

#include <argon2.h>
#include <openssl/evp.h>

#include <QtEndian>

#include <algorithm>
#include <array>
#include <memory>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

namespace {

// The header, big-endian: magic, version, argon2id's memory, passes and lanes, salt, nonce.
constexpr QByteArrayView kMagic = "GHSEALED";
constexpr quint32 kVersion = 1;
constexpr qsizetype kSaltSize = 16;
constexpr qsizetype kNonceSize = 12;
constexpr qsizetype kTagSize = 16;
constexpr qsizetype kKeySize = 32;
constexpr qsizetype kParametersSize = 4 * 4;
constexpr qsizetype kHeaderSize = 8 + kParametersSize + kSaltSize + kNonceSize;

// What a file may ask for: no less than a key worth its name costs, no more than a small machine has.
constexpr quint32 kLeastMemoryKib = 8 * 1024;
constexpr quint32 kMostMemoryKib = 512 * 1024;
constexpr quint32 kMostPasses = 16;
constexpr quint32 kMostLanes = 8;
constexpr quint32 kLanes = 4;
constexpr std::size_t kMostKeys = 4;

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

const unsigned char *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

QByteArrayView saltOf(QByteArrayView header)
{
    return header.sliced(8 + kParametersSize, kSaltSize);
}

QByteArrayView nonceOf(QByteArrayView header)
{
    return header.sliced(8 + kParametersSize + kSaltSize, kNonceSize);
}

QByteArray headerFor(quint32 memoryKib, quint32 passes, quint32 lanes, QByteArrayView salt)
{
    QByteArray header = kMagic.toByteArray();
    for (const quint32 value : {kVersion, memoryKib, passes, lanes}) {
        char bytes[4];
        qToBigEndian(value, bytes);
        header.append(bytes, 4);
    }
    header += salt;
    std::array<char, kNonceSize> nonce{};
    fillRandom(nonce.data(), nonce.size());
    return header.append(nonce.data(), kNonceSize);
}

/// AES-256-GCM over `input`, with the header and the purpose authenticated. `tag` is written or checked.
bool crypt(bool encrypting, const SecretBytes &key, QByteArrayView header, QByteArrayView purpose, QByteArrayView input,
           char *output, char *tag)
{
    const CipherContext context(EVP_CIPHER_CTX_new());
    auto *out = reinterpret_cast<unsigned char *>(output);
    int size = 0;
    if (!context
        || EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, octets(key.view()), octets(nonceOf(header)),
                             encrypting ? 1 : 0)
            != 1
        || EVP_CipherUpdate(context.get(), nullptr, &size, octets(header), static_cast<int>(header.size())) != 1
        || EVP_CipherUpdate(context.get(), nullptr, &size, octets(purpose), static_cast<int>(purpose.size())) != 1)
        return false;
    if (!input.isEmpty() && EVP_CipherUpdate(context.get(), out, &size, octets(input), static_cast<int>(input.size())) != 1)
        return false;
    if (!encrypting && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTagSize, tag) != 1)
        return false;
    std::array<unsigned char, 16> rest{}; // GCM has none
    if (EVP_CipherFinal_ex(context.get(), rest.data(), &size) != 1)
        return false;
    return !encrypting || EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTagSize, tag) == 1;
}

} // namespace

Sealer::Sealer(SecretBytes passphrase, SealingCost cost)
    : m_passphrase(std::move(passphrase))
    , m_cost{std::clamp(cost.memoryKib, kLeastMemoryKib, kMostMemoryKib), std::clamp(cost.passes, 1U, kMostPasses)}
{
}

bool Sealer::isSealed(QByteArrayView content)
{
    return content.startsWith(kMagic);
}

Result<Sealer::Key *> Sealer::keyFor(QByteArrayView salt, quint32 memoryKib, quint32 passes, quint32 lanes)
{
    const auto known = std::ranges::find_if(m_keys, [&](const Key &key) {
        return key.salt == salt && key.memoryKib == memoryKib && key.passes == passes && key.lanes == lanes;
    });
    if (known != m_keys.end())
        return &*known;
    Key key{salt.toByteArray(), memoryKib, passes, lanes, SecretBytes::ofSize(kKeySize), false};
    const int status =
        argon2id_hash_raw(passes, memoryKib, lanes, m_passphrase.view().data(), static_cast<std::size_t>(m_passphrase.size()),
                          salt.data(), static_cast<std::size_t>(salt.size()), key.bytes.data(), kKeySize);
    if (status != ARGON2_OK)
        return failure(ErrorKind::Unavailable, u"argon2: "_s + QString::fromLatin1(argon2_error_message(status)));
    if (m_keys.size() >= kMostKeys)
        m_keys.erase(m_keys.begin());
    return &m_keys.emplace_back(std::move(key));
}

Result<Sealer::Key *> Sealer::keyForWriting()
{
    // One that costs enough is used again: the nonce is what must be new. A cheaper one is left behind.
    const auto known = std::ranges::find_if(
        m_keys, [&](const Key &key) { return key.proved && key.memoryKib >= m_cost.memoryKib && key.passes >= m_cost.passes; });
    if (known != m_keys.end())
        return &*known;
    std::array<char, kSaltSize> salt{};
    fillRandom(salt.data(), salt.size());
    Result<Key *> made = keyFor(QByteArrayView(salt), m_cost.memoryKib, m_cost.passes, kLanes);
    if (made)
        (*made)->proved = true;
    return made;
}

Result<QByteArray> Sealer::seal(QByteArrayView purpose, QByteArrayView plain)
{
    const std::lock_guard lock(m_mutex);
    const Result<Key *> key = keyForWriting();
    if (!key)
        return std::unexpected(key.error());
    const QByteArray header = headerFor((*key)->memoryKib, (*key)->passes, (*key)->lanes, (*key)->salt);
    QByteArray sealed = header + QByteArray(plain.size() + kTagSize, '\0');
    if (!crypt(true, (*key)->bytes, header, purpose, plain, sealed.data() + kHeaderSize,
               sealed.data() + kHeaderSize + plain.size()))
        return failure(ErrorKind::Internal, u"encryption failed"_s);
    return sealed;
}

Result<SecretBytes> Sealer::open(QByteArrayView purpose, QByteArrayView sealed)
{
    if (!isSealed(sealed) || sealed.size() < kHeaderSize + kTagSize)
        return failure(ErrorKind::Unavailable, u"is not encrypted, or was cut off"_s);
    const QByteArrayView header = sealed.first(kHeaderSize);
    const auto parameter = [&](qsizetype index) { return qFromBigEndian<quint32>(header.data() + 8 + 4 * index); };
    if (parameter(0) != kVersion)
        return failure(ErrorKind::Unavailable, u"is of version %1, which this program does not know"_s.arg(parameter(0)));
    const quint32 memoryKib = parameter(1);
    const quint32 passes = parameter(2);
    const quint32 lanes = parameter(3);
    if (memoryKib < kLeastMemoryKib || memoryKib > kMostMemoryKib || passes < 1 || passes > kMostPasses || lanes < 1
        || lanes > kMostLanes)
        return failure(ErrorKind::Unavailable, u"asks for a key derivation that is out of bounds"_s);

    const std::lock_guard lock(m_mutex);
    const Result<Key *> key = keyFor(saltOf(header), memoryKib, passes, lanes);
    if (!key)
        return std::unexpected(key.error());
    const QByteArrayView body = sealed.sliced(kHeaderSize, sealed.size() - kHeaderSize - kTagSize);
    QByteArray tag = sealed.last(kTagSize).toByteArray();
    SecretBytes plain = SecretBytes::ofSize(body.size());
    if (!crypt(false, (*key)->bytes, header, purpose, body, plain.data(), tag.data())) {
        return failure(ErrorKind::Unavailable, u"cannot be opened: the passphrase is wrong, or it was altered"_s);
    }
    (*key)->proved = true;
    return plain;
}

} // namespace gatehouse::secrets
