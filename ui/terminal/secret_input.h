#pragma once

#include "client/secret_payload.h"
#include "terminal/sharing_arguments.h"

namespace gatehouse::terminal {

/// The options of readSecretInput().
[[nodiscard]] Arguments::Options withInput(Arguments::Options options);

/// What is to be handed over: the file that `--file` names, a ZIP of several, or standard input to its end. It is a file, with a
/// name, when `--as-file` says so or when a file that was read holds zero bytes; else a text. Fails with Invalid when there is
/// nothing, a file cannot be read, two have one name, or there is no name where one is needed; with TooLarge above 512 MiB.
[[nodiscard]] Result<client::SecretPayload> readSecretInput(const SharingArguments &arguments, Terminal &terminal);

} // namespace gatehouse::terminal
