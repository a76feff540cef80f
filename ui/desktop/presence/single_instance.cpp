#include "desktop/presence/single_instance.h"

#include <QDir>
#include <QLocalSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop {

namespace {

constexpr std::chrono::milliseconds kPatience = 1s;

QString inFolder(const QString &folder, const QString &name)
{
    QDir().mkpath(folder);
    return folder + u'/' + name;
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_socketPath(inFolder(folder, u"gatehouse-console.socket"_s))
    , m_lock(inFolder(folder, u"gatehouse-console.lock"_s))
{
    m_lock.setStaleLockTime(0); // held as long as the process lives, however long that is
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *const socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            socket->disconnectFromServer();
            Q_EMIT raiseRequested();
        }
    });
}

SingleInstance::~SingleInstance()
{
    m_server.close();
}

bool SingleInstance::claim()
{
    if (m_lock.tryLock(0)) {
        listen();
        return true;
    }
    if (m_lock.error() != QLockFile::LockFailedError)
        return true;
    askFirst();
    return false;
}

/// Nobody else may have the socket now: what is there was left by one that crashed.
void SingleInstance::listen()
{
    QLocalServer::removeServer(m_socketPath);
    m_server.listen(m_socketPath);
}

void SingleInstance::askFirst() const
{
    QLocalSocket socket;
    socket.connectToServer(m_socketPath);
    if (socket.waitForConnected(int(kPatience.count())))
        socket.waitForDisconnected(int(kPatience.count()));
}

} // namespace gatehouse::desktop
