#pragma once

#include "audit/audit_commands.h"
#include "core/arguments.h"

namespace gatehouse::audit {

/// `audit verify`: of the store, of an export, or of a proof. Fails with Conflict when something was tampered with.
[[nodiscard]] Result<void> verify(const Arguments &arguments, const AuditFiles &files, Terminal &terminal);

} // namespace gatehouse::audit
