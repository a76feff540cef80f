#include "audit/audit_routes.h"

#include "audit/entry_codec.h"
#include "audit/entry_json.h"
#include "audit/filter_text.h"
#include "audit/record_export.h"
#include "audit/request_entry.h"
#include "audit/tlog_proof.h"
#include "http/route_group.h"

#include <QBuffer>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

using http::Access;
using http::Method;
using http::ParameterDeclaration;
using http::RequestPtr;
using http::Response;
using http::Route;
using Answer = QCoro::Task<Result<Response>>;

namespace {

constexpr char kPageSchema[] = R"({"type":"object","additionalProperties":false,"required":["items","next"],"properties":{
"items":{"type":"array","items":{"type":"object","required":["sequence","time","actor_kind","actor","action","outcome"],"properties":{
"sequence":{"type":"integer"},"time":{"type":"string","format":"date-time"},"actor_kind":{"type":"string"},
"actor":{"type":"string"},"action":{"type":"string"},"outcome":{"type":"string","enum":["success","refused","failed"]}}}},
"next":{"type":["string","null"],"description":"For `after`, to get the next page; null on the last. A page of a search for a text may be short, or empty, and not be the last."}}})";
constexpr char kEntrySchema[] =
    R"({"type":"object","additionalProperties":false,"required":["sequence","time","actor_kind","actor",
"action","target","outcome","address","request_id","session","detail","leaf","content"],"properties":{"sequence":{"type":"integer"},
"time":{"type":"string","format":"date-time"},"actor_kind":{"type":"string"},"actor":{"type":"string"},"action":{"type":"string"},
"target":{"type":"string"},"outcome":{"type":"string","enum":["success","refused","failed"]},"address":{"type":"string"},
"request_id":{"type":"string"},"session":{"type":"string"},"detail":{"type":"object"},
"leaf":{"type":"string","description":"Hash of the leaf, base64."},
"content":{"type":"string","description":"The canonical bytes, base64."}}})";
constexpr char kCheckpointSchema[] = R"({"type":"object","additionalProperties":false,
"required":["checkpoint","size","created_at","verifier_key","consistency"],"properties":{
"checkpoint":{"type":"string","description":"A signed note (C2SP tlog-checkpoint)."},"size":{"type":"integer"},
"created_at":{"type":"string","format":"date-time"},"verifier_key":{"type":"string"},
"consistency":{"type":["array","null"],"items":{"type":"string"},"description":"With `from`: the proof of RFC 9162, section 2.1.4, base64."}}})";
constexpr char kProofSchema[] = R"({"type":"object","additionalProperties":false,
"required":["sequence","size","leaf","content","path","checkpoint","verifier_key","proof"],"properties":{
"sequence":{"type":"integer"},"size":{"type":"integer"},"leaf":{"type":"string"},"content":{"type":"string"},
"path":{"type":"array","items":{"type":"string"}},"checkpoint":{"type":"string"},"verifier_key":{"type":"string"},
"proof":{"type":"string","description":"All of it in the format C2SP tlog-proof."}}})";
constexpr quint64 kLargestExport = 50'000; ///< of one answer

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

/// Which part of the record a query asks for.
struct Query {
    Filter filter;
    Order order = Order::NewestFirst;
    std::optional<quint64> after;
    int limit = 100;
};

Result<Query> queryOf(const http::Request &request)
{
    Query query;
    for (const char *name : kFilterNames) {
        if (const Result<void> set = setFilter(query.filter, name, request.queryValue(name)); !set)
            return std::unexpected(set.error());
    }
    const QByteArray order = request.queryValue("order");
    if (!order.isNull() && order != "newest" && order != "oldest")
        return std::unexpected(
            Error{ErrorKind::Invalid, u"the query breaks a rule"_s, {{u"order"_s, u"must be newest or oldest"_s}}, {}});
    query.order = order == "oldest" ? Order::OldestFirst : Order::NewestFirst;
    if (const QByteArray after = request.queryValue("after"); !after.isNull()) {
        const Result<quint64> sequence = sequenceFrom(u"after"_s, after);
        if (!sequence)
            return std::unexpected(sequence.error());
        query.after = *sequence;
    }
    bool isNumber = true;
    const QByteArray limit = request.queryValue("limit");
    query.limit = limit.isNull() ? 100 : limit.toInt(&isNumber);
    if (!isNumber || query.limit < 1 || query.limit > 500)
        return std::unexpected(
            Error{ErrorKind::Invalid, u"the query breaks a rule"_s, {{u"limit"_s, u"must be 1 to 500"_s}}, {}});
    return query;
}

