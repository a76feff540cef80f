#pragma once

#include "administration/posture_finding.h"
#include "config/settings.h"
#include "http/route.h"
#include "secrets/secret_inventory.h"

#include <QStringList>

#include <vector>

namespace gatehouse::assembly {

/// What the posture is judged by.
struct PostureFacts {
    const config::Settings &settings; ///< in force
    const http::RouteTable &routes;
    std::vector<secrets::SecretState> secrets; ///< as last looked at
    bool keysAreEncrypted = false; ///< where they are kept
    bool sharesLimits = false; ///< with other instances
    QStringList tlsWarnings;
    WallTime lastRotation{};
    WallTime now{};
};

/// Looks at everything that makes a deployment hard, or not. Any thread; reads a few facts of this process and of the data
/// folder.
[[nodiscard]] std::vector<administration::PostureFinding> judgePosture(const PostureFacts &facts);

} // namespace gatehouse::assembly
