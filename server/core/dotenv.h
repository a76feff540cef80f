#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QByteArray>

#include <vector>

namespace gatehouse {

/// One assignment of a .env file.
struct Assignment {
    QByteArray name;
    SecretBytes value;
    int line = 0;
};

/// Reads a .env file strictly. `NAME=value`, with `export ` before it or not; values bare (up to ` #`), in single quotes (as they
/// are) or in double quotes (with \n, \r, \t, \\, \", \$ and lines within); comments; lines ended by LF or CRLF. Nothing is
/// expanded: `$` is itself. On failure (Malformed) the fields name every bad line, by number and never by content.
[[nodiscard]] Result<std::vector<Assignment>> parseDotenv(QByteArrayView text);

/// `NAME=value` as parseDotenv() reads it back, quoted only where needed, without a line end.
[[nodiscard]] SecretBytes toDotenv(QByteArrayView name, QByteArrayView value);

} // namespace gatehouse
