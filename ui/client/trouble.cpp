#include "client/trouble.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

/// The detail of a problem as a sentence; `otherwise` when it has none.
QString sentence(const ApiAnswer &answer, const QString &otherwise)
{
    QString detail = answer.text("detail"_L1);
    if (detail.isEmpty())
        return otherwise;
    detail[0] = detail[0].toUpper();
    return detail.endsWith(u'.') ? detail : detail + u'.';
}

std::vector<FieldError> fieldsOf(const ApiAnswer &answer)
{
    std::vector<FieldError> fields;
    const QJsonArray errors = answer.json().value("errors"_L1).toArray();
    for (const auto &error : errors) {
        const QJsonObject field = error.toObject();
        fields.push_back({field.value("field"_L1).toString(), field.value("problem"_L1).toString()});
    }
    return fields;
}

/// A 404 of the server itself says "no such path"; of a route, what it did not find.
bool isUnknownRoute(const ApiAnswer &answer)
{
    const QString detail = answer.text("detail"_L1);
    return answer.status == 405 || answer.status == 501
        || (answer.status == 404 && (detail.isEmpty() || detail.contains("path"_L1)));
}

} // namespace

std::optional<Trouble> Trouble::of(const ApiAnswer &answer)
{
    if (answer.status >= 200 && answer.status < 300)
        return std::nullopt;
    Trouble trouble;
    trouble.reference = answer.text("error_id"_L1);
    if (answer.status == 0) {
        trouble.kind = Kind::Unreachable;
        trouble.title = tr("The server does not answer");
        trouble.remedy = tr("Check that it runs and that this machine reaches it. The console tries again by itself.");
    } else if (isUnknownRoute(answer)) {
        trouble.kind = Kind::NotOffered;
        trouble.title = tr("This server does not offer it");
        trouble.remedy = tr("Its version is older than this console, or it was built without this part. Update the server.");
        trouble.mayRetry = false;
    } else if (answer.status == 401) {
        trouble.kind = Kind::SignedOut;
        trouble.title = tr("You are signed out");
        trouble.remedy = tr("The session has ended or was revoked. Sign in again.");
        trouble.mayRetry = false;
    } else if (answer.status == 403) {
        trouble.kind = Kind::Forbidden;
        trouble.title = tr("Your role does not allow this");
        trouble.remedy = tr("Ask an administrator to do it, or to change your role.");
        trouble.mayRetry = false;
    } else if (answer.status == 404 || answer.status == 410) {
        trouble.kind = Kind::Missing;
        trouble.title = tr("It is not there any more");
        trouble.remedy = sentence(answer, tr("Somebody removed it meanwhile. Refresh to see what is there."));
        trouble.mayRetry = false;
    } else if (answer.status == 409) {
        trouble.kind = Kind::Conflict;
        trouble.title = tr("The server refused");
        trouble.remedy = sentence(answer, tr("It would break a rule, or somebody else has changed it. Refresh and try again."));
        trouble.mayRetry = false;
    } else if (answer.status == 429) {
        trouble.kind = Kind::Limited;
        trouble.title = tr("Too many requests");
        const int wait = qMax(1, answer.header("Retry-After").toInt());
        trouble.remedy = tr("The server takes the next one in %1 s.").arg(wait);
    } else if (answer.status < 500) {
        trouble.kind = Kind::Invalid;
        trouble.title = tr("The server refused what was entered");
        trouble.remedy = sentence(answer, tr("Check the input."));
        trouble.fields = fieldsOf(answer);
        trouble.mayRetry = false;
    } else {
        trouble.title = answer.status == 503 ? tr("The server is not ready") : tr("The server has failed");
        trouble.remedy = answer.status == 503
            ? sentence(answer, tr("It is starting, stopping, or misses something it needs. See its health."))
            : tr("Look into its log for the reference below.");
    }
    return trouble;
}

} // namespace gatehouse::client
