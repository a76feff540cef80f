#include "raw_client.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <cerrno>
#include <csignal>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gatehouse::tests {

namespace {

sockaddr_in addressOf(const QHostAddress &host, quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(host.toIPv4Address());
    return address;
}

const sockaddr *generic(const sockaddr_in &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

} // namespace

struct RawClient::Tls {
    explicit Tls(int descriptor)
        : context(SSL_CTX_new(TLS_client_method()))
        , ssl(SSL_new(context))
    {
        SSL_set_fd(ssl, descriptor);
        (void)std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes to sockets that the server has closed
    }
    ~Tls()
    {
        SSL_free(ssl);
        SSL_CTX_free(context);
        ERR_clear_error();
    }
    Tls(const Tls &) = delete;
    Tls &operator=(const Tls &) = delete;

    SSL_CTX *const context;
    SSL *const ssl;
};

RawClient::RawClient(const Target &target, std::chrono::milliseconds patience)
    : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    , m_patience(patience)
{
    if (!connectTo(target))
        close();
}

RawClient::RawClient(quint16 port)
    : RawClient(Target{.port = port})
{
}

RawClient::~RawClient()
{
    close();
}

bool RawClient::connectTo(const Target &target)
{
    const int on = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    // A port is chosen for both ends together, so that many connections from one address find one.
    ::setsockopt(m_descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    const sockaddr_in from = addressOf(target.from, 0);
    const sockaddr_in to = addressOf(QHostAddress(QHostAddress::LocalHost), target.port);
    if (::bind(m_descriptor, generic(from), sizeof from) != 0)
        return false;
    if (::connect(m_descriptor, generic(to), sizeof to) != 0 && (errno != EINPROGRESS || !wait(POLLOUT)))
        return false;
    int error = 0;
    socklen_t size = sizeof error;
    if (::getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0)
        return false;
    if (!target.tls)
        return true;
    m_tls = std::make_unique<Tls>(m_descriptor);
    int result = 0;
    do {
        result = SSL_connect(m_tls->ssl);
    } while (result != 1 && canRetry(result));
    return result == 1;
}

void RawClient::close()
{
    m_tls.reset();
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
    m_ended = true;
}

bool RawClient::isConnected() const
{
    if (m_ended)
        return false;
    pollfd watched{m_descriptor, POLLRDHUP, 0};
    return ::poll(&watched, 1, 0) == 0;
}

bool RawClient::wait(short events) const
{
    const QDeadlineTimer deadline(m_patience);
    for (;;) {
        pollfd watched{m_descriptor, events, 0};
        const int ready = ::poll(&watched, 1, static_cast<int>(deadline.remainingTime()));
        if (ready >= 0 || errno != EINTR)
            return ready > 0;
    }
}

bool RawClient::canRetry(int result)
{
    const int error = SSL_get_error(m_tls->ssl, result);
    ERR_clear_error();
    switch (error) {
    case SSL_ERROR_WANT_READ: return wait(POLLIN);
    case SSL_ERROR_WANT_WRITE: return wait(POLLOUT);
    default: m_ended = true; return false;
    }
}

bool RawClient::send(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (m_tls) {
            size_t written = 0;
            const int result = SSL_write_ex(m_tls->ssl, bytes.data(), static_cast<size_t>(bytes.size()), &written);
            if (result != 1 && !canRetry(result))
                return false;
            bytes = bytes.sliced(static_cast<qsizetype>(written));
            continue;
        }
        const auto written = ::send(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
        if (written < 0 && errno != EINTR && (errno != EAGAIN || !wait(POLLOUT)))
            return false;
        bytes = bytes.sliced(std::max<qsizetype>(written, 0));
    }
    return true;
}

void RawClient::shutdownWriting()
{
    if (m_tls)
        SSL_shutdown(m_tls->ssl);
    ::shutdown(m_descriptor, SHUT_WR);
}

QByteArray RawClient::readUntil(QByteArrayView end)
{
    qsizetype searched = 0;
    for (;;) {
        const qsizetype at = m_received.indexOf(end, searched);
        if (at >= 0)
            return take(at + end.size());
        searched = std::max<qsizetype>(0, m_received.size() - end.size());
        if (!more())
            return take(m_received.size());
    }
}

QByteArray RawClient::readBytes(qsizetype count)
{
    while (m_received.size() < count && more()) { }
    return take(std::min(count, m_received.size()));
}

QByteArray RawClient::readToEnd()
{
    while (more()) { }
    return take(m_received.size());
}

QByteArray RawClient::readSome()
{
    if (m_received.isEmpty())
        (void)more();
    return take(m_received.size());
}

bool RawClient::waitForClose()
{
    while (more()) { }
    return !isConnected();
}

void RawClient::abort()
{
    const linger reset{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    close();
}

qsizetype RawClient::receive(char *buffer, qsizetype size)
{
    if (m_tls) {
        size_t got = 0;
        int result = 0;
        do {
            result = SSL_read_ex(m_tls->ssl, buffer, static_cast<size_t>(size), &got);
        } while (result != 1 && canRetry(result));
        return static_cast<qsizetype>(got);
    }
    for (;;) {
        const auto got = ::recv(m_descriptor, buffer, static_cast<size_t>(size), 0);
        if (got > 0)
            return got;
        if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
            m_ended = true;
            m_error = got < 0 ? errno : 0;
            return 0;
        }
        if (!wait(POLLIN))
            return 0;
    }
}

bool RawClient::more()
{
    char buffer[64 * 1024];
    const qsizetype got = m_ended ? 0 : receive(buffer, sizeof buffer);
    m_received.append(buffer, got);
    return got > 0;
}

QByteArray RawClient::take(qsizetype count)
{
    QByteArray taken = m_received.first(count);
    m_received.remove(0, count);
    return taken;
}

} // namespace gatehouse::tests
