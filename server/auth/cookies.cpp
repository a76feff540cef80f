#include "auth/cookies.h"

namespace gatehouse::auth {

namespace {

QByteArrayView trimmed(QByteArrayView text)
{
    while (text.startsWith(' ') || text.startsWith('\t'))
        text = text.sliced(1);
    while (text.endsWith(' ') || text.endsWith('\t'))
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

void setSessionCookies(http::Response &response, const CookieSettings &settings, const SessionCookies &cookies)
{
    const auto set = [&](const QByteArray &name, const QByteArray &value, std::chrono::seconds life, const char *attributes) {
        QByteArray cookie = name + '=' + value + "; Path=/; Max-Age=" + QByteArray::number(static_cast<qint64>(life.count()));
        cookie += attributes;
        if (settings.secure)
            cookie += "; Secure";
        response.withHeader("Set-Cookie", cookie);
    };
    set(settings.accessName(), cookies.accessToken, cookies.accessLife, "; HttpOnly; SameSite=Lax");
    set(settings.refreshName(), cookies.refreshToken, cookies.refreshLife, "; HttpOnly; SameSite=Lax");
    set(settings.csrfName(), cookies.csrfToken, cookies.refreshLife, "; SameSite=Lax");
}

void clearSessionCookies(http::Response &response, const CookieSettings &settings)
{
    setSessionCookies(response, settings, {}); // a life of zero
}

} // namespace gatehouse::auth
