#pragma once

#include <QUrl>

namespace gatehouse::desktop {

/// The address of a server as somebody enters it: https unless they say otherwise or mean this computer. Invalid when it can be
/// none, or holds a password.
[[nodiscard]] QUrl serverAddressFrom(const QString &entered);

/// Whether that is this computer, which nothing leaves on the way there.
[[nodiscard]] bool isOnThisComputer(const QUrl &server);
/// Whether what is said to that server can be read by anybody on the way.
[[nodiscard]] bool isInTheClear(const QUrl &server);

} // namespace gatehouse::desktop
