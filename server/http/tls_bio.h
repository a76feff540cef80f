#pragma once

#include "http/wire.h"

#include <openssl/bio.h>

namespace gatehouse::http {

/// What OpenSSL reads from and writes to: another wire, never waiting. OpenSSL's own socket BIO would raise SIGPIPE when a
/// client has gone. `wire` outlives the BIO; the caller owns it. Null when memory is short.
[[nodiscard]] BIO *newWireBio(Wire &wire);

} // namespace gatehouse::http
