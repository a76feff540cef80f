#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QStringList>

#include <memory>
#include <vector>

#include <openssl/evp.h>
#include <openssl/x509.h>

namespace gatehouse::http {

/// Where the server's certificate and its key are, both in PEM.
struct TlsFiles {
    QString certificate; ///< the server's own certificate first, then the chain up to the root, root left out
    QString key; ///< without a passphrase
};

/// Who the server is over TLS: a certificate, what vouches for it, and the private key. Immutable once read, so any
/// thread may use it.
class TlsIdentity
{
public:
    /// Reads both files. Fails with ErrorKind::Invalid, naming the file, when one cannot be read or is not what it should be,
    /// or when the key is not the certificate's.
    [[nodiscard]] static Result<TlsIdentity> read(const TlsFiles &files, const Clock &clock);

    /// What an operator should hear of but what keeps nobody from serving: an expired or not yet valid certificate, one that
    /// ends within two weeks, a chain that is out of order, a key that others on this machine may read.
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

    /// Whether the certificate is for `host`: a name, wildcards included (RFC 6125), or an address, without port or brackets.
    [[nodiscard]] bool covers(QByteArrayView host) const;

    [[nodiscard]] X509 *certificate() const { return m_certificate.get(); }
    [[nodiscard]] EVP_PKEY *key() const { return m_key.get(); }
    [[nodiscard]] const auto &chain() const { return m_chain; } ///< without the certificate itself

private:
    struct Free {
        void operator()(X509 *certificate) const { X509_free(certificate); }
        void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    };
    using Certificate = std::unique_ptr<X509, Free>;

    TlsIdentity() = default;
    [[nodiscard]] Result<void> readCertificates(const QString &path);
    [[nodiscard]] Result<void> readKey(const QString &path);
    void checkValidity(const QString &path, WallTime now);

    Certificate m_certificate;
    std::vector<Certificate> m_chain;
    std::unique_ptr<EVP_PKEY, Free> m_key;
    QStringList m_warnings;
};

} // namespace gatehouse::http
