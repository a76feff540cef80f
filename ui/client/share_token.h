#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace gatehouse::client {

/// What lets somebody without an account create one-time secrets, as administrators see it: never the token itself.
struct ShareToken {
    enum class Kind { Share, Admin };

    QString id;
    Kind kind = Kind::Share;
    QString label; ///< who made it: `default`, or an identifier
    std::optional<qint64> uploadSizeLimit; ///< bytes; nothing: that of the server
    bool oneTime = false;
    QDateTime created;
    QDateTime expires;

    [[nodiscard]] static ShareToken fromJson(const QJsonObject &object);
};

} // namespace gatehouse::client
