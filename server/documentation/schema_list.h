#pragma once

#include <QJsonObject>
#include <QString>

namespace gatehouse::documentation {

/// What a schema says, as a nested HTML list of fields: name, type, bounds, whether it is required, meaning. References are
/// looked up in `schemas`, the document's named schemas. Empty when there are no fields to tell.
[[nodiscard]] QString schemaList(const QJsonObject &schema, const QJsonObject &schemas);

/// A schema's type and bounds in a few words: `string, 3 to 50 characters`.
[[nodiscard]] QString typeText(const QJsonObject &schema);

/// The schema itself, or what it refers to.
[[nodiscard]] QJsonObject resolved(const QJsonObject &schema, const QJsonObject &schemas);

} // namespace gatehouse::documentation
