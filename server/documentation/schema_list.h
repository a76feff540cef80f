#pragma once

#include <QJsonObject>
#include <QString>

namespace gatehouse::documentation {

/// Whose fields are told: of what callers send, the required ones are marked; of what they get, those that may be missing.
enum class Direction { Request, Answer };

/// What a schema says, as a nested HTML list of fields: name, type, bounds, meaning. Required ones come first, in the schema's
/// order. References are looked up in `schemas`, the document's named schemas. Empty when there are no fields to tell.
[[nodiscard]] QString schemaList(const QJsonObject &schema, const QJsonObject &schemas, Direction direction);

/// A schema's type and bounds in a few words: `string, 3 to 50 characters`.
[[nodiscard]] QString typeText(const QJsonObject &schema);

/// The schema itself, or what it refers to.
[[nodiscard]] QJsonObject resolved(const QJsonObject &schema, const QJsonObject &schemas);

} // namespace gatehouse::documentation
