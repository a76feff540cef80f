#include "sharing/secret_table.h"

#include "core/secret_bytes.h"
#include "sharing/share_tokens.h"
#include "storage/statement.h"

using namespace Qt::StringLiterals;

namespace gatehouse::sharing {

using storage::Dialect;
using storage::Prepared;
using storage::Statement;

namespace {

/// How many secrets one transaction ends, so that others wait for milliseconds only, and how many bytes of them: SQLite
/// overwrites what it lets go of, through its log.
constexpr int kSweptAtOnce = 256;
constexpr qint64 kBytesSweptAtOnce = 32 * 1024 * 1024;

/// Base64 as it came: bytes where that saves two conversions of megabytes, text where bytes would be hexadecimal.
void bindData(QSqlDatabase &database, Statement &statement, const QByteArray &data)
{
    if (storage::dialectOf(database) == Dialect::Sqlite)
        statement.bindBytes(data);
    else
        statement.bindText(data);
}

Receipt::State stateOf(const QByteArray &text)
{
    return text == "taken"  ? Receipt::State::Taken
        : text == "burned"  ? Receipt::State::Burned
        : text == "expired" ? Receipt::State::Expired
                            : Receipt::State::Destroyed;
}

ShareEvent eventFor(const TakeRequest &request, bool succeeded, std::vector<std::pair<QByteArray, QByteArray>> facts)
{
    ShareEvent event = request.event;
    event.action = ShareAction::Open;
    event.target = request.id;
    event.succeeded = succeeded;
    event.facts = std::move(facts);
    return event;
}

} // namespace

struct SecretTable::Row {
    QByteArray state;
    WallTime created{};
    WallTime expires{};
    QByteArray restrictions;
    int failedAttempts = 0;
    WallTime lockedUntil{};
    QByteArray receiptHash;

