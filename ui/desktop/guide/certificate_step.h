#pragma once

#include "client/certificate_probe.h"
#include "desktop/guide/entrance.h"
#include "desktop/shell/server_profile.h"

class QFormLayout;
class QProgressBar;
class QPushButton;

namespace gatehouse::desktop {

/// Makes sure that the server is the one it was. A certificate that is known passes by itself, and on the first visit one that
/// the system's authorities vouch for; any other is shown, with what is wrong with it, for a person to judge.
class CertificateStep : public Entrance
{
    Q_OBJECT

public:
    CertificateStep(Theme &theme, ServerProfile profile, QWidget *parent = nullptr);

    void look();

Q_SIGNALS:
    /// `pin`: SHA-256 of the certificate to go by.
    void trusted(const QByteArray &pin);
    void serverChangeRequested();

private:
    void judge(const QSslCertificate &certificate, const QString &problem);
    void ask(const QSslCertificate &certificate, const QString &problem);
    void showFailure(const QString &reason);
    void addFact(const QString &name, const QString &value, bool mono);

    const ServerProfile m_profile;
    QByteArray m_pin;
    QProgressBar *m_progress;
    QFormLayout *m_facts;
    QPushButton *m_accept;
    QPushButton *m_again;
};

/// "3F:A2:…", as people compare it.
[[nodiscard]] QString fingerprintText(const QByteArray &digest);

} // namespace gatehouse::desktop
