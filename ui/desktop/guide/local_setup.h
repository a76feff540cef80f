#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QString>

#include <vector>

namespace gatehouse::desktop {

/// How a server is to be set up that has never run here.
struct LocalSetup {
    QString dataFolder;
    bool usesKeychain = true; ///< its passwords are kept in the keychain of this system, and its keys sealed by one of them
    SecretBytes redisUrl; ///< where limits are counted; empty: in the program. Wants the keychain, as it may hold a password
    QString certificate; ///< PEM file; empty: no TLS
    QString certificateKey; ///< PEM file
};

/// What would come of a set-up, or came. Fields are names of settings and secrets, such as `tls.key` and `REDIS_URL`.
struct SetupReport {
    std::vector<FieldError> problems; ///< why it does not do; all of them
    std::vector<FieldError> notes; ///< worth knowing
};

} // namespace gatehouse::desktop
