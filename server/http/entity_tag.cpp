#include "http/entity_tag.h"

#include "core/base64url.h"

#include <QCryptographicHash>

namespace gatehouse::http {

QByteArray entityTagOf(QByteArrayView content)
{
    const QByteArray digest = QCryptographicHash::hash(content.toByteArray(), QCryptographicHash::Sha256).first(16);
    return '"' + toBase64Url(digest) + '"';
}

bool namesTag(QByteArrayView ifNoneMatch, QByteArrayView tag)
{
    if (ifNoneMatch.trimmed() == "*")
        return true;
    while (!ifNoneMatch.isEmpty()) {
        // Our tags hold no comma, so a comma always ends one.
        const qsizetype comma = ifNoneMatch.indexOf(',');
        QByteArrayView candidate = (comma < 0 ? ifNoneMatch : ifNoneMatch.first(comma)).trimmed();
        // The comparison is weak: a proxy that compresses marks the tag so.
        if (candidate.startsWith("W/"))
            candidate = candidate.sliced(2);
        if (candidate == tag)
            return true;
        ifNoneMatch = comma < 0 ? QByteArrayView() : ifNoneMatch.sliced(comma + 1);
    }
    return false;
}

} // namespace gatehouse::http
