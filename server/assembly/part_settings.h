#pragma once

#include "assembly/given_secrets.h"
#include "auth/access_token.h"
#include "auth/cookies.h"
#include "auth/password_hasher.h"
#include "auth/session_store.h"
#include "config/settings.h"
#include "http/door.h"
#include "http/pipeline.h"
#include "limits/policy_set.h"
#include "pages/page_set.h"
#include "storage/database_target.h"

namespace gatehouse::assembly {

// What each part of the server is set to, from the settings as an operator knows them: the parts know nothing of those.

[[nodiscard]] auth::TokenSettings tokenSettings(const config::Settings &settings);
/// Over plain HTTP on this machine a browser would drop Secure cookies, so development mode leaves that off.
[[nodiscard]] auth::CookieSettings cookieSettings(const config::Settings &settings);
[[nodiscard]] auth::SessionSettings sessionSettings(const config::Settings &settings);
[[nodiscard]] auth::PasswordHasherSettings passwordHasherSettings(const config::Settings &settings);
/// Where the setup code is: a file in the data folder.
[[nodiscard]] QString setupCodeFile(const config::Settings &settings);
[[nodiscard]] std::shared_ptr<const limits::PolicySet> policySet(const config::Settings &settings);
[[nodiscard]] std::shared_ptr<const http::PipelineSettings> pipelineSettings(const config::Settings &settings);
[[nodiscard]] http::DoorSettings doorSettings(const config::Settings &settings);
/// The file of the embedded database.
[[nodiscard]] QString sqliteFile(const config::Settings &settings);
/// PostgreSQL where DATABASE_URL is given, else a file in the data folder.
[[nodiscard]] storage::DatabaseTarget databaseTarget(const config::Settings &settings, const GivenSecrets &given);
/// The pages that the program was put together with, and what of them is the operator's own.
[[nodiscard]] pages::PageSource pageSource(const config::Settings &settings);
/// Of a door beside the main one, on `port`.
[[nodiscard]] http::DoorSettings sideDoorSettings(const config::Settings &settings, quint16 port);

} // namespace gatehouse::assembly
