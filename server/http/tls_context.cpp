#include "http/tls_context.h"

#include <openssl/err.h>

namespace gatehouse::http {

using namespace Qt::StringLiterals;

namespace {

/// Mozilla's "intermediate" list without finite-field Diffie-Hellman. TLS 1.3's own ciphers are all of this kind.
constexpr char kTls12Ciphers[] = "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
                                 "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
                                 "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";
constexpr char kTls13Ciphers[] = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";
constexpr char kGroups[] = "X25519:P-256:P-384";
constexpr char kPostQuantumGroups[] = "X25519MLKEM768:X25519:P-256:P-384"; ///< known to OpenSSL 3.5 and later

/// NIST SP 800-57: 112 bits. Refuses RSA keys below 2,048 bits and signatures with SHA-1.
constexpr int kSecurityLevel = 2;
constexpr long kTicketSeconds = 3600;

constexpr unsigned char kSessionContext[] = "gatehouse";
constexpr unsigned char kProtocols[] = "\x08http/1.1\x08http/1.0";

/// RFC 7301: a client that offers only what we do not speak is told so, rather than served something else.
int selectProtocol(SSL *, const unsigned char **chosen, unsigned char *chosenSize, const unsigned char *offered,
                   unsigned int offeredSize, void *)
{
    unsigned char *selected = nullptr;
    if (SSL_select_next_proto(&selected, chosenSize, kProtocols, sizeof kProtocols - 1, offered, offeredSize)
        != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    *chosen = selected;
    return SSL_TLSEXT_ERR_OK;
}

} // namespace

TlsContext::TlsContext(std::shared_ptr<const TlsIdentity> identity)
    : m_identity(std::move(identity))
    , m_context(SSL_CTX_new(TLS_server_method()))
{
}

Result<std::shared_ptr<const TlsContext>> TlsContext::load(const TlsFiles &files, const Clock &clock)
{
    Result<TlsIdentity> identity = TlsIdentity::read(files, clock);
    if (!identity)
        return std::unexpected(identity.error());
    auto context = make(std::make_shared<const TlsIdentity>(std::move(*identity)));
    if (!context)
        context.error().detail = u"%1 cannot be used: %2"_s.arg(files.certificate, context.error().detail);
    return context;
}

Result<std::shared_ptr<const TlsContext>> TlsContext::renewed() const
{
    return make(m_identity);
}

Result<std::shared_ptr<const TlsContext>> TlsContext::make(std::shared_ptr<const TlsIdentity> identity)
{
    ERR_clear_error();
    std::shared_ptr<TlsContext> context(new TlsContext(std::move(identity)));
    if (context->m_context && context->setProtocol() && context->setIdentity())
        return context;
    const char *reason = ERR_reason_error_string(ERR_get_error());
    ERR_clear_error();
    return failure(ErrorKind::Invalid, QString::fromLatin1(reason ? reason : "out of memory"));
}

bool TlsContext::setProtocol()
{
    SSL_CTX *context = m_context.get();
    SSL_CTX_set_security_level(context, kSecurityLevel);
    SSL_CTX_set_options(context,
                        SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE
                            | SSL_OP_PRIORITIZE_CHACHA
                            // Requests say themselves where they end, so a missing close_notify cuts nothing off.
                            | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_mode(context,
                     SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS
                         | SSL_MODE_NO_AUTO_CHAIN);
    // A client that sends nothing but key updates must come back to the event loop between them.
    SSL_CTX_clear_mode(context, SSL_MODE_AUTO_RETRY);
    SSL_CTX_set_read_ahead(context, 1);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF); // tickets only: nothing to lock, nothing to fill
    SSL_CTX_set_timeout(context, kTicketSeconds);
    SSL_CTX_set_max_early_data(context, 0);
    SSL_CTX_set_alpn_select_cb(context, selectProtocol, nullptr);
    const bool groups = SSL_CTX_set1_groups_list(context, kPostQuantumGroups) == 1
        || (ERR_clear_error(), SSL_CTX_set1_groups_list(context, kGroups) == 1);
    return groups && SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1
        && SSL_CTX_set_max_proto_version(context, TLS1_3_VERSION) == 1 && SSL_CTX_set_cipher_list(context, kTls12Ciphers) == 1
        && SSL_CTX_set_ciphersuites(context, kTls13Ciphers) == 1
        && SSL_CTX_set_session_id_context(context, kSessionContext, sizeof kSessionContext - 1) == 1;
}

bool TlsContext::setIdentity()
{
    SSL_CTX *context = m_context.get();
    if (SSL_CTX_use_certificate(context, m_identity->certificate()) != 1
        || SSL_CTX_use_PrivateKey(context, m_identity->key()) != 1)
        return false;
    for (const auto &certificate : m_identity->chain()) {
        if (SSL_CTX_add1_chain_cert(context, certificate.get()) != 1)
            return false;
    }
    return true;
}

std::unique_ptr<SSL, FreeSsl> TlsContext::newSession() const
{
    std::unique_ptr<SSL, FreeSsl> session(SSL_new(m_context.get()));
    if (session)
        SSL_set_accept_state(session.get());
    else
        ERR_clear_error();
    return session;
}

} // namespace gatehouse::http
