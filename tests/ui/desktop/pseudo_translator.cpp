#include "pseudo_translator.h"

using namespace Qt::StringLiterals;

namespace gatehouse::tests {

namespace {

constexpr QStringView kPlain = u"aceinouyACEINOUY";
constexpr QStringView kAccented = u"áçéíñóúýÁÇÉÍÑÓÚÝ";

/// Placeholders, such as %Ln, stay as they are.
QString accented(const QString &source)
{
    QString text = source;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'%') {
            while (at + 1 < text.size() && (text[at + 1] == u'L' || text[at + 1] == u'n' || text[at + 1].isDigit()))
                ++at;
        } else if (const qsizetype letter = kPlain.indexOf(text[at]); letter >= 0) {
            text[at] = kAccented[letter];
        }
    }
    return text;
}

} // namespace

QString PseudoTranslator::translate(const char *context, const char *source, const char *, int) const
{
    if (!QByteArrayView(context).startsWith("gatehouse::"))
        return {};
    const QString text = QString::fromUtf8(source);
    const QString longer = u" lóñg"_s.repeated(int(text.size() / 12 + 1)).left(text.size() * 2 / 5);
    return u'[' + accented(text) + longer + u']';
}

} // namespace gatehouse::tests
