#pragma once

#include <QByteArrayView>

#include <optional>

namespace gatehouse::http {

/// A field line taken apart: views into the line.
struct FieldParts {
    QByteArrayView name;
    QByteArrayView value; ///< without surrounding spaces and tabs
};

/// Takes a field line apart, without its CRLF (RFC 9112, section 5). Nothing for an empty or non-token name, space before the
/// colon, obs-fold, a missing colon, or a control character other than HTAB in the value. Thread-safe, as all below.
[[nodiscard]] std::optional<FieldParts> splitFieldLine(QByteArrayView line);

/// Whether `text` is a token (RFC 9110, section 5.6.2): at least one tchar and nothing else.
[[nodiscard]] bool isToken(QByteArrayView text);

/// Whether `text` holds only what RFC 3986 allows in a path and query, each `%` followed by two hexadecimal digits. What the
/// path encodes is UTF-8 without control characters; a query may encode anything.
[[nodiscard]] bool isPathAndQuery(QByteArrayView text);

/// Whether `text` is a chunk's extensions (RFC 9112, section 7.1.1), with their semicolons and without the CRLF; none at all
/// are fine.
[[nodiscard]] bool isChunkExtensions(QByteArrayView text);

/// Whether a field name passes for one that framing or a gateway goes by, once `_` is read as `-` as CGI and WSGI do:
/// `Content_Length`, `X_Auth_User`.
[[nodiscard]] bool isDisguisedName(QByteArrayView name);

/// Whether `text` is `host[:port]` with a host name, an IPv4 address or a bracketed IPv6 address. Stricter than RFC 3986 in
/// the name: letters, digits, `-`, `.`, `_` and `~` only. User information is refused (RFC 9110, section 4.2.4).
[[nodiscard]] bool isAuthority(QByteArrayView text);

/// Whether `text` may stand in a field value: visible characters, spaces, tabs and bytes over 127.
[[nodiscard]] bool isFieldValue(QByteArrayView text);

[[nodiscard]] bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b);

/// The value of a hexadecimal digit, -1 for anything else.
[[nodiscard]] int hexDigit(char character);

} // namespace gatehouse::http
