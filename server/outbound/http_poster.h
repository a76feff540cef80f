#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

class QNetworkAccessManager;

namespace gatehouse::outbound {

/// What a server said to a post.
struct PostAnswer {
    int status = 0;
    std::optional<std::chrono::seconds> retryAfter = {}; ///< where it gave seconds (RFC 9110, section 10.2.3)
};

/// Posts to a server that an operator named. Follows no redirect, keeps no cookie, reads no more of an answer than its head, and
/// waits no longer than it was told to. Lives in the thread that made it, which it blocks; needs no event loop there.
class HttpPoster
{
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    /// `patience`: for all of one post.
    explicit HttpPoster(std::chrono::milliseconds patience);
    ~HttpPoster();
    HttpPoster(const HttpPoster &) = delete;
    HttpPoster &operator=(const HttpPoster &) = delete;

    /// Fails with Unavailable, in words without a secret, when there was no answer in time, or `stop` was requested meanwhile.
    [[nodiscard]] Result<PostAnswer> post(const QUrl &url, const Headers &headers, const QByteArray &body,
                                          const std::stop_token &stop = {});

private:
    const std::chrono::milliseconds m_patience;
    const std::unique_ptr<QNetworkAccessManager> m_manager;
};

/// The place that a setting names: http or https, a host, no user information and no fragment. Fails with Invalid, in words that
/// hold no part of it.
[[nodiscard]] Result<QUrl> postTarget(const QByteArray &text);

/// A URL as it may be shown: without its query, which may be a credential.
[[nodiscard]] QString toDisplay(const QUrl &url);

} // namespace gatehouse::outbound
