#include "pages/written_text.h"

#include <QString>
#include <QStringList>

namespace gatehouse::pages {

using namespace Qt::StringLiterals;

QByteArray writtenText(const QByteArray &text, const QByteArray &heading)
{
    const QByteArray trimmed = text.trimmed();
    QByteArray html = "<article class=\"written\">\n";
    if (trimmed.startsWith('<'))
        return html + trimmed + "\n</article>\n";
    html += "<h1 data-text=\"" + heading + "\"></h1>\n";
    QString plain = QString::fromUtf8(trimmed);
    plain.replace(u"\r\n"_s, u"\n"_s);
    for (const QString &paragraph : plain.split(u"\n\n"_s, Qt::SkipEmptyParts))
        html += "<p>" + paragraph.trimmed().toHtmlEscaped().replace(u'\n', u"<br>\n"_s).toUtf8() + "</p>\n";
    return html + "</article>\n";
}

} // namespace gatehouse::pages
