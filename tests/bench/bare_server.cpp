// What Gatehouse's speed is compared with: QHttpServer as it comes, one thread, no limit, no check, the same answer to
// every request, or one to each POST and another to all else. Answers are read from files that hold real ones, so both servers
// send the same bytes.
//
// Usage: bare_server PORT ANSWER [ANSWER-TO-POST]

#include <QCoreApplication>
#include <QFile>
#include <QHttpServer>
#include <QTcpServer>

#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

namespace {

using HeaderField = std::pair<QByteArray, QByteArray>;

struct Answer {
    std::vector<HeaderField> fields;
    QByteArray body;
};

/// An answer in wire format, taken apart.
Answer answerFrom(const QByteArray &wire)
{
    Answer answer;
    const qsizetype end = wire.indexOf("\r\n\r\n");
    const QByteArrayList lines = wire.left(end).split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            answer.fields.emplace_back(line.left(colon), line.mid(colon + 1).trimmed());
    }
    answer.body = wire.mid(end + 4);
    return answer;
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
/// Listens on the loopback address.
bool serve(QHttpServer &server, const Answer &answer, const Answer &answerToPost, quint16 port)
{
    const auto headersOf = [](const Answer &given) {
        QHttpHeaders headers;
        for (const auto &[name, value] : given.fields) {
            if (!given.body.isEmpty() && name.compare("content-length", Qt::CaseInsensitive) == 0)
                continue; // which comes with the body
            headers.append(name, value);
        }
        return headers;
    };
    const auto write = [](QHttpServerResponder &responder, const QHttpHeaders &headers, const QByteArray &body) {
        constexpr auto kOk = QHttpServerResponder::StatusCode::Ok;
        body.isEmpty() ? responder.write(headers, kOk) : responder.write(body, headers, kOk);
    };
    server.setMissingHandler(&server,
                             [write, headers = headersOf(answer), body = answer.body, postHeaders = headersOf(answerToPost),
                              postBody = answerToPost.body](const QHttpServerRequest &request, QHttpServerResponder &responder) {
                                 const bool post = request.method() == QHttpServerRequest::Method::Post;
                                 write(responder, post ? postHeaders : headers, post ? postBody : body);
                             });
    auto *socket = new QTcpServer(&server);
    return socket->listen(QHostAddress::LocalHost, port) && server.bind(socket);
}
#else
bool serve(QHttpServer &server, const Answer &answer, const Answer &answerToPost, quint16 port)
{
    server.setMissingHandler([answer, answerToPost](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        const Answer &given = request.method() == QHttpServerRequest::Method::Post ? answerToPost : answer;
        responder.writeStatusLine(QHttpServerResponder::StatusCode::Ok);
        for (const auto &[name, value] : given.fields)
            responder.writeHeader(name, value);
        responder.writeBody(given.body);
    });
    auto *socket = new QTcpServer(&server);
    if (!socket->listen(QHostAddress::LocalHost, port))
        return false;
    server.bind(socket);
    return true;
}
#endif

std::optional<Answer> answerIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        (void)std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(file.errorString()));
        return std::nullopt;
    }
    return answerFrom(file.readAll());
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3 || arguments.size() > 4) {
        (void)std::fputs("usage: bare_server PORT ANSWER [ANSWER-TO-POST]\n", stderr);
        return 2;
    }
    const auto answer = answerIn(arguments.at(2));
    const auto answerToPost = answerIn(arguments.last());
    if (!answer || !answerToPost)
        return 1;
    QHttpServer server;
    if (!serve(server, *answer, *answerToPost, arguments.at(1).toUShort())) {
        (void)std::fputs("cannot listen\n", stderr);
        return 1;
    }
    (void)std::printf("ready\n");
    (void)std::fflush(stdout);
    return QCoreApplication::exec();
}
