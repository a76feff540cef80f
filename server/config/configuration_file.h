#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QByteArrayList>

#include <vector>

namespace gatehouse::config {

inline constexpr qsizetype kLargestConfigurationFile = 256 * 1024; ///< bytes
inline constexpr int kMostFileNodes = 2000; ///< keys, values, lists and items together
inline constexpr int kDeepestFileNesting = 8;

/// One value of a configuration file, as it is written there.
struct FileValue {
    enum class Shape { Nothing, Single, List };

    QByteArray key; ///< with its sections: "http.port"; small letters, digits, `_` and `.` only
    Shape shape = Shape::Nothing;
    QByteArrayList items; ///< one for a single value
    QString origin; ///< "gatehouse.yaml:3": where the key is
};

/// What a file holds, and everything that is wrong with it as a file.
struct FileContent {
    std::vector<FileValue> values; ///< in the file's order, no key twice
    std::vector<FieldError> problems; ///< `field`: the key, or the place where there is none
};

/// Reads YAML text as a tree of settings, strictly: UTF-8 without control characters, one document, maps of plain names whose
/// values are single or plain lists. Tags, anchors, aliases and repeated keys are refused, and so is what passes the limits
/// above; each with its line. No value is ever part of a message. `name`: what the file is called in messages. Thread-safe.
[[nodiscard]] FileContent parseConfigurationFile(const QByteArray &text, const QString &name);

/// `name` fit for a message: cut to what fits a line, without what would steer a terminal.
[[nodiscard]] QString shownName(QByteArrayView name);

} // namespace gatehouse::config
