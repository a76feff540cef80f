#pragma once

#include "auth/account_service.h"
#include "auth/cookies.h"
#include "http/route.h"

namespace gatehouse::auth {

/// Declares every endpoint under /auth. `accounts` outlives `routes`.
void declareAuthRoutes(http::RouteTable &routes, AccountService &accounts, const CookieSettings &cookies);

} // namespace gatehouse::auth
