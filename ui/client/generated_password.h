#pragma once

#include "core/secret_bytes.h"

namespace gatehouse::client {

/// A password of 24 characters, some 130 bits, with a letter of either case, a digit and a sign, as servers ask for. Without
/// characters that are mistaken for one another.
[[nodiscard]] SecretBytes generatedPassword();

} // namespace gatehouse::client
