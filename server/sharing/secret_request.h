#pragma once

#include "core/clock.h"
#include "sharing/share_events.h"

#include <QByteArray>

namespace gatehouse::sharing {

/// Somebody asks somebody else for a secret, to be encrypted to the asker's key.
struct SecretRequest {
    enum class State { Open, Answered, Collected };
    QByteArray id; ///< ULID
    State state = State::Open;
    WallTime created{};
    WallTime expires{};
    QByteArray publicKey; ///< a point of P-256, uncompressed: 65 bytes
    QByteArray note = {}; ///< UTF-8; empty: none
    qint64 sizeLimit = 0; ///< of the answer's plaintext, in bytes
};

/// One that is about to be stored.
struct NewSecretRequest {
    SecretRequest request;
    QByteArray collectHash; ///< SHA-256 of the token that the answer is collected with
    QByteArray tokenHash = {}; ///< of the share token it is created with, as in NewSecret
    ShareEvent event = {}; ///< that tells of it
};

/// An answer as it was stored. (A structure, as GCC 12 cannot await a Task<Result<QByteArray>>.)
struct CollectedAnswer {
    QByteArray data;
};

} // namespace gatehouse::sharing
