#include "http_receiver.h"

#include <QByteArrayList>

#include <chrono>
#include <optional>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gatehouse::tests {

namespace {

constexpr int kLookMilliseconds = 20;

bool isReadable(int socket)
{
    pollfd wanted{socket, POLLIN, 0};
    return ::poll(&wanted, 1, kLookMilliseconds) > 0;
}

std::optional<Received> parse(const QByteArray &text)
{
    const qsizetype end = text.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    Received request;
    QByteArrayList lines = text.first(end).split('\n');
    request.target = lines.takeFirst().trimmed();
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    request.body = text.sliced(end + 4);
    return request.body.size() < request.headers.value("content-length").toLongLong() ? std::nullopt : std::optional(request);
}

} // namespace

HttpReceiver::HttpReceiver(Responder responder)
    : m_responder(std::move(responder))
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto *const generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 16) != 0 || ::getsockname(m_listener, generic, &size) != 0)
        qFatal("no free port");
    m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

HttpReceiver::~HttpReceiver()
{
    m_thread.request_stop();
    m_thread.join();
    ::close(m_listener);
}

std::vector<Received> HttpReceiver::received() const
{
    const std::lock_guard lock(m_mutex);
    return m_received;
}

void HttpReceiver::respond(Responder responder)
{
    const std::lock_guard lock(m_mutex);
    m_responder = std::move(responder);
}

void HttpReceiver::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        if (!isReadable(m_listener))
            continue;
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        serve(socket, stop);
        ::close(socket);
    }
}

void HttpReceiver::serve(int socket, const std::stop_token &stop)
{
    QByteArray text;
    std::optional<Received> request;
    while (!request && !stop.stop_requested()) {
        if (!isReadable(socket))
            continue;
        char buffer[65'536];
        const ssize_t count = ::read(socket, buffer, sizeof(buffer));
        if (count <= 0)
            return;
        text.append(buffer, count);
        request = parse(text);
    }
    if (!request)
        return;
    QByteArray answer;
    {
        const std::lock_guard lock(m_mutex);
        m_received.push_back(*request);
        answer = m_responder(*request);
    }
    while (m_hanging && !stop.stop_requested())
        std::this_thread::sleep_for(std::chrono::milliseconds(kLookMilliseconds));
    if (!answer.isEmpty())
        (void)::send(socket, answer.constData(), static_cast<std::size_t>(answer.size()), MSG_NOSIGNAL);
}

} // namespace gatehouse::tests
