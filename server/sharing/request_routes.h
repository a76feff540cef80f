#pragma once

#include "http/route.h"
#include "sharing/guess_limit.h"
#include "sharing/secret_store.h"
#include "sharing/sharing_settings.h"
#include "sharing/storage_room.h"

namespace gatehouse::sharing {

/// What the routes need; all of it outlives them.
struct RequestRouteParts {
    SecretStore &secrets;
    GuessLimit &guesses;
    StorageRoom &room;
    const SharingSettings &settings;
    const Clock &clock;
};

/// Declares `/api/v1/secret-request…`: asking somebody for a secret.
void declareRequestRoutes(http::RouteTable &routes, const RequestRouteParts &parts);

} // namespace gatehouse::sharing
