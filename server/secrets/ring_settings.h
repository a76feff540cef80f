#pragma once

#include "config/settings.h"
#include "secrets/key_ring.h"

namespace gatehouse::secrets {

/// Where the signing keys of a configuration are kept, and how they are made: the same for the server and the command line.
[[nodiscard]] KeyRingFile ringFileOf(const config::Settings &settings, std::shared_ptr<Sealer> sealer);
[[nodiscard]] KeyRingOptions ringOptionsOf(const config::Settings &settings);

} // namespace gatehouse::secrets
