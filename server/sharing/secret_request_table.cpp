#include "sharing/secret_request_table.h"

#include "core/secret_bytes.h"
#include "sharing/share_tokens.h"
#include "storage/statement.h"

using namespace Qt::StringLiterals;

namespace gatehouse::sharing::secret_request_table {

using storage::Dialect;
using storage::Statement;

namespace {

struct Row {
    SecretRequest request;
    QByteArray collectHash;
};

std::unexpected<Error> unknownRequest()
{
    return failure(ErrorKind::NotFound, u"there is no such request, or it has expired"_s);
}

SecretRequest::State stateOf(const QByteArray &text)
{
    return text == "open"    ? SecretRequest::State::Open
        : text == "answered" ? SecretRequest::State::Answered
                             : SecretRequest::State::Collected;
}

Result<Row> find(QSqlDatabase &database, const QByteArray &id, WallTime now)
{
    Statement found = Statement::locking(database,
                                         "SELECT state, created_at, expires_at, public_key, note, size_limit, collect_hash"
                                         " FROM secret_requests WHERE id = ? AND expires_at > ?");
    if (const Result<void> done = found.bindText(id).bind(now).execute(); !done)
        return std::unexpected(done.error());
    if (found.next())
        return Row{.request = {.id = id,
                               .state = stateOf(found.text(0)),
                               .created = found.time(1),
                               .expires = found.time(2),
                               .publicKey = found.bytes(3),
                               .note = found.text(4),
                               .sizeLimit = found.number(5)},
                   .collectHash = found.bytes(6)};
    if (const Result<void> read = found.reachedEnd(); !read)
        return std::unexpected(read.error());
    return unknownRequest();
}

ShareEvent eventFor(const ShareEvent &event, ShareAction action, const QByteArray &id)
{
    ShareEvent done = event;
    done.action = action;
    done.target = id;
    return done;
}

} // namespace

Result<void> add(QSqlDatabase &database, const NewSecretRequest &asked, Events &events)
{
    const SecretRequest &request = asked.request;
    ShareEvent event = eventFor(asked.event, ShareAction::Request, request.id);
    qint64 limit = request.sizeLimit;
    if (!asked.tokenHash.isEmpty()) {
        const auto token = useToken(database, asked.tokenHash, 0, request.created, event, events);
        if (!token)
            return std::unexpected(token.error());
        limit = token->uploadSizeLimit.value_or(limit);
    }
    const Result<void> stored =
        Statement(database,
                  "INSERT INTO secret_requests (id, state, created_at, expires_at, public_key, note, collect_hash, size_limit)"
                  " VALUES (?, 'open', ?, ?, ?, ?, ?, ?)")
            .bindText(request.id)
            .bind(request.created)
            .bind(request.expires)
            .bindBytes(request.publicKey)
            .bindText(request.note)
            .bindBytes(asked.collectHash)
            .bind(limit)
            .execute();
    if (stored)
        events.push_back(std::move(event));
    return stored;
}

Result<SecretRequest> show(QSqlDatabase &database, const QByteArray &id, WallTime now)
{
    Result<Row> row = find(database, id, now);
    if (!row)
        return std::unexpected(row.error());
    return std::move(row->request);
}

Result<void> answer(QSqlDatabase &database, const QByteArray &id, const QByteArray &data, WallTime now, const ShareEvent &event,
                    Events &events)
{
    const Result<Row> row = find(database, id, now);
    if (!row)
        return std::unexpected(row.error());
    if (row->request.state != SecretRequest::State::Open)
        return failure(ErrorKind::Gone, u"this was answered already"_s);
    if (data.size() > largestData(row->request.sizeLimit))
        return failure(ErrorKind::TooLarge, u"the answer is too large"_s);
    Statement update(database, "UPDATE secret_requests SET state = 'answered', answer = ? WHERE id = ?");
    if (storage::dialectOf(database) == Dialect::Sqlite)
        update.bindBytes(data);
    else
        update.bindText(data);
    if (Result<void> done = update.bindText(id).execute(); !done)
        return done;
    ShareEvent answered = eventFor(event, ShareAction::Answer, id);
    answered.facts = {{"size", QByteArray::number(data.size())}};
    events.push_back(std::move(answered));
    return {};
}

Result<CollectedAnswer> collect(QSqlDatabase &database, const QByteArray &id, const QByteArray &collectHash, WallTime now,
                                const ShareEvent &event, Events &events)
{
    const Result<Row> row = find(database, id, now);
    if (!row)
        return std::unexpected(row.error());
    if (!equalInConstantTime(row->collectHash, collectHash) || row->request.state == SecretRequest::State::Open)
        return unknownRequest();
    if (row->request.state == SecretRequest::State::Collected)
        return failure(ErrorKind::Gone, u"the answer was collected already"_s);
    Statement content(database, "SELECT answer FROM secret_requests WHERE id = ?");
    if (const Result<void> done = content.bindText(id).execute(); !done)
        return std::unexpected(done.error());
    if (!content.next() || content.isNull(0))
        return failure(ErrorKind::Internal, u"an answer has lost its data"_s);
    CollectedAnswer collected{content.bytes(0)};
    Statement update(database, "UPDATE secret_requests SET state = 'collected', answer = NULL WHERE id = ?");
    if (const Result<void> done = update.bindText(id).execute(); !done)
        return std::unexpected(done.error());
    events.push_back(eventFor(event, ShareAction::Collect, id));
    return collected;
}

Result<void> removeExpired(QSqlDatabase &database, WallTime now)
{
    return Statement(database, "DELETE FROM secret_requests WHERE expires_at <= ?").bind(now).execute();
}

} // namespace gatehouse::sharing::secret_request_table
