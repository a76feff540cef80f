#pragma once

#include <QByteArray>
#include <QString>

namespace gatehouse::config {

/// The setting that a short flag of `serve`, or an option of `hakanai-server` with a counterpart, stands for: "http.port"
/// for "--port". Empty when there is none.
[[nodiscard]] QByteArray settingOfShortFlag(const QByteArray &flag);

/// For an option of `hakanai-server` that is no setting: what took its place, or with what it comes. Empty for others.
[[nodiscard]] QString replacementOfFlag(const QByteArray &flag);

} // namespace gatehouse::config