    [[nodiscard]] bool isWaiting(WallTime now) const { return state == "waiting" && expires > now; }
    [[nodiscard]] bool isExpired(WallTime now) const { return state == "expired" || (state == "waiting" && expires <= now); }
};

Result<std::optional<SecretTable::Row>> SecretTable::find(QSqlDatabase &database, const QByteArray &id)
{
    Statement found = Statement::locking(database,
                                         "SELECT state, created_at, expires_at, restrictions, failed_attempts, locked_until,"
                                         " receipt_hash FROM shared_secrets WHERE id = ?",
                                         Prepared::Kept);
    if (const Result<void> done = found.bindText(id).execute(); !done)
        return std::unexpected(done.error());
    if (found.next())
        return Row{.state = found.text(0),
                   .created = found.time(1),
                   .expires = found.time(2),
                   .restrictions = found.text(3),
                   .failedAttempts = static_cast<int>(found.number(4)),
                   .lockedUntil = found.time(5),
                   .receiptHash = found.bytes(6)};
    if (const Result<void> read = found.reachedEnd(); !read)
        return std::unexpected(read.error());
    return std::nullopt;
}

Result<void> SecretTable::put(QSqlDatabase &database, const NewSecret &secret, Events &events) const
{
    ShareEvent event = secret.event;
    if (!secret.tokenHash.isEmpty()) {
        const auto token = useToken(database, secret.tokenHash, secret.data.size(), secret.created, event, events);
        if (!token)
            return std::unexpected(token.error());
    }
    Statement insert(database,
                     "INSERT INTO shared_secrets (id, state, created_at, expires_at, data, restrictions, receipt_hash)"
                     " VALUES (?, 'waiting', ?, ?, ?, ?, ?)",
                     Prepared::Kept);
    insert.bindText(secret.id).bind(secret.created).bind(secret.expires);
    bindData(database, insert, secret.data);
    insert.bindText(secret.restrictions.toStored());
    if (secret.receiptHash.isEmpty())
        insert.bindNull();
    else
        insert.bindBytes(secret.receiptHash);
    if (const Result<void> stored = insert.execute(); !stored)
        return stored;
    event.action = ShareAction::Create;
    event.target = secret.id;
    events.push_back(std::move(event));
    return {};
}

Result<TakeOutcome> SecretTable::take(QSqlDatabase &database, const TakeRequest &request, Events &events) const
{
    using Kind = TakeOutcome::Kind;
    const auto found = find(database, request.id);
    if (!found)
        return std::unexpected(found.error());
    if (!*found || (*found)->isExpired(request.now))
        return TakeOutcome{Kind::Unknown};
    const Row &row = **found;
    if (!row.isWaiting(request.now))
        return TakeOutcome{Kind::Gone};
    const Result<Restrictions> restrictions = Restrictions::fromStored(row.restrictions);
    if (!restrictions)
        return std::unexpected(restrictions.error());
    if (!restrictions->permit(request.visitor)) {
        events.push_back(eventFor(request, false, {{"reason", "a restriction denies it"}}));
        return TakeOutcome{Kind::Denied};
    }
    if (request.onlyLook)
        return TakeOutcome{Kind::Handed};
    if (restrictions->needsPassphrase()) {
        if (row.lockedUntil > request.now)
            return TakeOutcome{.kind = Kind::Locked,
                               .retryAfter = std::chrono::ceil<std::chrono::seconds>(row.lockedUntil - request.now)};
        if (request.passphraseHash.isEmpty())
            return TakeOutcome{Kind::PassphraseMissing};
        if (!restrictions->passphraseMatches(request.passphraseHash))
            return countWrong(database, request, row, events);
    }
    return hand(database, request, row, events);
}

Result<TakeOutcome> SecretTable::countWrong(QSqlDatabase &database, const TakeRequest &request, const Row &row,
                                            Events &events) const
{
    const int attempts = row.failedAttempts + 1;
    const bool tooMany = attempts >= m_attempts;
    const bool locks = tooMany && m_policy == PassphrasePolicy::Lock;
    const bool destroys = tooMany && !locks;
    Statement counted(database, "UPDATE shared_secrets SET failed_attempts = ?, locked_until = ? WHERE id = ?");
    const WallTime lockedUntil = locks ? request.now + m_lock : WallTime();
    if (const Result<void> done = counted.bind(qint64(attempts)).bind(lockedUntil).bindText(request.id).execute(); !done)
        return std::unexpected(done.error());
    if (destroys) {
        if (const Result<void> done = end(database, request.id, "destroyed", request.now); !done)
            return std::unexpected(done.error());
    }
    events.push_back(eventFor(request, false,
                              {{"attempts", QByteArray::number(attempts)},
                               {"reason", "wrong passphrase"},
                               {"secret",
                                destroys    ? "destroyed"
                                    : locks ? "locked"
                                            : "waiting"}}));
    return TakeOutcome{TakeOutcome::Kind::PassphraseWrong};
}

Result<TakeOutcome> SecretTable::hand(QSqlDatabase &database, const TakeRequest &request, const Row &row, Events &events) const
{
    // Not with the rest of the row, as most who come in vain need no megabytes.
    Statement content(database, "SELECT data FROM shared_secrets WHERE id = ?"); // not kept: what was handed out is gone
    if (const Result<void> done = content.bindText(request.id).execute(); !done)
        return std::unexpected(done.error());
    if (!content.next() || content.isNull(0))
        return failure(ErrorKind::Internal, u"a secret has lost its data"_s);
    TakeOutcome outcome{.kind = TakeOutcome::Kind::Handed,
                        .data = content.bytes(0),
                        .age = std::chrono::duration_cast<std::chrono::seconds>(request.now - row.created)};
    if (const Result<void> done = end(database, request.id, "taken", request.now); !done)
        return std::unexpected(done.error());
    if (!row.receiptHash.isEmpty()) {
        Statement taken(database, "UPDATE shared_secrets SET taken_address = ?, taken_country = ?, taken_asn = ? WHERE id = ?");
        taken.bindText(request.visitor.address.toText()).bindText(request.visitor.country);
        if (request.visitor.asn)
            taken.bind(qint64(*request.visitor.asn));
        else
            taken.bindNull();
        if (const Result<void> done = taken.bindText(request.id).execute(); !done)
            return std::unexpected(done.error());
    }
    events.push_back(eventFor(request, true, {{"size", QByteArray::number(outcome.data.size())}}));
    return outcome;
}

Result<void> SecretTable::end(QSqlDatabase &database, const QByteArray &id, QByteArrayView state, WallTime ended) const
{
    return Statement(
               database,
               "UPDATE shared_secrets SET state = ?, data = NULL, restrictions = '', ended_at = ?, forget_at = ? WHERE id = ?",
               Prepared::Kept)
        .bindText(state)
        .bind(ended)
        .bind(ended + m_maxTtl)
        .bindText(id)
        .execute();
}

Result<Receipt> SecretTable::receipt(QSqlDatabase &database, const QByteArray &id, const QByteArray &receiptHash,
                                     WallTime now) const
{
    const auto found = find(database, id);
    if (!found)
        return std::unexpected(found.error());
    if (!*found || (*found)->receiptHash.isEmpty() || !equalInConstantTime((*found)->receiptHash, receiptHash))
        return failure(ErrorKind::NotFound, u"no such secret"_s);
    const Row &row = **found;
    Receipt receipt{.created = row.created, .expires = row.expires, .failedAttempts = row.failedAttempts};
    if (row.isWaiting(now)) {
        receipt.state = row.lockedUntil > now ? Receipt::State::Locked : Receipt::State::Waiting;
        return receipt;
    }
    receipt.state = row.isExpired(now) ? Receipt::State::Expired : stateOf(row.state);
    if (receipt.state != Receipt::State::Taken)
        return receipt;
    Statement taken(database, "SELECT ended_at, taken_address, taken_country, taken_asn FROM shared_secrets WHERE id = ?");
    if (const Result<void> done = taken.bindText(id).execute(); !done)
        return std::unexpected(done.error());
    if (taken.next()) {
        receipt.taken = taken.time(0);
        receipt.takenFrom.address = IpAddress::parse(taken.text(1)).value_or(IpAddress());
        receipt.takenFrom.country = taken.text(2);
        if (!taken.isNull(3))
            receipt.takenFrom.asn = static_cast<quint32>(taken.number(3));
    }
    return receipt;
}

Result<void> SecretTable::burn(QSqlDatabase &database, const QByteArray &id, const QByteArray &receiptHash, WallTime now,
                               const ShareEvent &event, Events &events) const
{
    const auto found = find(database, id);
    if (!found)
        return std::unexpected(found.error());
    if (!*found || (*found)->receiptHash.isEmpty() || !equalInConstantTime((*found)->receiptHash, receiptHash))
        return failure(ErrorKind::NotFound, u"no such secret"_s);
    if (!(*found)->isWaiting(now))
        return failure(ErrorKind::Gone, u"the secret is not there any more"_s);
    if (const Result<void> done = end(database, id, "burned", now); !done)
        return done;
    ShareEvent burned = event;
    burned.action = ShareAction::Burn;
    burned.target = id;
    events.push_back(std::move(burned));
    return {};
}

Result<SecretTable::Swept> SecretTable::sweep(QSqlDatabase &database, WallTime now, Events &events) const
{
    // Neither reads the data for it.
    const char *const sql = storage::dialectOf(database) == Dialect::Sqlite
        ? "SELECT id, receipt_hash, expires_at, length(data) FROM shared_secrets"
          " WHERE state = 'waiting' AND expires_at <= ? ORDER BY id LIMIT 256"
        : "SELECT id, receipt_hash, expires_at, octet_length(data) FROM shared_secrets"
          " WHERE state = 'waiting' AND expires_at <= ? ORDER BY id LIMIT 256";
    Statement expired = Statement::locking(database, sql);
    if (const Result<void> done = expired.bind(now).execute(); !done)
        return std::unexpected(done.error());
    struct Ended {
        QByteArray id;
        bool hasReceipt = false;
        WallTime at{};
    };
    std::vector<Ended> ended;
    qint64 bytes = 0;
    bool more = false;
    while (expired.next()) {
        bytes += expired.number(3);
        more = !ended.empty() && bytes > kBytesSweptAtOnce;
        if (more)
            break;
        ended.push_back({expired.text(0), !expired.isNull(1), expired.time(2)});
    }
    if (const Result<void> read = more ? Result<void>() : expired.reachedEnd(); !read)
        return std::unexpected(read.error());
    for (const auto &[id, hasReceipt, at] : ended) {
        const Result<void> done = hasReceipt
            ? end(database, id, "expired", at)
            : Statement(database, "DELETE FROM shared_secrets WHERE id = ?").bindText(id).execute();
        if (!done)
            return std::unexpected(done.error());
        events.push_back({.action = ShareAction::Expire, .byServer = true, .target = id});
    }
    Statement forgotten(database, "DELETE FROM shared_secrets WHERE forget_at <= ?");
    if (const Result<void> done = forgotten.bind(now).execute(); !done)
        return std::unexpected(done.error());
    return Swept{static_cast<int>(ended.size()), more || ended.size() == kSweptAtOnce};
}

Result<qint64> SecretTable::countWaiting(QSqlDatabase &database, WallTime now)
{
    Statement found(database, "SELECT count(*) FROM shared_secrets WHERE state = 'waiting' AND expires_at > ?");
    if (const Result<void> done = found.bind(now).execute(); !done)
        return std::unexpected(done.error());
    return found.next() ? found.number(0) : 0;
}

} // namespace gatehouse::sharing
