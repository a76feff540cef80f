#include "audit/clean_text.h"

#include <QString>
#include <QUtf8StringView>

#include <algorithm>

namespace gatehouse::audit {

namespace {

bool isPrintableAscii(char letter)
{
    return letter >= 0x20 && letter < 0x7f;
}

/// Whether a continuation byte of UTF-8 (RFC 3629, section 3).
bool continues(char letter)
{
    return (static_cast<unsigned char>(letter) & 0xc0U) == 0x80U;
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
    QByteArray clean = text.first(std::min(text.size(), 2 * limit)).toByteArray();
    if (!isCleanText(clean)) {
        QString decoded = QString::fromUtf8(clean);
        for (QChar &letter : decoded) {
            if (letter.unicode() < 0x20 || (letter.unicode() >= 0x7f && letter.unicode() < 0xa0))
                letter = QChar::ReplacementCharacter;
        }
        clean = decoded.toUtf8();
    }
    if (clean.size() <= limit)
        return clean;
    qsizetype end = limit;
    while (end > 0 && continues(clean.at(end)))
        --end;
    clean.truncate(end);
    return clean;
}

} // namespace gatehouse::audit
