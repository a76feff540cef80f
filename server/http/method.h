#pragma once

#include <QByteArrayView>

#include <optional>

namespace gatehouse::http {

/// The methods this server implements (RFC 9110, section 9.3, and RFC 5789). CONNECT and TRACE are not among
/// them, so they are answered 501 like any other unknown method.
enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

[[nodiscard]] QByteArrayView toText(Method method);
/// Methods are case-sensitive.
[[nodiscard]] std::optional<Method> methodFromText(QByteArrayView text);
/// Whether the method only reads (RFC 9110, section 9.2.1).
[[nodiscard]] bool isSafe(Method method);

} // namespace gatehouse::http
