#include "http/web_socket.h"

#include "http/frame_masks.h"
#include "http/same_origin.h"
#include "http/tunnel.h"

#include <QCryptographicHash>
#include <QWebSocketServer>

#include <algorithm>

namespace gatehouse::http {

using namespace Qt::StringLiterals;

namespace {

/// A frame that closes with 1002 (RFC 6455, sections 5.5.1, 7.4.1).
constexpr QByteArrayView kProtocolError("\x88\x02\x03\xea");
constexpr qsizetype kKeySize = 16; // bytes, RFC 6455, section 4.1

/// Whether the list in the field `name` has `token`, compared without regard to case.
bool lists(const RequestHead &head, QByteArrayView name, QByteArrayView token)
{
    for (const HeaderField &field : head.fields) {
        if (field.name.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        for (const QByteArray &item : field.value.toByteArray().split(',')) {
            if (item.trimmed().compare(token, Qt::CaseInsensitive) == 0)
                return true;
        }
    }
    return false;
}

Response upgradeRequired()
{
    return Response::text(426, "This is a WebSocket: ask for one, of version 13.\n")
        .withHeader("Upgrade", "websocket")
        .withHeader("Connection", "Upgrade")
        .withHeader("Sec-WebSocket-Version", "13");
}

/// Section 4.2.2, 5.4.
QByteArray acceptanceOf(const QByteArray &key)
{
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
}

/// Has Qt speak the protocol. Its own handshake sees only what was checked here, and nobody sees its answer.
void open(std::unique_ptr<Tunnel> tunnel, const QByteArray &key, const WebSocketTaker &taker)
{
    auto *server = new QWebSocketServer(QString(), QWebSocketServer::NonSecureMode, tunnel.get()); // goes with the tunnel
    Tunnel *const below = tunnel.get();
    QObject::connect(server, &QWebSocketServer::newConnection, server, [server, below, taker] {
        std::unique_ptr<QWebSocket> socket(server->nextPendingConnection());
        socket->setParent(nullptr);
        if (socket->state() != QAbstractSocket::ConnectedState) // the client has left: nothing would tell of that any more
            return;
        socket->setMaxAllowedIncomingMessageSize(kLargestWebSocketMessage);
        socket->setMaxAllowedIncomingFrameSize(kLargestWebSocketMessage);
        QMetaObject::invokeMethod(below, &Tunnel::endHandshake, Qt::QueuedConnection); // once somebody listens
        taker(std::move(socket));
    });
    tunnel->inspect([masks = FrameMasks()](QByteArrayView bytes) mutable { return masks.holdIn(bytes); },
                    kProtocolError.toByteArray());
    tunnel->replayHandshake("GET / HTTP/1.1\r\nHost: gatehouse\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                            + key + "\r\n\r\n");
    server->handleConnection(tunnel.release());
}

} // namespace

Result<Response> upgradeToWebSocket(const Request &request, WebSocketTaker taker)
{
    const RequestHead &head = request.head;
    if (head.method != Method::Get || head.minorVersion < 1 || !lists(head, "Upgrade", "websocket")
        || !lists(head, "Connection", "upgrade") || head.field("Sec-WebSocket-Version") != "13")
        return upgradeRequired();
    const QByteArray key = head.field("Sec-WebSocket-Key").toByteArray();
    const auto decoded = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    if (head.count("Sec-WebSocket-Key") != 1 || !decoded || decoded.decoded.size() != kKeySize || head.hasBody())
        return failure(ErrorKind::Malformed, u"the WebSocket handshake is not well-formed"_s);
    if (request.caller.byCookie && !isFromOwnPage(request))
        return failure(ErrorKind::Forbidden, u"a WebSocket by cookie needs the same origin"_s);

    Response response = Response::empty(101);
    response.withHeader("Upgrade", "websocket").withHeader("Connection", "Upgrade");
    response.withHeader("Sec-WebSocket-Accept", acceptanceOf(key));
    response.takeOver = [key, taker = std::move(taker)](std::unique_ptr<Tunnel> tunnel) { open(std::move(tunnel), key, taker); };
    return response;
}

} // namespace gatehouse::http
