#pragma once

#include "audit/verify_store.h"
#include "core/command.h"

#include <functional>
#include <vector>

namespace gatehouse::webhooks {

/// What the commands work on.
struct WebhookFiles {
    audit::Connect connect; ///< reads only
    std::function<Result<quint64>()> retry; ///< has dead letters sent again, and tells of it in the record; how many
};

/// Opens what `settings` (flags, beside file and environment) name. Fails with Malformed or Invalid when they do not hold.
using WebhookFilesOpener = std::function<Result<WebhookFiles>(const QStringList &settings, Terminal &terminal)>;

/// `webhook status|retry`, whether or not a server runs.
[[nodiscard]] std::vector<Command> webhookCommands(const WebhookFilesOpener &open);

} // namespace gatehouse::webhooks
