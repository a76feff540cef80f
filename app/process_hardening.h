#pragma once

#include <QString>

/// What the platform offers to keep a process that holds secrets to itself; see docs/decisions/062. Linux here; another
/// system brings its own process_hardening.cpp.

/// Files for their owner only, no core dump, no way to more rights through what it runs. `untraceable`: nobody but root
/// may look into the process either, which keeps debuggers and profilers out too. Once, before secrets are read.
void hardenProcess(bool untraceable);

/// Raises the limit of open files to what `connections` need. Returns a warning for the operator when that is not
/// possible, else nothing.
[[nodiscard]] QString raiseDescriptorLimit(int connections);
