#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>
#include <span>
#include <string_view>
#include <type_traits>
#include <variant>

namespace gatehouse::telemetry {

enum class LogLevel { Debug, Info, Warning, Error };

/// A named value of a log line. Lives only as long as the statement that logs it.
struct LogField {
    using Value = std::variant<QByteArrayView, qint64, double, bool>;

    LogField(QByteArrayView fieldName, QByteArrayView text)
        : name(fieldName)
        , value(text)
    {
    }
    LogField(QByteArrayView fieldName, const QByteArray &text)
        : name(fieldName)
        , value(QByteArrayView(text))
    {
    }
    LogField(QByteArrayView fieldName, const char *text)
        : name(fieldName)
        , value(QByteArrayView(text))
    {
    }
    template<typename T>
        requires std::is_arithmetic_v<T>
    LogField(QByteArrayView fieldName, T number)
        : name(fieldName)
    {
        if constexpr (std::is_same_v<T, bool>)
            value = number;
        else if constexpr (std::is_floating_point_v<T>)
            value = static_cast<double>(number);
        else
            value = static_cast<qint64>(number);
    }

    QByteArrayView name;
    Value value;
};

/// What one line says.
struct LogRecord {
    WallTime time{};
    LogLevel level = LogLevel::Info;
    QByteArrayView category;
    QByteArrayView message;
    QByteArrayView requestId; ///< empty: none
    QByteArrayView traceId; ///< empty: none
    std::span<const LogField> fields;
};

/// Lines are cut to this, so that one write(2) to a pipe is atomic (PIPE_BUF).
inline constexpr qsizetype kLongestLine = 4096;

/// One JSON object and a newline. Secrets are masked (redaction.h); whatever the values hold, it is one line of valid JSON
/// in UTF-8. A line that would grow too long is cut and says `"truncated":true`.
[[nodiscard]] QByteArray jsonLine(const LogRecord &record);

/// The same for a person: time, level, category, message, fields. `coloured` for a terminal. Control characters, also
/// those that would steer the terminal, are spelled out.
[[nodiscard]] QByteArray textLine(const LogRecord &record, bool coloured);

} // namespace gatehouse::telemetry
