#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace gatehouse::documentation {

/// The same value as YAML 1.2, readable alike by YAML 1.1 parsers: every string that is a value is quoted, and so is every key
/// that could be read as anything but a string. Of the outermost keys `first` come first, in that order.
[[nodiscard]] QByteArray toYaml(const QJsonObject &object, const QStringList &first = {});

} // namespace gatehouse::documentation
