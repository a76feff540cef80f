#include "client/base64url.h"

namespace gatehouse::client {

namespace {

constexpr auto kUrlAlphabet = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray toBase64Url(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64(kUrlAlphabet);
}

std::optional<SecretBytes> fromBase64Url(QByteArrayView text, qsizetype size)
{
    auto decoded = QByteArray::fromBase64Encoding(text.toByteArray(), kUrlAlphabet | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != size)
        return std::nullopt;
    // Qt's reader takes several spellings of the same bytes.
    QByteArray again = toBase64Url(decoded.decoded);
    const bool canonical = equalInConstantTime(again, text);
    cleanse(again);
    SecretBytes bytes = SecretBytes::takeFrom(decoded.decoded);
    return canonical ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace gatehouse::client
