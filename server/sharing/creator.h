#pragma once

#include "http/request.h"
#include "sharing/share_events.h"
#include "sharing/sharing_settings.h"
#include "sharing/statistics.h"

#include <QByteArray>

namespace gatehouse::sharing {

/// By what right a request creates something, as far as its head tells.
struct Creator {
    CreatorKind kind = CreatorKind::Anonymous;
    qint64 sizeLimit = 0; ///< bytes of plaintext; a share token may allow less
    QByteArray tokenHash = {}; ///< of the share token that was shown, which is yet to be looked up; empty: none
};

/// Users, holders of a token, trusted addresses and, where that is allowed, anybody may create. Fails with Unauthenticated when
/// nothing says that this request may. Thread-safe.
[[nodiscard]] Result<Creator> creatorOf(const http::Request &request, const SharingSettings &settings);

/// Whether it comes from an address from which anybody may create. Thread-safe.
[[nodiscard]] bool isAtTrustedAddress(const http::Request &request, const SharingSettings &settings);

/// The token of `Authorization: Bearer …` when it can be none of a user's; a null array when there is none.
[[nodiscard]] QByteArray opaqueToken(const http::Request &request);

/// An event of this request, by the caller that the pipeline knows.
[[nodiscard]] ShareEvent eventOf(const http::Request &request, ShareAction action, QByteArray target = {});

} // namespace gatehouse::sharing
