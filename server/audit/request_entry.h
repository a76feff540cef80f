#pragma once

#include "audit/entry.h"
#include "http/request.h"

namespace gatehouse::audit {

/// The beginning of an entry that tells of what the caller of `request` does: who, from where, in which request and session.
[[nodiscard]] Entry entryOf(const http::Request &request, Action action);

} // namespace gatehouse::audit
