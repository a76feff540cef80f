#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <atomic>

namespace gatehouse::telemetry {

/// Where log lines go: an open file descriptor, usually standard error.
///
/// Each line is one write. A reader that does not keep up (a stuck log collector behind a pipe or socket) may hold a
/// writer up for 20 ms once; while it stays stuck, lines are dropped and counted instead. A regular file is written
/// as it is. Thread-safe.
class LogSink
{
public:
    /// Does not own `descriptor`, and does not change its flags, which other processes share.
    explicit LogSink(int descriptor);
    ~LogSink();
    LogSink(const LogSink &) = delete;
    LogSink &operator=(const LogSink &) = delete;

    void write(QByteArrayView line);

    [[nodiscard]] bool isTerminal() const;
    [[nodiscard]] quint64 droppedLines() const { return m_dropped.load(std::memory_order_relaxed); }

private:
    [[nodiscard]] qint64 writeOnce(QByteArrayView bytes) const;
    [[nodiscard]] bool waitUntilWritable();

    int m_descriptor;
    int m_ownDescriptor = -1; ///< the same file, opened again for writing without waiting
    bool m_isSocket = false;
    std::atomic<quint64> m_dropped = 0;
    std::atomic<qint64> m_stuckUntil = 0; ///< steady milliseconds; nobody waits before
};

} // namespace gatehouse::telemetry
