#include "desktop/servers/server_address.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

QUrl serverAddressFrom(const QString &entered)
{
    const QString text = entered.trimmed();
    const bool saysHow = text.contains(u"://"_s);
    QUrl url(saysHow ? text : u"https://"_s + text, QUrl::TolerantMode);
    if (!saysHow && isOnThisComputer(url))
        url.setScheme(u"http"_s);
    const bool isHttp = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return url.isValid() && isHttp && !url.host().isEmpty() && url.userInfo().isEmpty() ? url : QUrl();
}

bool isOnThisComputer(const QUrl &server)
{
    return server.host() == "localhost"_L1 || QHostAddress(server.host()).isLoopback();
}

bool isInTheClear(const QUrl &server)
{
    return server.scheme() != "https"_L1 && !isOnThisComputer(server);
}

} // namespace gatehouse::desktop
