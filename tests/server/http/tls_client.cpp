#include "tls_client.h"

#include <openssl/err.h>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

TlsClient::TlsClient(quint16 port)
    : TlsClient(port, Options())
{
}

TlsClient::TlsClient(quint16 port, const Options &options)
    : m_context(SSL_CTX_new(TLS_client_method()))
    , m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{3, 0};
    const int on = 1;
    setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (m_descriptor < 0 || ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("cannot connect to port %d", port);

    SSL_CTX_set_security_level(m_context.get(), 0);
    SSL_CTX_set_min_proto_version(m_context.get(), options.version);
    SSL_CTX_set_max_proto_version(m_context.get(), options.version);
    if (!options.ciphers.isEmpty() && SSL_CTX_set_cipher_list(m_context.get(), options.ciphers.constData()) != 1)
        qFatal("this OpenSSL has no %s", options.ciphers.constData());
    m_ssl.reset(SSL_new(m_context.get()));
    QByteArray protocols;
    for (const QByteArray &protocol : options.protocols)
        protocols.append(char(protocol.size())).append(protocol);
    SSL_set_alpn_protos(m_ssl.get(), reinterpret_cast<const unsigned char *>(protocols.constData()), uint(protocols.size()));
    if (options.session != nullptr)
        SSL_set_session(m_ssl.get(), options.session);
    SSL_set_fd(m_ssl.get(), m_descriptor);
    m_secured = SSL_connect(m_ssl.get()) == 1;
}

TlsClient::~TlsClient()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    ERR_clear_error();
}

QByteArray TlsClient::protocol() const
{
    const unsigned char *name = nullptr;
    unsigned int size = 0;
    SSL_get0_alpn_selected(m_ssl.get(), &name, &size);
    return QByteArray(reinterpret_cast<const char *>(name), size);
}

QByteArrayList TlsClient::chain() const
{
    QByteArrayList names;
    const STACK_OF(X509) *certificates = SSL_get_peer_cert_chain(m_ssl.get());
    for (int i = 0; i < sk_X509_num(certificates); ++i) {
        char name[256] = {};
        X509_NAME_get_text_by_NID(X509_get_subject_name(sk_X509_value(certificates, i)), NID_commonName, name, sizeof name);
        names.append(name);
    }
    return names;
}

TlsClient::Session TlsClient::takeSession()
{
    return Session(SSL_get1_session(m_ssl.get()));
}

bool TlsClient::send(QByteArrayView bytes) const
{
    while (!bytes.isEmpty()) {
        size_t written = 0;
        if (SSL_write_ex(m_ssl.get(), bytes.data(), size_t(bytes.size()), &written) != 1)
            return false;
        bytes = bytes.sliced(qsizetype(written));
    }
    return true;
}

QByteArray TlsClient::readUntil(QByteArrayView end) const
{
    QByteArray all;
    char buffer[65536];
    size_t got = 0;
    while ((end.isEmpty() || !all.endsWith(end)) && SSL_read_ex(m_ssl.get(), buffer, sizeof buffer, &got) == 1)
        all.append(buffer, qsizetype(got));
    return all;
}

void TlsClient::abort()
{
    const linger now{1, 0};
    setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(m_descriptor);
    m_descriptor = -1;
}
