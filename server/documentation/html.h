#pragma once

#include <QJsonValue>
#include <QString>

namespace gatehouse::documentation {

/// `text` as the content of an element or of a quoted attribute.
[[nodiscard]] QString escaped(const QString &text);

/// Escaped, with what stands between backquotes as `<code>`.
[[nodiscard]] QString inlineText(const QString &text);

/// The paragraphs of `text`, which empty lines part.
[[nodiscard]] QString paragraphs(const QString &text);

/// JSON, indented and coloured, as the content of `<code>`.
[[nodiscard]] QString highlightedJson(const QJsonValue &value);

} // namespace gatehouse::documentation
