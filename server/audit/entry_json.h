#pragma once

#include "audit/entry.h"

#include <QJsonObject>

namespace gatehouse::audit {

/// An entry as the API has it: with milliseconds, as everywhere there.
[[nodiscard]] QJsonObject describe(const Entry &entry);

} // namespace gatehouse::audit
