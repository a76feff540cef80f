#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "telemetry/log_line.h"
#include "telemetry/log_sink.h"

#include <QLoggingCategory>

#include <atomic>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <span>

namespace gatehouse::telemetry {

Q_DECLARE_LOGGING_CATEGORY(lcServer) ///< gatehouse.server: start, reload, drain, stop
Q_DECLARE_LOGGING_CATEGORY(lcHttp) ///< gatehouse.http: the door
Q_DECLARE_LOGGING_CATEGORY(lcAccess) ///< gatehouse.access: one line for each request
Q_DECLARE_LOGGING_CATEGORY(lcAuth) ///< gatehouse.auth
Q_DECLARE_LOGGING_CATEGORY(lcLimits) ///< gatehouse.limits
Q_DECLARE_LOGGING_CATEGORY(lcHealth) ///< gatehouse.health

/// Says something with named values, at `level` in `category`: request and trace identifiers of the thread's LogContext
/// come by themselves, secrets are masked. Costs one comparison when the level is off. Thread-safe. Without a Logger
/// it goes wherever Qt's messages go.
void logEvent(const QLoggingCategory &category, LogLevel level, QByteArrayView message, std::span<const LogField> fields);
void logEvent(const QLoggingCategory &category, LogLevel level, QByteArrayView message,
              std::initializer_list<LogField> fields = {});

enum class LogFormat { Json, Text };

struct LoggerOptions {
    LogFormat format = LogFormat::Json;
    LogLevel level = LogLevel::Info;
    QByteArrayList categories; ///< "gatehouse.http=debug": for that category and those below it
};

/// Turns logEvent() and every qDebug … qCritical of the process, Qt's own included, into lines of one format on one
/// sink. Qt has one message handler for the process, so there is one Logger at a time; what was there before is put back
/// when it ends, which must be after every other thread.
class Logger
{
public:
    /// Fails with ErrorKind::Invalid for a category or level that cannot be read.
    [[nodiscard]] static Result<std::unique_ptr<Logger>> install(const LoggerOptions &options, const Clock &clock,
                                                                 int descriptor);
    ~Logger();
    Logger(const Logger &) = delete;
    Logger &operator=(const Logger &) = delete;

    /// Changes levels while running, all at once or, on an error, not at all. Main thread.
    [[nodiscard]] Result<void> setLevels(LogLevel level, const QByteArrayList &categories);

    /// Who hears of each line besides, as it is written: in whatever thread wrote it, and must not log. Nobody, when empty. Once
    /// this returns, the one before is called no more.
    using Listener = std::function<void(const LogRecord &record)>;
    void setListener(Listener listener);

    void write(const LogRecord &record);
    [[nodiscard]] WallTime now() const { return m_clock.now(); }
    [[nodiscard]] quint64 droppedLines() const { return m_sink.droppedLines(); }

private:
    Logger(LogFormat format, const Clock &clock, int descriptor);

    LogFormat m_format;
    const Clock &m_clock;
    LogSink m_sink;
    QtMessageHandler m_before = nullptr;
    std::atomic<bool> m_listened = false;
    std::shared_mutex m_listening; ///< of the one below
    Listener m_listener;
};

[[nodiscard]] std::optional<LogLevel> logLevelFromText(QByteArrayView text);

} // namespace gatehouse::telemetry
