#pragma once

#include "core/secret_bytes.h"

#include <cstddef>

namespace gatehouse {

/// Fills `size` bytes from the operating system's generator (getrandom on Linux). Thread-safe; never fails short.
void fillRandom(void *data, std::size_t size);

/// `size` random bytes as a secret.
[[nodiscard]] SecretBytes randomSecret(qsizetype size);

} // namespace gatehouse
