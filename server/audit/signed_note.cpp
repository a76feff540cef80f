#include "audit/signed_note.h"

#include "audit/clean_text.h"

#include <QByteArrayList>
#include <QCryptographicHash>
#include <QString>

#include <openssl/evp.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

constexpr char kEd25519 = 0x01; ///< signature type (C2SP signed-note)
constexpr qsizetype kKeySize = 32;
constexpr qsizetype kSignatureSize = 64;
constexpr qsizetype kHashSize = 4;
constexpr qsizetype kLargestNote = 1'000'000;
constexpr int kMostSignatures = 100;
constexpr QByteArrayView kDash = "\u2014 ";

using KeyHash = std::array<char, kHashSize>;

struct FreeContext {
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

const unsigned char *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

std::size_t sizeOf(QByteArrayView bytes)
{
    return static_cast<std::size_t>(bytes.size());
}

/// The beginning of SHA-256(name ‖ 0A ‖ type ‖ public key).
KeyHash hashOf(const QByteArray &name, const QByteArray &publicKey)
{
    const QByteArray digest = QCryptographicHash::hash(name + '\n' + kEd25519 + publicKey, QCryptographicHash::Sha256);
    KeyHash hash{};
    std::copy_n(digest.begin(), hash.size(), hash.begin());
    return hash;
}

/// Only what an encoder writes: padded, unused bits zero.
std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded && (*decoded).toBase64() == text ? std::optional(*decoded) : std::nullopt;
}

/// Lines of clean text, each with its end.
bool isNoteText(QByteArrayView text)
{
    if (!text.endsWith('\n') || text.size() > kLargestNote)
        return false;
    QByteArray joined = text.toByteArray();
    joined.replace('\n', ' ');
    return isCleanText(joined);
}

std::unexpected<Error> noNote()
{
    return failure(ErrorKind::Malformed, u"this is no signed note"_s);
}

} // namespace

void FreeKey::operator()(evp_pkey_st *key) const
{
    EVP_PKEY_free(key);
}

bool isKeyName(QByteArrayView name)
{
    if (name.isEmpty() || name.size() > 512 || name.contains('+') || !isCleanText(name))
        return false;
    return std::ranges::none_of(QString::fromUtf8(name), [](QChar letter) { return letter.isSpace(); });
}

Result<std::unique_ptr<Ed25519NoteSigner>> Ed25519NoteSigner::make(QByteArray name, const SecretBytes &privateKey)
{
    if (!isKeyName(name))
        return failure(ErrorKind::Invalid, u"a key's name has no spaces, no plus sign and no control characters"_s);
    Ed25519Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, octets(privateKey.view()), sizeOf(privateKey.view())));
    QByteArray publicKey(kKeySize, '\0');
    std::size_t size = kKeySize;
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(publicKey.data()), &size) != 1)
        return failure(ErrorKind::Invalid, u"this is no private key for Ed25519"_s);
    std::unique_ptr<Ed25519NoteSigner> signer(new Ed25519NoteSigner);
    signer->m_hash = hashOf(name, publicKey);
    signer->m_name = std::move(name);
    signer->m_publicKey = std::move(publicKey);
    signer->m_key = std::move(key);
    return signer;
}

QByteArray Ed25519NoteSigner::verifierKey() const
{
    const QByteArray hash = QByteArray::fromRawData(m_hash.data(), kHashSize).toHex();
    return m_name + '+' + hash + '+' + (kEd25519 + m_publicKey).toBase64();
}

Result<QByteArray> Ed25519NoteSigner::sign(const QByteArray &text) const
{
    if (!isNoteText(text))
        return failure(ErrorKind::Invalid, u"a note is lines of text"_s);
    const Context context(EVP_MD_CTX_new());
    QByteArray signature(kSignatureSize, '\0');
    std::size_t size = kSignatureSize;
    if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_key.get()) != 1
        || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, octets(text), sizeOf(text))
            != 1)
        return failure(ErrorKind::Unavailable, u"the checkpoint cannot be signed"_s);
    const QByteArray encoded = (QByteArray(m_hash.data(), kHashSize) + signature).toBase64();
    return text + '\n' + kDash.toByteArray() + m_name + ' ' + encoded + '\n';
}

Result<NoteVerifier> NoteVerifier::parse(QByteArrayView verifierKey)
{
    const auto malformed = [] { return failure(ErrorKind::Malformed, u"a verifier key is name+hash+base64"_s); };
    // Base64 may hold plus signs, a name may not.
    const qsizetype first = verifierKey.indexOf('+');
    const qsizetype second = first < 0 ? -1 : verifierKey.indexOf('+', first + 1);
    if (second < 0 || !isKeyName(verifierKey.first(first)))
        return malformed();
    const std::optional<QByteArray> key = fromBase64(verifierKey.sliced(second + 1));
    if (!key || key->isEmpty())
        return malformed();
    if (key->at(0) != kEd25519)
        return failure(ErrorKind::NotSupported, u"this verifier key is not one for Ed25519"_s);
    NoteVerifier verifier;
    verifier.m_verifierKey = verifierKey.toByteArray();
    verifier.m_name = verifierKey.first(first).toByteArray();
    const QByteArray publicKey = key->sliced(1);
    verifier.m_hash = hashOf(verifier.m_name, publicKey);
    if (QByteArray::fromRawData(verifier.m_hash.data(), kHashSize).toHex() != verifierKey.sliced(first + 1, second - first - 1))
        return malformed();
    verifier.m_key.reset(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, octets(publicKey), sizeOf(publicKey)));
    if (!verifier.m_key)
        return malformed();
    return verifier;
}

Result<QByteArray> NoteVerifier::open(QByteArrayView note) const
{
    const qsizetype end = note.lastIndexOf("\n\n");
    if (end < 0 || !isNoteText(note))
        return noNote();
    QByteArray text = note.first(end + 1).toByteArray();
    QByteArrayList lines = note.sliced(end + 2).toByteArray().split('\n');
    lines.removeLast(); // what follows the last line end
    if (lines.isEmpty() || lines.size() > kMostSignatures)
        return noNote();
    bool found = false;
    for (const QByteArray &line : lines) {
        const qsizetype space = line.indexOf(' ', kDash.size());
        if (!line.startsWith(kDash) || space < 0)
            return noNote();
        const std::optional<QByteArray> signature = fromBase64(QByteArrayView(line).sliced(space + 1));
        if (!signature || signature->size() <= kHashSize
            || !isKeyName(QByteArrayView(line).sliced(kDash.size(), space - kDash.size())))
            return noNote();
        // Signatures by other keys are none of ours to judge.
        if (line.sliced(kDash.size(), space - kDash.size()) != m_name || !std::ranges::equal(signature->first(kHashSize), m_hash))
            continue;
        const QByteArray raw = signature->sliced(kHashSize);
        const Context context(EVP_MD_CTX_new());
        if (found || EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, m_key.get()) != 1
            || EVP_DigestVerify(context.get(), octets(raw), sizeOf(raw), octets(text), sizeOf(text)) != 1)
            return failure(ErrorKind::Invalid, u"the signature of the note is wrong"_s);
        found = true;
    }
    if (!found)
        return failure(ErrorKind::NotFound, u"the note is not signed by the key %1"_s.arg(QString::fromUtf8(m_name)));
    return text;
}

} // namespace gatehouse::audit
