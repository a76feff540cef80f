#pragma once

#include "http/method.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

#include <optional>

namespace gatehouse::http {

/// One field line (RFC 9110, section 5). Views into the RequestHead's own bytes.
struct HeaderField {
    QByteArrayView name; ///< as sent
    QByteArrayView value; ///< without surrounding whitespace
};

/// A request line and its header section, already checked by the framing guard: every rule of RFC 9112 that the
/// guard enforces holds for it. Movable, not copyable: its views point into `bytes`, which never reallocates.
struct RequestHead {
    RequestHead() = default;
    RequestHead(RequestHead &&) = default;
    RequestHead &operator=(RequestHead &&) = default;
    RequestHead(const RequestHead &) = delete;
    RequestHead &operator=(const RequestHead &) = delete;

    QByteArray bytes; ///< the head as it came, final empty line included
    Method method = Method::Get;
    QByteArrayView target; ///< in origin-form or `*`; an absolute-form target is cut down to its path and query
    QByteArrayView path; ///< target up to `?`, still percent-encoded
    QByteArrayView query; ///< what follows the `?`
    int minorVersion = 1; ///< HTTP/1.0 or HTTP/1.1
    QByteArrayView host; ///< empty only in HTTP/1.0
    QVarLengthArray<HeaderField, 24> fields;

    std::optional<qint64> contentLength; ///< absent when chunked or when no body was announced
    bool secureTarget = false; ///< the target was absolute, with the scheme https
    bool chunked = false;
    bool expectContinue = false;
    bool keepAlive = true; ///< what the client wants, by version and Connection (RFC 9112, section 9.3)

    /// The first field of that name, compared without regard to case; a null view when there is none.
    [[nodiscard]] QByteArrayView field(QByteArrayView name) const;
    /// How many fields of that name there are.
    [[nodiscard]] int count(QByteArrayView name) const;
    [[nodiscard]] bool hasBody() const { return chunked || contentLength.value_or(0) > 0; }
};

} // namespace gatehouse::http
