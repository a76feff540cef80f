#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QMap>
#include <QString>

#include <expected>
#include <vector>

namespace gatehouse::config {

/// One `${…}` in a value of the configuration file, or the text between two of them.
struct ValuePart {
    QByteArray text; ///< literal, or the default of a reference
    QByteArray variable; ///< empty: this part is literal
    bool hasDefault = false;
};

/// Takes a value apart: `${VAR}`, `${VAR:-default}`, and `$${` for a literal `${`. A lone `$` means itself. The error says what
/// is wrong without repeating the value. Thread-safe.
[[nodiscard]] std::expected<std::vector<ValuePart>, QString> splitReferences(const QByteArray &value);

/// Puts the variables in, once: what a variable holds is never looked at for further references. A default counts when the
/// variable is unset or empty. The error names the variable that is not set.
[[nodiscard]] std::expected<QByteArray, QString> expandReferences(const QByteArray &value,
                                                                  const QMap<QByteArray, QByteArray> &environment);

} // namespace gatehouse::config
