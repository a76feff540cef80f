#include "audit/tree_hash.h"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>

namespace gatehouse::audit {

namespace {

struct Free {
    void operator()(EVP_MD *digest) const { EVP_MD_free(digest); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

/// Finding the algorithm and making room for its state costs more than the hash of a node; each thread does it once.
Hash digest(QByteArrayView first, QByteArrayView second)
{
    static const std::unique_ptr<EVP_MD, Free> sha256(EVP_MD_fetch(nullptr, "SHA2-256", nullptr));
    static thread_local const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    Hash hash{};
    const bool done = EVP_DigestInit_ex2(context.get(), sha256.get(), nullptr) == 1
        && EVP_DigestUpdate(context.get(), first.data(), static_cast<std::size_t>(first.size())) == 1
        && EVP_DigestUpdate(context.get(), second.data(), static_cast<std::size_t>(second.size())) == 1
        && EVP_DigestFinal_ex(context.get(), hash.data(), nullptr) == 1;
    if (!done)
        qFatal("OpenSSL has no SHA-256");
    return hash;
}

} // namespace

Hash emptyRoot()
{
    return digest({}, {});
}

Hash leafHash(QByteArrayView leaf)
{
    return digest(QByteArrayView("\x00", 1), leaf);
}

Hash nodeHash(const Hash &left, const Hash &right)
{
    std::array<char, 1 + 2 * sizeof(Hash)> node{0x01};
    std::ranges::copy(left, node.begin() + 1);
    std::ranges::copy(right, node.begin() + 1 + sizeof(Hash));
    return digest({node.data(), std::ssize(node)}, {});
}

Hash hashFrom(QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() == sizeof(Hash));
    Hash hash{};
    std::ranges::copy(bytes, hash.begin());
    return hash;
}

} // namespace gatehouse::audit
