#pragma once

#include "http/route.h"
#include "sharing/sharing_settings.h"

namespace gatehouse::sharing {

/// Declares `/config.json`: what pages and clients may know of how this server is set up. `settings` outlives the routes.
void declareConfigRoutes(http::RouteTable &routes, const SharingSettings &settings);

} // namespace gatehouse::sharing
