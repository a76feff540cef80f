#include "http/response.h"

#include "core/append.h"
#include "core/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace gatehouse::http {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kUsualProblem = 320;

/// A JSON string of our own making, which holds nothing to escape.
void appendQuoted(std::string &json, QByteArrayView text)
{
    json += '"';
    append(json, text);
    json += '"';
}

QByteArray listOf(const std::vector<FieldError> &fields)
{
    QJsonArray list;
    for (const FieldError &field : fields)
        list.append(QJsonObject{{u"field"_s, field.field}, {u"problem"_s, field.problem}});
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

} // namespace

Response Response::json(int status, const QJsonObject &object)
{
    Response response;
    response.status = status;
    response.contentType = QByteArrayLiteral("application/json");
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

Response Response::empty(int status)
{
    Response response;
    response.status = status;
    return response;
}

Response Response::text(int status, QByteArray body, QByteArray contentType)
{
    Response response;
    response.status = status;
    response.contentType = std::move(contentType);
    response.body = std::move(body);
    return response;
}

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 100: return "Continue";
    case 101: return "Switching Protocols";
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 426: return "Upgrade Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Unknown";
    }
}

int statusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Malformed: return 400;
    case ErrorKind::Unauthenticated: return 401;
    case ErrorKind::Forbidden: return 403;
    case ErrorKind::NotFound: return 404;
    case ErrorKind::Conflict: return 409;
    case ErrorKind::Gone: return 410;
    case ErrorKind::TooLarge: return 413;
    case ErrorKind::UnsupportedMediaType: return 415;
    case ErrorKind::Invalid: return 422;
    case ErrorKind::Limited: return 429;
    case ErrorKind::NotSupported: return 501;
    case ErrorKind::Unavailable: return 503;
    case ErrorKind::Internal: return 500;
    }
    Q_UNREACHABLE();
}

Response problem(int status, const QString &detail, QByteArrayView instance, const QByteArray &errorId,
                 const std::vector<FieldError> &fields)
{
    const QByteArrayView title = reasonPhrase(status);
    std::string body;
    body.reserve(kUsualProblem + static_cast<std::size_t>(instance.size()));
    body.append(R"({"type":"about:blank","title":)");
    appendQuoted(body, title);
    body.append(",\"status\":");
    appendDecimal(body, status);
    if (!detail.isEmpty()) {
        body.append(",\"detail\":");
        appendJsonString(body, detail.toUtf8());
    }
    body.append(",\"instance\":");
    appendJsonString(body, instance);
    body.append(",\"error_id\":");
    appendQuoted(body, errorId);
    body.append(",\"error\":");
    appendQuoted(body, title);
    if (!fields.empty())
        append(body, ",\"errors\":" + listOf(fields));
    body += '}';
    Response response = Response::text(status, QByteArray::fromStdString(body), QByteArrayLiteral("application/problem+json"));
    response.errorId = errorId;
    return response;
}

} // namespace gatehouse::http
