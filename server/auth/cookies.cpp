#include "auth/cookies.h"

namespace gatehouse::auth {

namespace {

QByteArrayView trimmed(QByteArrayView text)
{
    while (text.startsWith(' '))
        text = text.sliced(1);
    while (text.endsWith(' '))
        text.chop(1);
    return text;
}

} // namespace

QByteArrayView cookieValue(const http::RequestHead &head, QByteArrayView name)
{
    QByteArrayView found;
    for (const http::HeaderField &field : head.fields) {
        if (field.name.size() != 6 || qstrnicmp(field.name.data(), 6, "cookie", 6) != 0)
            continue;
        QByteArrayView rest = field.value;
        while (!rest.isEmpty()) {
            const qsizetype end = rest.indexOf(';');
            const QByteArrayView pair = trimmed(end < 0 ? rest : rest.first(end));
            rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
            if (pair.size() <= name.size() || pair[name.size()] != '=' || !pair.startsWith(name))
                continue;
            if (!found.isNull())
                return "";
            found = pair.sliced(name.size() + 1);
        }
    }
    return found;
}

void setCookie(http::Response &response, const CookieSettings &settings, QByteArrayView name, QByteArrayView value,
               std::chrono::seconds life)
{
    QByteArray cookie = name.toByteArray() + '=' + value.toByteArray()
        + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + QByteArray::number(static_cast<qint64>(life.count()));
    if (settings.secure)
        cookie += "; Secure";
    response.withHeader("Set-Cookie", cookie);
}

bool isSameOrigin(const http::RequestHead &head)
{
    if (const QByteArrayView site = head.field("Sec-Fetch-Site"); !site.isNull())
        return site == "same-origin";
    const QByteArrayView origin = head.field("Origin");
    if (origin.isNull())
        return true;
    const qsizetype scheme = origin.indexOf("://");
    return scheme > 0 && !head.host.isEmpty() && origin.sliced(scheme + 3) == head.host;
}

} // namespace gatehouse::auth
