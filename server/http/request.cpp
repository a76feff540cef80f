#include "http/request.h"

namespace gatehouse::http {

QByteArray Request::queryValue(QByteArrayView name) const
{
    QByteArrayView rest = head.query;
    while (!rest.isEmpty()) {
        const qsizetype ampersand = rest.indexOf('&');
        const QByteArrayView pair = ampersand < 0 ? rest : rest.first(ampersand);
        rest = ampersand < 0 ? QByteArrayView() : rest.sliced(ampersand + 1);
        const qsizetype equals = pair.indexOf('=');
        const QByteArrayView key = equals < 0 ? pair : pair.first(equals);
        if (key == name)
            return QByteArray::fromPercentEncoding(equals < 0 ? QByteArray("") : pair.sliced(equals + 1).toByteArray());
    }
    return {};
}

} // namespace gatehouse::http
