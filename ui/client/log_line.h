#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace gatehouse::client {

enum class LogLevel { Debug, Info, Warning, Error };

/// A line of the server's log; the server has masked secrets in it.
struct LogLine {
    QDateTime time;
    LogLevel level = LogLevel::Info;
    QString category; ///< gatehouse.access
    QString message;
    std::vector<std::pair<QString, QString>> fields; ///< request_id among them

    [[nodiscard]] static LogLine fromJson(const QJsonObject &object);
    /// Its value; empty: there is none of that name.
    [[nodiscard]] QString field(const QString &name) const;
    /// On one line: the message and its fields.
    [[nodiscard]] QString summary() const;
    /// As a log file has it.
    [[nodiscard]] QString toText() const;
};

} // namespace gatehouse::client