Answer listEntries(AuditRouteParts parts, RequestPtr request)
{
    const Result<Query> query = queryOf(*request);
    if (!query)
        co_return std::unexpected(query.error());
    auto work = [query = *query](QSqlDatabase &database) {
        return readPage(database, query.filter, query.order, query.after, query.limit);
    };
    const Result<Page> page = co_await parts.database.run(std::move(work));
    if (!page)
        co_return std::unexpected(page.error());
    QJsonArray items;
    for (const Entry &entry : page->entries)
        items.append(describe(entry));
    const QJsonValue next = page->next ? QJsonValue(QString::number(*page->next)) : QJsonValue(QJsonValue::Null);
    co_return Response::json(200, {{u"items"_s, items}, {u"next"_s, next}});
}

/// Which entry the path names.
Result<quint64> sequenceOf(const http::Request &request)
{
    const Result<quint64> sequence = sequenceFrom(u"sequence"_s, request.parameters.value(0));
    return sequence ? sequence : failure(ErrorKind::NotFound, u"no such entry"_s);
}

Answer showEntry(AuditRouteParts parts, RequestPtr request)
{
    const Result<quint64> sequence = sequenceOf(*request);
    if (!sequence)
        co_return std::unexpected(sequence.error());
    auto work = [sequence = *sequence](QSqlDatabase &database) { return readEntry(database, sequence); };
    const Result<Entry> entry = co_await parts.database.run(std::move(work));
    if (!entry)
        co_return std::unexpected(entry.error());
    QJsonObject object = describe(*entry);
    const QByteArray content = encode(*entry);
    object.insert(u"leaf"_s, text(bytesOf(leafHash(content)).toByteArray().toBase64()));
    object.insert(u"content"_s, text(content.toBase64()));
    co_return Response::json(200, object);
}

Answer showProof(AuditRouteParts parts, RequestPtr request)
{
    const Result<quint64> sequence = sequenceOf(*request);
    if (!sequence)
        co_return std::unexpected(sequence.error());
    auto work = [sequence = *sequence](QSqlDatabase &database) { return proveEntry(database, sequence); };
    const Result<EntryProof> proof = co_await parts.database.run(std::move(work));
    if (!proof)
        co_return std::unexpected(proof.error());
    QJsonArray path;
    for (const QByteArray &hash : toBase64(proof->path))
        path.append(text(hash));
    co_return Response::json(200,
                             {{u"sequence"_s, qint64(proof->sequence)},
                              {u"size"_s, qint64(proof->checkpoint.size)},
                              {u"leaf"_s, text(bytesOf(leafHash(proof->content)).toByteArray().toBase64())},
                              {u"content"_s, text(proof->content.toBase64())},
                              {u"path"_s, path},
                              {u"checkpoint"_s, text(proof->checkpoint.note)},
                              {u"verifier_key"_s, text(proof->checkpoint.signer)},
                              {u"proof"_s, text(toText(*proof))}});
}

/// The latest checkpoint, and how it follows from an earlier size.
struct LatestCheckpoint {
    StoredCheckpoint checkpoint;
    QJsonValue consistency = QJsonValue::Null; ///< hashes; null where none was asked for
};

Result<LatestCheckpoint> findCheckpoint(QSqlDatabase &database, std::optional<quint64> from)
{
    const Result<std::optional<StoredCheckpoint>> latest = latestCheckpoint(database);
    if (!latest)
        return std::unexpected(latest.error());
    if (!*latest)
        return failure(ErrorKind::NotFound, u"no checkpoint has been signed yet"_s);
    LatestCheckpoint found{**latest, {}};
    if (!from)
        return found;
    const Result<Proof> proof = proveConsistency(database, *from, found.checkpoint.size);
    if (!proof)
        return std::unexpected(proof.error());
    QJsonArray hashes;
    for (const QByteArray &hash : toBase64(*proof))
        hashes.append(text(hash));
    found.consistency = hashes;
    return found;
}

