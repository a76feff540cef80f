#pragma once

#include <QString>

namespace gatehouse::desktop {

/// What ui/client says went wrong with a one-time secret, in the language in use. The command line says the same, in English
/// alone, so the sentences are there. What is not known here, as what a server says, stays as it is.
[[nodiscard]] QString sharingWords(const QString &detail);

} // namespace gatehouse::desktop
