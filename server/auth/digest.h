#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <memory>

struct evp_mac_ctx_st;

namespace gatehouse::auth {

using Digest = std::array<unsigned char, 32>;

[[nodiscard]] inline QByteArrayView viewOf(const Digest &digest)
{
    return {digest.data(), static_cast<qsizetype>(digest.size())};
}

/// SHA-256 of `bytes`, for what is stored in place of a secret that is random enough not to be guessed.
[[nodiscard]] QByteArray sha256(QByteArrayView bytes);

/// HMAC-SHA-256 (RFC 2104) with the key's schedule kept, so that each message costs only its own hashing. Belongs to one
/// thread at a time.
class HmacSha256
{
public:
    explicit HmacSha256(QByteArrayView key);
    [[nodiscard]] Digest of(QByteArrayView message);

private:
    struct Free {
        void operator()(evp_mac_ctx_st *context) const;
    };
    std::unique_ptr<evp_mac_ctx_st, Free> m_context;
};

} // namespace gatehouse::auth