Answer showCheckpoint(AuditRouteParts parts, RequestPtr request)
{
    std::optional<quint64> from;
    if (const QByteArray given = request->queryValue("from"); !given.isNull()) {
        const Result<quint64> size = sequenceFrom(u"from"_s, given);
        if (!size)
            co_return std::unexpected(size.error());
        from = *size;
    }
    auto work = [from](QSqlDatabase &database) { return findCheckpoint(database, from); };
    const Result<LatestCheckpoint> found = co_await parts.database.run(std::move(work));
    if (!found)
        co_return std::unexpected(found.error());
    co_return Response::json(200,
                             {{u"checkpoint"_s, text(found->checkpoint.note)},
                              {u"size"_s, qint64(found->checkpoint.size)},
                              {u"created_at"_s, text(toRfc3339(found->checkpoint.created))},
                              {u"verifier_key"_s, text(found->checkpoint.signer)},
                              {u"consistency"_s, found->consistency}});
}

/// What one answer holds of an export.
struct Exported {
    QByteArray text;
    std::optional<quint64> next; ///< the entry that the next answer begins with; nothing: this was the last
};

/// The entry that an export begins with; nothing: the first that is kept.
Result<std::optional<quint64>> beginOf(const http::Request &request)
{
    const QByteArray given = request.queryValue("first");
    if (given.isNull())
        return std::nullopt;
    const Result<quint64> first = sequenceFrom(u"first"_s, given);
    return first ? Result<std::optional<quint64>>(*first) : std::unexpected(first.error());
}

/// How many entries an export is to have at most.
Result<quint64> sizeOf(const http::Request &request)
{
    const QByteArray given = request.queryValue("limit");
    if (given.isNull())
        return kLargestExport;
    const Result<quint64> size = sequenceFrom(u"limit"_s, given);
    if (size && (*size == 0 || *size > kLargestExport))
        return std::unexpected(Error{
            ErrorKind::Invalid, u"the query breaks a rule"_s, {{u"limit"_s, u"must be 1 to %1"_s.arg(kLargestExport)}}, {}});
    return size;
}

Result<Exported> exportPage(QSqlDatabase &database, TextFormat format, std::optional<quint64> first, quint64 size)
{
    const Result<EntryRange> kept = keptEntries(database);
    const Result<EntryRange> range =
        kept ? exportableFrom(database, first.value_or(kept->begin), size) : std::unexpected(kept.error());
    if (!range)
        return std::unexpected(range.error());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const Result<void> done = exportEntries(database, format, *range, buffer);
    if (!done)
        return std::unexpected(done.error());
    return Exported{buffer.data(), range->end < kept->end ? std::optional(range->end) : std::nullopt};
}

Answer exportRecordPage(AuditRouteParts parts, RequestPtr request)
{
    const QByteArray wanted = request->queryValue("format");
    if (!wanted.isNull() && wanted != "jsonl" && wanted != "csv")
        co_return std::unexpected(
            Error{ErrorKind::Invalid, u"the query breaks a rule"_s, {{u"format"_s, u"must be jsonl or csv"_s}}, {}});
    const Result<std::optional<quint64>> first = beginOf(*request);
    if (!first)
        co_return std::unexpected(first.error());
    const Result<quint64> size = sizeOf(*request);
    if (!size)
        co_return std::unexpected(size.error());
    const TextFormat format = wanted == "csv" ? TextFormat::Csv : TextFormat::Json;
    const QByteArray suffix = format == TextFormat::Csv ? "csv" : "jsonl";
    Entry told = entryOf(*request, Action::AuditExport);
    told.detail.push_back({"format", suffix});
    told.detail.push_back({"first", QByteArray::number(first->value_or(0))});
    QCoro::Task<Result<quint64>> recording = parts.log.append(std::move(told));
    const Result<quint64> recorded = co_await recording;
    if (!recorded)
        co_return std::unexpected(recorded.error());
    auto work = [format, first = *first, size = *size](QSqlDatabase &database) {
        return exportPage(database, format, first, size);
    };
    QCoro::Task<Result<Exported>> exporting = parts.database.run(std::move(work));
    Result<Exported> exported = co_await exporting;
    if (!exported)
        co_return std::unexpected(exported.error());
    Response response = Response::text(200, std::move(exported->text));
    response.withHeader("Content-Disposition", "attachment; filename=\"audit." + suffix + '"');
    if (exported->next) {
        const QByteArray next = "/api/v1/admin/audit/export?format=" + suffix + "&first=" + QByteArray::number(*exported->next)
            + "&limit=" + QByteArray::number(*size);
        response.withHeader("Link", '<' + next + ">; rel=\"next\"");
    }
    co_return response;
}

