#include "audit/clean_text.h"

#include <QCryptographicHash>
#include <QString>
#include <QUtf8StringView>

#include <algorithm>

namespace gatehouse::audit {

namespace {

/// Of a SHA-256; short enough that who looks for keys in a text does not take it for one.
constexpr qsizetype kDigestDigits = 32;

bool isPrintableAscii(char letter)
{
    return letter >= 0x20 && letter < 0x7f;
}

/// Whether a continuation byte of UTF-8 (RFC 3629, section 3).
bool continues(char letter)
{
    return (static_cast<unsigned char>(letter) & 0xc0U) == 0x80U;
}

/// With U+FFFD for what is not clean.
QByteArray cleaned(QByteArrayView text)
{
    if (isCleanText(text))
        return text.toByteArray();
    QString decoded = QString::fromUtf8(text);
    for (QChar &letter : decoded) {
        if (letter.unicode() < 0x20 || (letter.unicode() >= 0x7f && letter.unicode() < 0xa0))
            letter = QChar::ReplacementCharacter;
    }
    return decoded.toUtf8();
}

/// At most so many bytes, whole characters.
QByteArray cut(const QByteArray &clean, qsizetype limit)
{
    qsizetype end = std::min(limit, clean.size());
    while (end > 0 && end < clean.size() && continues(clean.at(end)))
        --end;
    return clean.first(end);
}

} // namespace

bool isCleanText(QByteArrayView text)
{
    if (std::ranges::all_of(text, isPrintableAscii))
        return true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        // U+0080…U+009F is C2 80…C2 9F.
        const bool c1 = byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0;
        if (byte < 0x20 || byte == 0x7f || c1)
            return false;
    }
    return QUtf8StringView(text.data(), text.size()).isValidUtf8();
}

QByteArray cleanText(QByteArrayView text, qsizetype limit)
{
    QByteArray clean = cleaned(text.first(std::min(text.size(), limit + 1)));
    if (text.size() <= limit && clean.size() <= limit)
        return clean;
    const QByteArray mark = "\xe2\x80\xa6 " + digestText(text);
    return cut(clean, limit - mark.size()) + mark;
}

QByteArray cleanName(QByteArrayView text, qsizetype limit)
{
    return cut(cleaned(text.first(std::min(text.size(), limit + 1))), limit);
}

QByteArray digestText(QByteArrayView text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(text);
    return "[" + QByteArray::number(text.size()) + " bytes, sha256:" + hash.result().toHex().first(kDigestDigits) + "]";
}

} // namespace gatehouse::audit
