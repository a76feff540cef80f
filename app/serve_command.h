#pragma once

#include "core/command.h"

/// `gatehouse serve`: runs the server until it is told to stop.
[[nodiscard]] gatehouse::Command serveCommand();
