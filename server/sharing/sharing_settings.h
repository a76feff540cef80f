#pragma once

#include "core/ip_address.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <vector>

namespace gatehouse::sharing {

/// What becomes of a secret after too many wrong passphrases.
enum class PassphrasePolicy {
    Destroy,
    Lock, ///< for a while, and again after each further one
};

/// What of the pages is the operator's own.
struct Branding {
    QString name; ///< shown in their header; empty: ours
    bool style = false;
    bool logo = false;
    bool icon = false;
    bool manifest = false;
};

/// What the operator chose for one-time secrets.
struct SharingSettings {
    bool allowAnonymous = false; ///< whether anybody may create
    qint64 uploadSizeLimit = 10 * 1024 * 1024; ///< bytes of plaintext; see largestData()
    qint64 anonymousSizeLimit = 32 * 1024;
    std::chrono::seconds maxTtl = std::chrono::days(7);
    std::chrono::seconds defaultTtl = std::chrono::days(1); ///< that pages offer first
    std::vector<IpNetwork> trustedRanges; ///< from which anybody may create, and administer with an admin token
    bool adminToken = false; ///< whether there is one
    bool showTokenInput = false; ///< on the pages, although anybody may create
    std::chrono::seconds oneTimeTokenTtl = std::chrono::hours(1);
    int passphraseAttempts = 5;
    PassphrasePolicy passphrasePolicy = PassphrasePolicy::Destroy;
    std::chrono::seconds passphraseLock = std::chrono::minutes(15);
    int guessLimit = 20; ///< a minute and address: wrong passphrases and unknown identifiers; 0: not limited
    QByteArray countryHeader; ///< of a trusted proxy; empty: none
    QByteArray asnHeader;
    bool hasCountryDatabase = false;
    bool hasAsnDatabase = false;
    Branding branding;
    bool hasImpressum = false;
    bool hasPrivacy = false;

    /// Whether restrictions of these kinds can be checked here.
    [[nodiscard]] bool tellsCountries() const { return !countryHeader.isEmpty() || hasCountryDatabase; }
    [[nodiscard]] bool tellsAsns() const { return !asnHeader.isEmpty() || hasAsnDatabase; }
};

/// How long `data` may be for a plaintext of `limit` bytes: with encryption, the filename and base64 on top, as Hakanai accounts.
[[nodiscard]] constexpr qint64 largestData(qint64 limit)
{
    constexpr qint64 kEnvelope = 1024; // so that the smallest limits leave room for it too
    return limit / 2 * 3 + kEnvelope;
}

} // namespace gatehouse::sharing
