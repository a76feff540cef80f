#pragma once

#include "core/snapshot.h"
#include "http/pipeline.h"
#include "http/route.h"
#include "sharing/guess_limit.h"
#include "sharing/secret_store.h"
#include "sharing/sharing_settings.h"
#include "sharing/statistics.h"
#include "sharing/storage_room.h"
#include "storage/database.h"

#include <functional>

namespace gatehouse::sharing {

/// Answers a browser that opened the link to a secret. It consumes nothing.
using SecretPage = std::function<http::Response(const http::Request &request)>;

/// What the routes need; all of it outlives them.
struct SecretRouteParts {
    SecretStore &secrets;
    storage::Database &database; ///< with the share tokens
    GuessLimit &guesses;
    StorageRoom &room;
    Statistics &statistics;
    const Snapshot<http::PipelineSettings> &pipeline; ///< says whose headers are believed
    const SharingSettings &settings;
    const Snapshot<GeoDatabases> &geo;
    const Clock &clock;
};

/// Declares `/api/v1/secret…`, Hakanai's and what goes beyond, and `/s/{id}`. Without a `page` those who are no program of ours
/// get a plain one.
void declareSecretRoutes(http::RouteTable &routes, const SecretRouteParts &parts, SecretPage page);

} // namespace gatehouse::sharing
