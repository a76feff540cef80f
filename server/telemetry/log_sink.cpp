#include "telemetry/log_sink.h"

#include <QByteArray>

#include <cerrno>
#include <chrono>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gatehouse::telemetry {

namespace {

constexpr int kLongestWaitMs = 20;
constexpr qint64 kStuckMs = 1000;

qint64 steadyMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

LogSink::LogSink(int descriptor)
    : m_descriptor(descriptor)
{
    struct stat status{};
    if (fstat(descriptor, &status) != 0)
        return;
    m_isSocket = S_ISSOCK(status.st_mode);
    if (S_ISFIFO(status.st_mode) || S_ISCHR(status.st_mode)) {
        const QByteArray path = "/proc/self/fd/" + QByteArray::number(descriptor);
        m_ownDescriptor = open(path.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    }
}

LogSink::~LogSink()
{
    if (m_ownDescriptor >= 0)
        close(m_ownDescriptor);
}

bool LogSink::isTerminal() const
{
    return isatty(m_descriptor) == 1;
}

void LogSink::write(QByteArrayView line)
{
    while (!line.isEmpty()) {
        const qint64 written = writeOnce(line);
        if (written > 0) {
            line = line.sliced(written);
        } else if (written == 0 || (errno != EINTR && !((errno == EAGAIN || errno == EWOULDBLOCK) && waitUntilWritable()))) {
            m_dropped.fetch_add(1, std::memory_order_relaxed);
            return;
        }
    }
}

qint64 LogSink::writeOnce(QByteArrayView bytes) const
{
    const auto size = static_cast<std::size_t>(bytes.size());
    if (m_isSocket)
        return send(m_descriptor, bytes.data(), size, MSG_DONTWAIT | MSG_NOSIGNAL);
    return ::write(m_ownDescriptor >= 0 ? m_ownDescriptor : m_descriptor, bytes.data(), size);
}

bool LogSink::waitUntilWritable()
{
    const qint64 now = steadyMs();
    if (now < m_stuckUntil.load(std::memory_order_relaxed))
        return false;
    pollfd waiting{m_ownDescriptor >= 0 ? m_ownDescriptor : m_descriptor, POLLOUT, 0};
    if (poll(&waiting, 1, kLongestWaitMs) == 1)
        return true;
    m_stuckUntil.store(now + kLongestWaitMs + kStuckMs, std::memory_order_relaxed);
    return false;
}

} // namespace gatehouse::telemetry
