#include "webhooks/webhook_routes.h"
#include "audit/request_entry.h"

#include "http/route_group.h"
#include "storage/statement.h"
#include "webhooks/delivery_queue.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gatehouse::webhooks {

using http::Access;
using http::Method;
using http::RequestPtr;
using http::Response;
using http::Route;
using Answer = QCoro::Task<Result<Response>>;

namespace {

constexpr int kLettersShown = 100;
constexpr char kStatusSchema[] = R"({"type":"object","additionalProperties":false,
"required":["configured","state","problem","delivered","failed","next","backlog","dead_letters_total","dead_letters"],"properties":{
"configured":{"type":"boolean"},
"state":{"type":"string","enum":["off","closed","open","ended","idle"],"description":"`open`: the receiver fails, and is tried only now and then. `ended`: it answered 410. `idle`: another instance sends."},
"problem":{"type":["string","null"]},"delivered":{"type":"integer"},"failed":{"type":"integer"},
"next":{"type":"integer","description":"The first entry that was not sent."},"backlog":{"type":"integer"},
"dead_letters_total":{"type":"integer"},"dead_letters":{"type":"array","items":{"type":"object",
"required":["sequence","failed_at","attempts","reason"],"properties":{"sequence":{"type":"integer"},
"failed_at":{"type":"string","format":"date-time"},"attempts":{"type":"integer"},"reason":{"type":"string"}}}}}})";
constexpr char kRetrySchema[] =
    R"({"type":"object","additionalProperties":false,"required":["retried"],"properties":{"retried":{"type":"integer"}}})";

/// What the database knows.
struct Queue {
    QueueStatus status;
    std::vector<DeadLetter> letters;
};

Result<Queue> readQueue(QSqlDatabase &database)
{
    const Result<QueueStatus> status = queueStatus(database);
    const auto letters = status ? deadLetters(database, kLettersShown) : std::unexpected(status.error());
    return letters ? Result<Queue>(Queue{*status, *letters}) : std::unexpected(letters.error());
}

QJsonArray describe(const std::vector<DeadLetter> &letters)
{
    QJsonArray array;
    for (const DeadLetter &letter : letters)
        array.append(QJsonObject{{u"sequence"_s, qint64(letter.sequence)},
                                 {u"failed_at"_s, QString::fromLatin1(toRfc3339(letter.failed))},
                                 {u"attempts"_s, letter.attempts},
                                 {u"reason"_s, QString::fromUtf8(letter.reason)}});
    return array;
}

Answer showWebhook(WebhookRouteParts parts, RequestPtr /*request*/)
{
    QCoro::Task<Result<Queue>> reading = parts.database.run(&readQueue);
    const Result<Queue> queue = co_await reading;
    if (!queue)
        co_return std::unexpected(queue.error());
    const std::optional<WebhookStatus> status = parts.status();
    const WebhookStatus shown = status.value_or(WebhookStatus{});
    co_return Response::json(
        200,
        {{u"configured"_s, status.has_value()},
         {u"state"_s, status ? QString::fromLatin1(toText(status->state)) : u"off"_s},
         {u"problem"_s, shown.problem.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(shown.problem)},
         {u"delivered"_s, qint64(shown.delivered)},
         {u"failed"_s, qint64(shown.failed)},
         {u"next"_s, qint64(queue->status.next)},
         {u"backlog"_s, status ? qint64(queue->status.size - std::min(queue->status.next, queue->status.size)) : 0},
         {u"dead_letters_total"_s, qint64(queue->status.deadLetters)},
         {u"dead_letters"_s, describe(queue->letters)}});
}

Answer retryWebhook(WebhookRouteParts parts, RequestPtr request)
{
    auto work = [&log = parts.log, entry = audit::entryOf(*request, audit::Action::WebhookRetry)](QSqlDatabase &database) {
        return storage::inTransaction(database, storage::Beside::Others, [&]() -> Result<quint64> {
            const Result<quint64> retried = retryDeadLetters(database);
            if (!retried)
                return retried;
            audit::Entry told = entry;
            told.detail.push_back({"dead_letters", QByteArray::number(*retried)});
            const Result<void> recorded = log.appendWithin(database, std::move(told));
            return recorded ? retried : std::unexpected(recorded.error());
        });
    };
    QCoro::Task<Result<quint64>> retrying = parts.database.run(std::move(work));
    const Result<quint64> retried = co_await retrying;
    if (!retried)
        co_return std::unexpected(retried.error());
    co_return Response::json(200, {{u"retried"_s, qint64(*retried)}});
}

} // namespace

void declareWebhookRoutes(http::RouteTable &routes, const WebhookRouteParts &parts)
{
    routes.addTag({"webhook", "Webhook", "What the record tells another service."});
    const http::RouteGroup<WebhookRouteParts> group("webhook", parts, Access::Operator, Access::Admin);
    Route show = group.route(Method::Get, "/api/v1/admin/webhook", "showWebhook", "Show how deliveries go, and what was given up",
                             showWebhook);
    show.responses = {{.status = 200, .description = "The state", .schema = kStatusSchema, .name = "WebhookState"}};
    routes.add(std::move(show));

    Route retry =
        group.route(Method::Post, "/api/v1/admin/webhook/retry", "retryWebhook", "Send again what was given up", retryWebhook);
    retry.responses = {{.status = 200, .description = "How many are sent again", .schema = kRetrySchema, .name = "WebhookRetry"}};
    routes.add(std::move(retry));
}

} // namespace gatehouse::webhooks
