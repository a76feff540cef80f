#include "sharing/share_tokens.h"
#include "core/base64url.h"

#include "core/random.h"
#include "core/ulid.h"
#include "storage/statement.h"

namespace gatehouse::sharing {

using namespace Qt::StringLiterals;
using storage::Beside;

namespace {

constexpr std::chrono::days kDefaultTokenLife{30};
constexpr std::chrono::days kAdminTokenLife{3650};

/// Adds the token that is there without anybody having asked for one.
Result<QByteArray> addDefault(QSqlDatabase &database, ShareToken::Kind kind, WallTime now, ShareEvents &events, ShareEvent event)
{
    QByteArray token = newToken();
    const bool admin = kind == ShareToken::Kind::Admin;
    const ShareToken stored{.id = newUlid(now),
                            .kind = kind,
                            .label = "default",
                            .created = now,
                            .expires = now + (admin ? kAdminTokenLife : kDefaultTokenLife)};
    if (const Result<void> added = share_token_table::add(database, stored, tokenHash(token)); !added)
        return std::unexpected(added.error());
    event.action = ShareAction::CreateToken;
    event.target = stored.id;
    event.facts.emplace_back("kind", admin ? "admin" : "share");
    if (const Result<void> recorded = events.recordWithin(database, {&event, 1}); !recorded)
        return std::unexpected(recorded.error());
    return token;
}

} // namespace

QByteArray newToken()
{
    const SecretBytes bytes = randomSecret(32);
    return toBase64Url(bytes.view());
}

Result<ShareToken> findToken(QSqlDatabase &database, const QByteArray &hash, qint64 size, WallTime now)
{
    auto found = share_token_table::find(database, hash, now);
    if (!found)
        return std::unexpected(found.error());
    if (!*found || (*found)->kind != ShareToken::Kind::Share)
        return failure(ErrorKind::Forbidden, u"the token is not valid"_s);
    if ((*found)->uploadSizeLimit && size > largestData(*(*found)->uploadSizeLimit))
        return failure(ErrorKind::TooLarge, u"this token is not good for so large a secret"_s);
    return std::move(**found);
}

Result<ShareToken> useToken(QSqlDatabase &database, const QByteArray &hash, qint64 size, WallTime now, ShareEvent &event,
                            std::vector<ShareEvent> &events)
{
    Result<ShareToken> token = findToken(database, hash, size, now);
    if (!token)
        return token;
    event.actorKind = http::Principal::Kind::ShareToken;
    event.actor = token->id;
    if (!token->oneTime)
        return token;
    if (const Result<void> spent = share_token_table::remove(database, token->id); !spent)
        return failure(ErrorKind::Internal, spent.error().detail);
    ShareEvent use = event;
    use.action = ShareAction::UseToken;
    use.target = token->id;
    use.facts = {};
    events.push_back(std::move(use));
    return token;
}

Result<FirstTokens> ensureFirstTokens(QSqlDatabase &database, const SharingSettings &settings, WallTime now, ShareEvents &events)
{
    return storage::inTransaction(database, Beside::Nobody, [&]() -> Result<FirstTokens> {
        FirstTokens made;
        const auto ensure = [&](ShareToken::Kind kind, std::optional<QByteArray> &token) -> Result<void> {
            const Result<bool> first = share_token_table::isFirst(database, kind);
            if (!first)
                return std::unexpected(first.error());
            if (!*first)
                return {};
            const Result<QByteArray> added = addDefault(database, kind, now, events, {.byServer = true});
            if (!added)
                return std::unexpected(added.error());
            token = *added;
            return {};
        };
        if (const Result<void> done = ensure(ShareToken::Kind::Share, made.share); !done)
            return std::unexpected(done.error());
        if (!settings.adminToken)
            return made;
        if (const Result<void> done = ensure(ShareToken::Kind::Admin, made.admin); !done)
            return std::unexpected(done.error());
        return made;
    });
}

Result<QByteArray> resetTokens(QSqlDatabase &database, ShareToken::Kind kind, WallTime now, ShareEvents &events,
                               const ShareEvent &by)
{
    return storage::inTransaction(database, Beside::Nobody, [&]() -> Result<QByteArray> {
        const Result<bool> noted = share_token_table::isFirst(database, kind);
        if (!noted)
            return std::unexpected(noted.error());
        if (const Result<void> done = share_token_table::removeAll(database, kind); !done)
            return std::unexpected(done.error());
        ShareEvent revoked = by;
        revoked.action = ShareAction::RevokeToken;
        revoked.facts = {{"kind", kind == ShareToken::Kind::Admin ? "admin" : "share"}, {"which", "all"}};
        if (const Result<void> recorded = events.recordWithin(database, {&revoked, 1}); !recorded)
            return std::unexpected(recorded.error());
        return addDefault(database, kind, now, events, by);
    });
}

} // namespace gatehouse::sharing
