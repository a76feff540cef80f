#include "config/setting_parsers.h"
#include "config/setting_sections.h"

namespace gatehouse::config {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

std::vector<SettingEntry> authSettings()
{
    return {
        {"auth.jwt_algorithm",
         "HS256",
         u"Of new signing keys: HS256 or EdDSA (Ed25519); a change rotates gracefully."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(auth.jwtAlgorithm),
              choice<JwtAlgorithm>({{"hs256", JwtAlgorithm::Hs256}, {"eddsa", JwtAlgorithm::EdDsa}}))},
        {"auth.issuer", "gatehouse", u"`iss` of access tokens."_s, {}, {}, into(GATEHOUSE_FIELD(auth.issuer), word)},
        {"auth.audience", "gatehouse", u"`aud` of access tokens."_s, {}, {}, into(GATEHOUSE_FIELD(auth.audience), word)},
        {"auth.access_expiry",
         "900s",
         u"Life of an access token."_s,
         {"JWT_ACCESS_EXPIRY"},
         {},
         into(GATEHOUSE_FIELD(auth.accessExpiry), seconds(10s, 24h))},
        {"auth.refresh_expiry",
         "7d",
         u"Life of a refresh token."_s,
         {"JWT_REFRESH_EXPIRY"},
         {},
         into(GATEHOUSE_FIELD(auth.refreshExpiry), seconds(60s, std::chrono::days(365)))},
        {"auth.refresh_leeway",
         "10s",
         u"In which a spent refresh token is forgiven, for concurrent refreshes."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(auth.refreshLeeway), seconds(0s, 60s))},
        {"auth.clock_skew",
         "30s",
         u"Tolerated between clocks; at most 60 s."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(auth.clockSkew), seconds(0s, 60s))},
        {"auth.key_grace",
         "24h",
         u"For which a rotated signing key still verifies."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(auth.keyGrace), seconds(0s, std::chrono::days(90)))},
        {"auth.open_registration",
         "false",
         u"Whether anybody may register."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(auth.openRegistration), parseBool)},
        {"auth.cookie_secure",
         "true",
         u"Cookies only over HTTPS; off by itself in development mode over plain HTTP."_s,
         {},
         {"api.cookie_secure"},
         into(GATEHOUSE_FIELD(auth.cookieSecure), parseBool)},
        {"auth.password_memory_kib",
         "19456",
         u"Memory of one password hash (argon2id), in KiB."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(auth.passwordMemoryKib), integer(8, 4'194'304))},
        {"auth.password_passes",
         "2",
         u"Passes of one password hash (argon2id)."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(auth.passwordPasses), integer(1, 100))},
    };
}

} // namespace gatehouse::config
