#pragma once

#include <QString>

#include <chrono>

namespace gatehouse::desktop::secret_clipboard {

/// For which a secret stays there.
inline constexpr std::chrono::seconds kLife{30};

/// Puts a secret on the clipboard, marked so that clipboard histories leave it out, and takes it off again after 30 seconds
/// if it is still there.
void put(const QString &secret);

} // namespace gatehouse::desktop::secret_clipboard
