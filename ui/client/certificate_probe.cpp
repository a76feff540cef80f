#include "client/certificate_probe.h"

using namespace std::chrono_literals;

namespace gatehouse::client {

namespace {

constexpr std::chrono::milliseconds kPatience = 10s;
constexpr int kHttpsPort = 443;

} // namespace

CertificateProbe::CertificateProbe(QUrl server, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(tr("It does not answer.")); });
    connect(&m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_problem = errors.isEmpty() ? QString() : errors.front().errorString();
        m_socket.ignoreSslErrors(errors); // to see it is all that is wanted
    });
    connect(&m_socket, &QSslSocket::encrypted, this, [this] { finish({}); });
    connect(&m_socket, &QSslSocket::errorOccurred, this, [this] { finish(m_socket.errorString()); });
}

void CertificateProbe::start()
{
    m_patience.start(kPatience);
    m_socket.connectToHostEncrypted(m_server.host(), quint16(m_server.port(kHttpsPort)));
}

void CertificateProbe::finish(const QString &reason)
{
    if (m_done)
        return;
    m_done = true;
    m_patience.stop();
    const QSslCertificate certificate = m_socket.peerCertificate();
    m_socket.abort();
    if (reason.isEmpty())
        Q_EMIT shown(certificate, m_problem);
    else
        Q_EMIT failed(reason);
}

} // namespace gatehouse::client