std::vector<ParameterDeclaration> listParameters()
{
    return {{"limit", "How many at most", R"({"type":"integer","minimum":1,"maximum":500,"default":100})"},
            {"after", "To go on after this entry: the `next` of the page before"},
            {"order", "Which come first", R"({"type":"string","enum":["newest","oldest"],"default":"newest"})"},
            {"from", "At this time or later: RFC 3339, or a date"},
            {"until", "Before this time"},
            {"actor", "By whom: an identifier"},
            {"action", "What was done, such as `auth.login`"},
            {"target", "To what it was done"},
            {"outcome", "How it ended", R"({"type":"string","enum":["success","refused","failed"]})"},
            {"address", "From which address"},
            {"text", "A text somewhere in the entry, in any case"}};
}

} // namespace

void declareAuditRoutes(http::RouteTable &routes, AuditRouteParts parts)
{
    const http::RouteGroup<AuditRouteParts> group("audit", parts, Access::Operator, Access::Admin);
    routes.addTag({"audit", "Audit log", "Who did what, in a record that a third party can check."});
    Route list = group.route(Method::Get, "/api/v1/admin/audit", "listAuditEntries", "Search the record", listEntries);
    list.parameters = listParameters();
    list.responses = {{.status = 200, .description = "One page", .schema = kPageSchema, .name = "AuditPage"}};
    routes.add(std::move(list));

    Route checkpoint = group.route(Method::Get, "/api/v1/admin/audit/checkpoint", "showAuditCheckpoint",
                                   "Show the latest signed checkpoint", showCheckpoint);
    checkpoint.parameters = {
        {"from", "Also prove that the record of this size is its beginning", R"({"type":"integer","minimum":0})"}};
    checkpoint.responses = {
        {.status = 200, .description = "The checkpoint", .schema = kCheckpointSchema, .name = "AuditCheckpoint"},
        {.status = 404, .description = "None has been signed yet, or `from` is larger"}};
    routes.add(std::move(checkpoint));

    Route whole = group.route(Method::Get, "/api/v1/admin/audit/export", "exportAudit", "Export the record with its checkpoints",
                              exportRecordPage);
    whole.description = "So many entries in one answer, and then up to a signed checkpoint; `Link` names the next one. "
                        "`gatehouse audit verify` checks each by itself, and all of them together.";
    whole.parameters = {
        {"format", "JSON Lines or CSV", R"({"type":"string","enum":["jsonl","csv"],"default":"jsonl"})"},
        {"first", "The entry to begin with", R"({"type":"integer","minimum":0})"},
        {"limit", "How many entries at most", R"({"type":"integer","minimum":1,"maximum":50000,"default":50000})"}};
    whole.responses = {
        {.status = 200,
         .description = "Entries with their checkpoints",
         .schema = R"({"type":"string"})",
         .contentType = "text/plain; charset=utf-8",
         .headers = {{.name = "Link", .description = "The next answer, where there is one (RFC 8288)", .always = false}}},
        {.status = 404, .description = "The record does not reach there"},
        {.status = 410, .description = "Entries from there on were sealed and dropped"}};
    routes.add(std::move(whole));

    Route show = group.route(Method::Get, "/api/v1/admin/audit/{sequence}", "showAuditEntry", "Show an entry", showEntry);
    show.responses = {{.status = 200, .description = "The entry", .schema = kEntrySchema, .name = "AuditEntry"},
                      {.status = 404, .description = "No such entry"},
                      {.status = 410, .description = "It was sealed in a file, and dropped"}};
    routes.add(std::move(show));

    Route proof = group.route(Method::Get, "/api/v1/admin/audit/{sequence}/proof", "proveAuditEntry",
                              "Prove that an entry is in the record", showProof);
    proof.responses = {
        {.status = 200, .description = "A proof against the latest checkpoint", .schema = kProofSchema, .name = "AuditProof"},
        {.status = 404, .description = "No such entry"},
        {.status = 410, .description = "It was sealed in a file, and dropped"},
        {.status = 409, .description = "No checkpoint covers it yet"}};
    routes.add(std::move(proof));
}

} // namespace gatehouse::audit
