#pragma once

#include "core/clock.h"
#include "sharing/restrictions.h"
#include "sharing/share_events.h"

#include <QByteArray>

#include <optional>

namespace gatehouse::sharing {

/// A secret that is about to be stored.
struct NewSecret {
    QByteArray id; ///< ULID
    QByteArray data; ///< base64, which only the two ends can read
    WallTime created{};
    WallTime expires{};
    Restrictions restrictions = {};
    QByteArray receiptHash = {}; ///< SHA-256 of the creator's receipt token; empty: none wanted
    QByteArray tokenHash = {}; ///< of the share token it is created with, which is looked up and, if for one time, spent with it
    ShareEvent event = {}; ///< that tells of it
};

/// Somebody asks for a secret.
struct TakeRequest {
    QByteArray id;
    Visitor visitor;
    QByteArray passphraseHash = {}; ///< as it came; empty: none
    WallTime now{};
    bool onlyLook = false; ///< says what there is without a change; looks at no restriction
    ShareEvent event = {};
};

struct TakeOutcome {
    enum class Kind {
        Handed, ///< `data`, and it is nobody else's; empty when one only looked
        Unknown, ///< never was, expired, or was forgotten
        Gone, ///< was taken, burned or destroyed
        Denied, ///< by a restriction; nothing has changed
        PassphraseMissing, ///< nothing has changed
        PassphraseWrong, ///< and that was counted
        Locked, ///< after too many wrong ones; see `retryAfter`
    };
    Kind kind = Kind::Unknown;
    QByteArray data = {};
    std::chrono::seconds retryAfter{};
    std::chrono::seconds age{}; ///< of what was handed out
};

/// What the creator is told with the receipt token.
struct Receipt {
    enum class State { Waiting, Locked, Taken, Expired, Burned, Destroyed };
    State state = State::Waiting;
    WallTime created{};
    WallTime expires{};
    std::optional<WallTime> taken = {};
    Visitor takenFrom = {}; ///< meaningful with `taken`
    int failedAttempts = 0;
};

} // namespace gatehouse::sharing
