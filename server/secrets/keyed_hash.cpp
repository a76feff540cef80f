#include "secrets/keyed_hash.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace gatehouse::secrets {

QByteArray hmacSha256(QByteArrayView key, QByteArrayView text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> tag{};
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char *>(text.data()),
         static_cast<std::size_t>(text.size()), tag.data(), &size);
    return QByteArray(reinterpret_cast<const char *>(tag.data()), static_cast<qsizetype>(size));
}

} // namespace gatehouse::secrets
