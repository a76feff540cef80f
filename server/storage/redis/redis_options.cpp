#include "redis/redis_options.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Invalid, u"cannot read %1: %2"_s.arg(path, file.errorString()));
    return file.readAll();
}

Result<QList<QSslCertificate>> certificatesIn(const QString &path)
{
    const Result<QByteArray> pem = contentOf(path);
    if (!pem)
        return std::unexpected(pem.error());
    QList<QSslCertificate> certificates = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (certificates.isEmpty())
        return failure(ErrorKind::Invalid, u"%1 holds no certificate in PEM"_s.arg(path));
    return certificates;
}

Result<QSslKey> keyIn(const QString &path)
{
    Result<QByteArray> pem = contentOf(path);
    if (!pem)
        return std::unexpected(pem.error());
    QSslKey key;
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        if (key.isNull())
            key = QSslKey(*pem, algorithm);
    }
    cleanse(*pem);
    if (key.isNull())
        return failure(ErrorKind::Invalid, u"%1 holds no unencrypted RSA or elliptic curve key in PEM"_s.arg(path));
    return key;
}

} // namespace

Result<QSslConfiguration> redisTls(const RedisTlsFiles &files)
{
    if (!QSslSocket::supportsSsl())
        return failure(ErrorKind::Invalid, u"this Qt has no TLS"_s);
    if (files.certificate.isEmpty() != files.key.isEmpty())
        return failure(ErrorKind::Invalid, u"a client certificate and its key are given together or not at all"_s);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!files.ca.isEmpty()) {
        const Result<QList<QSslCertificate>> authorities = certificatesIn(files.ca);
        if (!authorities)
            return std::unexpected(authorities.error());
        tls.setCaCertificates(*authorities);
    }
    if (!files.certificate.isEmpty()) {
        const Result<QList<QSslCertificate>> chain = certificatesIn(files.certificate);
        if (!chain)
            return std::unexpected(chain.error());
        const Result<QSslKey> key = keyIn(files.key);
        if (!key)
            return std::unexpected(key.error());
        tls.setLocalCertificateChain(*chain);
        tls.setPrivateKey(*key);
    }
    return tls;
}

} // namespace gatehouse::storage
