#include "http/tls_identity.h"

#include "core/ip_address.h"
#include "core/secret_bytes.h"

#include <QFile>

#include <array>
#include <ctime>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>

namespace gatehouse::http {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestFile = 1024 * 1024;
constexpr time_t kSoon = 14 * 24 * 3600;

struct FreeBio {
    void operator()(BIO *bio) const { BIO_free(bio); }
};

/// The first reason in OpenSSL's queue, in its words; empties the queue.
QString opensslReason()
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    const char *reason = ERR_reason_error_string(code);
    return reason == nullptr ? u"OpenSSL gives no reason"_s : QString::fromLatin1(reason);
}

/// No colon behind the path: after a name like `server.key` the log would take what follows for a secret.
std::unexpected<Error> refuse(const QString &path, const QString &what)
{
    return failure(ErrorKind::Invalid, path + u' ' + what);
}

/// A whole file, in memory that is cleansed: it may be the key.
Result<SecretBytes> readWhole(const QString &path)
{
    QFile file(path);
    // Without Qt's buffer nothing of a key stays behind in memory that nobody cleanses.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return refuse(path, u"cannot be read: "_s + file.errorString());
    if (file.size() > kLargestFile)
        return refuse(path, u"is larger than 1 MiB"_s);
    SecretBytes bytes = SecretBytes::ofSize(file.size());
    if (file.read(bytes.data(), bytes.size()) != bytes.size())
        return refuse(path, u"cannot be read to its end"_s);
    return bytes;
}

std::unique_ptr<BIO, FreeBio> bioOver(const SecretBytes &bytes)
{
    return std::unique_ptr<BIO, FreeBio>(BIO_new_mem_buf(bytes.view().data(), static_cast<int>(bytes.size())));
}

/// OpenSSL would otherwise ask on the terminal, where nobody may be.
int noPassphrase(char *, int, int, void *asked)
{
    *static_cast<bool *>(asked) = true;
    return -1;
}

/// Whether OpenSSL stopped because there is nothing more in the file.
bool isEndOfPem()
{
    return ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
}

} // namespace

Result<TlsIdentity> TlsIdentity::read(const TlsFiles &files, const Clock &clock)
{
    ERR_clear_error();
    TlsIdentity identity;
    if (Result<void> certificates = identity.readCertificates(files.certificate); !certificates)
        return std::unexpected(certificates.error());
    if (Result<void> key = identity.readKey(files.key); !key)
        return std::unexpected(key.error());
    if (X509_check_private_key(identity.m_certificate.get(), identity.m_key.get()) != 1) {
        ERR_clear_error();
        return refuse(files.key, u"is not the key of the certificate in "_s + files.certificate);
    }
    identity.checkValidity(files.certificate, clock.now());
    return identity;
}

Result<void> TlsIdentity::readCertificates(const QString &path)
{
    const Result<SecretBytes> text = readWhole(path);
    if (!text)
        return std::unexpected(text.error());
    const auto bio = bioOver(*text);
    m_certificate.reset(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    if (!m_certificate)
        return refuse(path, isEndOfPem() ? u"holds no certificate in PEM"_s : u"cannot be parsed: "_s + opensslReason());
    const X509 *below = m_certificate.get();
    while (X509 *next = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)) {
        m_chain.emplace_back(next);
        if (X509_NAME_cmp(X509_get_issuer_name(below), X509_get_subject_name(next)) != 0)
            m_warnings.append(u"certificate %1 in %2 did not issue the one before it"_s.arg(m_chain.size() + 1).arg(path));
        below = next;
    }
    if (!isEndOfPem())
        return refuse(path, u"cannot be parsed at certificate %1: %2"_s.arg(m_chain.size() + 2).arg(opensslReason()));
    ERR_clear_error();
    return {};
}

Result<void> TlsIdentity::readKey(const QString &path)
{
    const Result<SecretBytes> text = readWhole(path);
    if (!text)
        return std::unexpected(text.error());
    bool askedForPassphrase = false;
    m_key.reset(PEM_read_bio_PrivateKey(bioOver(*text).get(), nullptr, noPassphrase, &askedForPassphrase));
    if (!m_key && askedForPassphrase) {
        ERR_clear_error();
        return refuse(path, u"is protected by a passphrase; take it off, and protect the file instead"_s);
    }
    if (!m_key)
        return refuse(path, u"holds no private key in PEM: "_s + opensslReason());
    ERR_clear_error();
    struct stat status{};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0 && (status.st_mode & S_IRWXO) != 0)
        m_warnings.append(path + u" may be read by everybody on this machine; chmod o= it"_s);
    return {};
}

void TlsIdentity::checkValidity(const QString &path, WallTime now)
{
    const time_t seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const auto isPast = [](const ASN1_TIME *time, time_t moment) { return X509_cmp_time(time, &moment) < 0; };
    const ASN1_TIME *end = X509_get0_notAfter(m_certificate.get());
    if (!isPast(X509_get0_notBefore(m_certificate.get()), seconds))
        m_warnings.append(u"the certificate in %1 is not valid yet"_s.arg(path));
    if (isPast(end, seconds))
        m_warnings.append(u"the certificate in %1 has expired"_s.arg(path));
    else if (isPast(end, seconds + kSoon))
        m_warnings.append(u"the certificate in %1 expires within two weeks"_s.arg(path));
}

bool TlsIdentity::covers(QByteArrayView host) const
{
    if (IpAddress::parse(host))
        return X509_check_ip_asc(m_certificate.get(), host.toByteArray().constData(), 0) == 1;
    // OpenSSL takes a leading dot for "any name below".
    return !host.startsWith('.')
        && X509_check_host(m_certificate.get(), host.data(), static_cast<size_t>(host.size()),
                           X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS, nullptr)
        == 1;
}

} // namespace gatehouse::http
