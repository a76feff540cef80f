#pragma once

#include "core/command.h"

#include <QStringList>

/// Whether `gatehouse serve` was called to withdraw tokens, and not to serve, as `hakanai-server` is.
[[nodiscard]] bool resetsTokens(const QStringList &arguments);

/// Withdraws the tokens that `--reset-user-tokens` and `--reset-admin-token` name, and prints those that take their place.
[[nodiscard]] gatehouse::ExitCode resetTokens(const QStringList &arguments, gatehouse::Terminal &terminal);
