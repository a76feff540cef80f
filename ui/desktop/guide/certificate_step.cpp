#include "desktop/guide/certificate_step.h"

#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QFormLayout>
#include <QLocale>
#include <QProgressBar>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

QString fingerprintText(const QByteArray &digest)
{
    return QString::fromLatin1(digest.toHex(':').toUpper());
}

CertificateStep::CertificateStep(Theme &theme, ServerProfile profile, QWidget *parent)
    : Entrance(theme, tr("Connecting to %1").arg(profile.name), profile.url.toDisplayString(), parent)
    , m_profile(std::move(profile))
    , m_progress(new QProgressBar)
    , m_facts(new QFormLayout)
    , m_accept(makeButton(theme, tr("Trust this certificate"), ButtonKind::Danger))
    , m_again(makeButton(theme, tr("Try again"), ButtonKind::Primary))
{
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Connecting"));
    m_facts->setHorizontalSpacing(kGap);
    m_facts->setVerticalSpacing(kGapSmall);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_accept->setAutoDefault(false);
    QPushButton *const other = makeButton(theme, tr("Use another server"), ButtonKind::Plain);
    body()->addWidget(m_progress);
    body()->addLayout(m_facts);
    body()->addSpacing(kGapTiny);
    body()->addWidget(m_again);
    body()->addWidget(m_accept);
    body()->addWidget(other);
    connect(m_again, &QPushButton::clicked, this, &CertificateStep::look);
    connect(m_accept, &QPushButton::clicked, this, [this] { Q_EMIT trusted(m_pin); });
    connect(other, &QPushButton::clicked, this, &CertificateStep::serverChangeRequested);
    m_accept->hide();
    m_again->hide();
}

void CertificateStep::look()
{
    m_progress->show();
    m_again->hide();
    auto *const probe = new client::CertificateProbe(m_profile.url, this);
    connect(probe, &client::CertificateProbe::shown, this, &CertificateStep::judge);
    connect(probe, &client::CertificateProbe::failed, this, &CertificateStep::showFailure);
    connect(probe, &client::CertificateProbe::shown, probe, &QObject::deleteLater);
    connect(probe, &client::CertificateProbe::failed, probe, &QObject::deleteLater);
    probe->start();
}

void CertificateStep::judge(const QSslCertificate &certificate, const QString &problem)
{
    m_pin = certificate.digest(QCryptographicHash::Sha256);
    if (m_pin == m_profile.pin || (m_profile.pin.isEmpty() && problem.isEmpty())) {
        Q_EMIT trusted(m_pin);
        return;
    }
    ask(certificate, problem);
}

void CertificateStep::ask(const QSslCertificate &certificate, const QString &problem)
{
    m_progress->hide();
    m_accept->show();
    if (m_profile.pin.isEmpty())
        setWords(tr("Is this %1?").arg(m_profile.name),
                 tr("Nobody this computer trusts vouches for its certificate. Compare the fingerprint with the one its "
                    "administrator tells you; it is remembered, and asked about again only if it changes."));
    else if (problem.isEmpty())
        setWords(tr("The certificate of %1 has changed").arg(m_profile.name),
                 tr("The new one is vouched for, as after a renewal. If nobody has renewed it, somebody may stand between."));
    else
        setWords(tr("The certificate of %1 has changed").arg(m_profile.name),
                 tr("Nobody this computer trusts vouches for the new one. Unless its administrator tells you why, somebody "
                    "stands between you and the server: do not sign in."));
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    addFact(tr("Made out to"), certificate.subjectInfo(QSslCertificate::CommonName).join(u", "_s), false);
    addFact(tr("By"), certificate.isSelfSigned() ? tr("itself") : certificate.issuerDisplayName(), false);
    addFact(tr("Until"), QLocale().toString(certificate.expiryDate().toLocalTime(), QLocale::ShortFormat), false);
    addFact(tr("Fingerprint"), fingerprintText(m_pin), true);
    if (!m_profile.pin.isEmpty())
        addFact(tr("It was"), fingerprintText(m_profile.pin), true);
    addFact(tr("Problem"), problem, false);
}

void CertificateStep::addFact(const QString &name, const QString &value, bool mono)
{
    if (value.isEmpty())
        return;
    QString broken = value; // where a line may end
    if (mono)
        broken.replace(u":"_s, u":\u200B"_s);
    auto *const text = (new Label(mono ? TextStyle::Mono : TextStyle::Body, broken))->wrapped()->selectable();
    text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    m_facts->addRow((new Label(TextStyle::Body, name))->muted(), text);
}

void CertificateStep::showFailure(const QString &reason)
{
    m_progress->hide();
    m_again->show();
    setWords(tr("%1 cannot be reached").arg(m_profile.name), reason);
}

} // namespace gatehouse::desktop
