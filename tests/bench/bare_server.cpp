// What Gatehouse's speed is compared with: QHttpServer as it comes, one thread, no limit, no check, the same answer to
// every request. The answer is read from a file that holds a real one, so both servers send the same bytes.
//
// Usage: bare_server PORT ANSWER

#include <QCoreApplication>
#include <QFile>
#include <QHttpServer>
#include <QTcpServer>

#include <cstdio>
#include <utility>
#include <vector>

namespace {

using HeaderField = std::pair<QByteArray, QByteArray>;

/// The header fields of an answer in wire format.
std::vector<HeaderField> fieldsOf(const QByteArray &answer)
{
    std::vector<HeaderField> fields;
    const QByteArrayList lines = answer.left(answer.indexOf("\r\n\r\n")).split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            fields.emplace_back(line.left(colon), line.mid(colon + 1).trimmed());
    }
    return fields;
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
/// Listens on the loopback address and answers with `fields` whatever is asked.
bool serve(QHttpServer &server, const std::vector<HeaderField> &fields, quint16 port)
{
    QHttpHeaders headers;
    for (const auto &[name, value] : fields)
        headers.append(name, value);
    server.setMissingHandler(&server, [headers](const QHttpServerRequest &, QHttpServerResponder &responder) {
        responder.write(headers, QHttpServerResponder::StatusCode::Ok);
    });
    auto *socket = new QTcpServer(&server);
    return socket->listen(QHostAddress::LocalHost, port) && server.bind(socket);
}
#else
bool serve(QHttpServer &server, const std::vector<HeaderField> &fields, quint16 port)
{
    server.setMissingHandler([fields](const QHttpServerRequest &, QHttpServerResponder &&responder) {
        responder.writeStatusLine(QHttpServerResponder::StatusCode::Ok);
        for (const auto &[name, value] : fields)
            responder.writeHeader(name, value);
        responder.writeBody(QByteArray());
    });
    auto *socket = new QTcpServer(&server);
    if (!socket->listen(QHostAddress::LocalHost, port))
        return false;
    server.bind(socket);
    return true;
}
#endif

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) {
        (void)std::fputs("usage: bare_server PORT ANSWER\n", stderr);
        return 2;
    }
    QFile answer(arguments.at(2));
    if (!answer.open(QIODevice::ReadOnly)) {
        (void)std::fprintf(stderr, "%s: %s\n", qPrintable(answer.fileName()), qPrintable(answer.errorString()));
        return 1;
    }
    QHttpServer server;
    if (!serve(server, fieldsOf(answer.readAll()), arguments.at(1).toUShort())) {
        (void)std::fputs("cannot listen\n", stderr);
        return 1;
    }
    (void)std::printf("ready\n");
    (void)std::fflush(stdout);
    return QCoreApplication::exec();
}
