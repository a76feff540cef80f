#pragma once

#include <QObject>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

namespace gatehouse::client {

/// Looks at the certificate a server shows, before anything is said to it. Lives in the thread that made it.
class CertificateProbe : public QObject
{
    Q_OBJECT

public:
    explicit CertificateProbe(QUrl server, QObject *parent = nullptr);

    /// Gives up after ten seconds. One of the signals follows.
    void start();

Q_SIGNALS:
    /// `problem`: why the system's authorities do not vouch for it; empty: they do.
    void shown(const QSslCertificate &certificate, const QString &problem);
    void failed(const QString &reason);

private:
    void finish(const QString &reason);

    const QUrl m_server;
    QSslSocket m_socket;
    QTimer m_patience;
    QString m_problem;
    bool m_done = false;
};

} // namespace gatehouse::client
