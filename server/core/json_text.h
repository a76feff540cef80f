#pragma once

#include <QByteArrayView>

#include <string>

namespace gatehouse {

/// Appends `text`, UTF-8, as a JSON string with its quotes (RFC 8259, section 7). What is not valid UTF-8 becomes U+FFFD.
/// For the few bodies that are written too often to be built as a QJsonObject first.
void appendJsonString(std::string &json, QByteArrayView text);

} // namespace gatehouse
