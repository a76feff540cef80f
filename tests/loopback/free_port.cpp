#include "free_port.h"

#include <QTcpServer>

namespace gatehouse::tests {

quint16 freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("there is no free port");
    return server.serverPort();
}

} // namespace gatehouse::tests
