#pragma once

#include "audit/entry.h"
#include "http/request.h"

namespace gatehouse::audit {

/// The beginning of an entry that tells of what the caller of `request` does: who, from where, in which request and session.
[[nodiscard]] Entry entryOf(const http::Request &request, Action action);

/// Adds a fact for each header, its value cut to kLongestField.
void addHeaders(Entry &entry, const http::NotedHeaders &headers);

} // namespace gatehouse::audit
