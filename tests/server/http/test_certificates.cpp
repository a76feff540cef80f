#include "test_certificates.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

gatehouse::http::TlsFiles TestCertificates::selfSigned(const QString &name, const QString &kind) const
{
    const QString certificate = name + u".pem"_s;
    const QString key = name + u".key"_s;
    QStringList arguments{u"req"_s, u"-x509"_s, u"-newkey"_s, kind, u"-nodes"_s, u"-days"_s, u"30"_s};
    if (kind == u"ec")
        arguments += {u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s};
    arguments += {u"-subj"_s,   u"/CN="_s + name,
                  u"-addext"_s, u"subjectAltName=DNS:localhost,DNS:*.example.org,IP:127.0.0.1,IP:::1"_s,
                  u"-keyout"_s, key,
                  u"-out"_s,    certificate};
    openssl(arguments);
    return {.certificate = path(certificate), .key = path(key)};
}

void TestCertificates::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(u"openssl"_s, arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
}

void TestCertificates::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

QByteArray TestCertificates::read(const QString &name) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}
