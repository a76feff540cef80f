#pragma once

#include "http/tls_context.h"

#include <QByteArray>
#include <QByteArrayList>

#include <memory>

/// A blocking TLS client of one's own making: what a test needs to ask for what no sane client would.
class TlsClient
{
public:
    struct FreeSession {
        void operator()(SSL_SESSION *session) const { SSL_SESSION_free(session); }
    };
    using Session = std::unique_ptr<SSL_SESSION, FreeSession>;

    struct Options {
        int version = 0; ///< TLS1_2_VERSION …; 0: any
        QByteArray ciphers = {}; ///< of TLS 1.2 and before, however weak
        QByteArrayList protocols = {}; ///< ALPN
        SSL_SESSION *session = nullptr; ///< to resume
    };
    explicit TlsClient(quint16 port);
    TlsClient(quint16 port, const Options &options);
    /// Closes without a word, as a client that crashed does.
    ~TlsClient();
    TlsClient(const TlsClient &) = delete;
    TlsClient &operator=(const TlsClient &) = delete;

    [[nodiscard]] bool isSecured() const { return m_secured; }
    [[nodiscard]] SSL *ssl() const { return m_ssl.get(); }
    [[nodiscard]] QByteArray protocol() const; ///< chosen by ALPN
    [[nodiscard]] QByteArrayList chain() const; ///< common names, as the server sent them
    [[nodiscard]] Session takeSession(); ///< after at least one answer, for TLS 1.3

    bool send(QByteArrayView bytes) const;
    /// What comes until `end` has; everything so far when the server ends or three seconds pass.
    [[nodiscard]] QByteArray readUntil(QByteArrayView end) const;
    [[nodiscard]] QByteArray readAll() const { return readUntil({}); }
    /// Whether the server has said close_notify.
    [[nodiscard]] bool wasClosedProperly() const { return (SSL_get_shutdown(m_ssl.get()) & SSL_RECEIVED_SHUTDOWN) != 0; }
    /// Sends close_notify; the other direction stays open.
    void endWriting() const { SSL_shutdown(m_ssl.get()); }
    /// Closes with a reset.
    void abort();

private:
    std::unique_ptr<SSL_CTX, gatehouse::http::FreeSsl> m_context;
    std::unique_ptr<SSL, gatehouse::http::FreeSsl> m_ssl;
    int m_descriptor = -1;
    bool m_secured = false;
};
