#include "config/setting_parsers.h"
#include "config/setting_sections.h"

#include <algorithm>
#include <limits>

namespace gatehouse::config {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kLargestUpload = 100LL * 1024 * 1024;

/// A name that a header may have; empty: none.
std::expected<QByteArray, QString> headerName(const QByteArray &text)
{
    const auto isToken = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return std::ranges::all_of(text, isToken) ? std::expected<QByteArray, QString>(text)
                                              : std::unexpected(u"expected the name of a header"_s);
}

} // namespace

std::vector<SettingEntry> sharingSettings()
{
    return {
        {"sharing.enabled",
         "true",
         u"Whether one-time secrets are served."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(sharing.enabled), parseBool)},
        {"sharing.store",
         "database",
         u"Where one-time secrets lie: database, or redis, the one of REDIS_URL, for instances that share it."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(sharing.inRedis), choice<bool>({{"database", false}, {"redis", true}}))},
        {"sharing.allow_anonymous",
         "false",
         u"Whether anybody may create one-time secrets, without a token."_s,
         {"HAKANAI_ALLOW_ANONYMOUS"},
         {},
         into(GATEHOUSE_FIELD(sharing.allowAnonymous), parseBool)},
        {"sharing.upload_size_limit",
         "10m",
         u"Largest one-time secret before encryption, in bytes."_s,
         {"HAKANAI_UPLOAD_SIZE_LIMIT"},
         {},
         into(GATEHOUSE_FIELD(sharing.uploadSizeLimit), size(1, kLargestUpload))},
        {"sharing.anonymous_upload_size_limit",
         "32k",
         u"The same for who has no token."_s,
         {"HAKANAI_ANONYMOUS_UPLOAD_SIZE_LIMIT"},
         {},
         into(GATEHOUSE_FIELD(sharing.anonymousUploadSizeLimit), size(1, kLargestUpload))},
        {"sharing.max_ttl",
         "7d",
         u"How long a one-time secret may wait at most."_s,
         {"HAKANAI_MAX_TTL"},
         {},
         into(GATEHOUSE_FIELD(sharing.maxTtl), seconds(60s, std::chrono::days(365)))},
        {"sharing.default_ttl",
         "24h",
         u"How long a one-time secret waits unless its creator says otherwise; for pages."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(sharing.defaultTtl), seconds(60s, std::chrono::days(365)))},
        {"sharing.trusted_ranges",
         "",
         u"Addresses and ranges that may create one-time secrets without a token, and use the admin token."_s,
         {"HAKANAI_TRUSTED_IP_RANGES"},
         {},
         into(GATEHOUSE_FIELD(sharing.trustedRanges), parseNetworks),
         SettingEntry::Shape::List},
        {"sharing.enable_admin_token",
         "false",
         u"Whether there is an admin token, which makes share tokens; it needs sharing.trusted_ranges."_s,
         {"HAKANAI_ENABLE_ADMIN_TOKEN"},
         {},
         into(GATEHOUSE_FIELD(sharing.enableAdminToken), parseBool)},
        {"sharing.one_time_token_ttl",
         "1h",
         u"How long a token for one secret is good."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(sharing.oneTimeTokenTtl), seconds(60s, std::chrono::days(365)))},
        {"sharing.show_token_input",
         "false",
         u"Whether pages ask for a token although anybody may create."_s,
         {"HAKANAI_SHOW_TOKEN_INPUT"},
         {},
         into(GATEHOUSE_FIELD(sharing.showTokenInput), parseBool)},
        {"sharing.passphrase_attempts",
         "5",
         u"Wrong passphrases after which a one-time secret is destroyed or locked."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(sharing.passphraseAttempts), integer(1, 1000))},
        {"sharing.passphrase_policy",
         "destroy",
         u"What becomes of it then: destroy, or lock for sharing.passphrase_lock, and again after each further one."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(sharing.lockOnWrongPassphrase), choice<bool>({{"destroy", false}, {"lock", true}}))},
        {"sharing.passphrase_lock",
         "15m",
         u"How long a one-time secret is locked."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(sharing.passphraseLock), seconds(1s, std::chrono::days(7)))},
        {"sharing.guess_limit",
         "20",
         u"Wrong passphrases and unknown identifiers a minute from one address; 0: not limited."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(sharing.guessLimit), integer(0, 1'000'000))},
        {"sharing.country_header",
         "",
         u"Header in which trusted proxies name the client's country, such as CF-IPCountry."_s,
         {"HAKANAI_COUNTRY_HEADER"},
         {},
         into(GATEHOUSE_FIELD(sharing.countryHeader), headerName)},
        {"sharing.asn_header",
         "",
         u"Header in which trusted proxies name the client's autonomous system."_s,
         {"HAKANAI_ASN_HEADER"},
         {},
         into(GATEHOUSE_FIELD(sharing.asnHeader), headerName)},
        {"sharing.country_database",
         "",
         u"File in MaxMind's format, such as GeoLite2-Country.mmdb, for addresses whose country no header names."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(sharing.countryDatabase), path)},
        {"sharing.asn_database",
         "",
         u"The same for autonomous systems, such as GeoLite2-ASN.mmdb."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(sharing.asnDatabase), path)},
        {"sharing.impressum_file",
         "",
         u"Text of the page about who runs this server."_s,
         {"HAKANAI_IMPRESSUM_FILE"},
         {},
         into(GATEHOUSE_FIELD(sharing.impressumFile), path)},
        {"sharing.privacy_file",
         "",
         u"Text of the page about privacy."_s,
         {"HAKANAI_PRIVACY_FILE"},
         {},
         into(GATEHOUSE_FIELD(sharing.privacyFile), path)},
        {"sharing.custom_assets_dir",
         "",
         u"Folder with a logo, colours and styles of one's own for the pages."_s,
         {"HAKANAI_CUSTOM_ASSETS_DIR"},
         {},
         into(GATEHOUSE_FIELD(sharing.customAssetsDir), path)},
    };
}

} // namespace gatehouse::config
