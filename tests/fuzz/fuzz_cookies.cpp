// Session cookies in Cookie fields of any content. A cookie that is there twice must never have a value, and none may be found
// that a plain reading does not find.

#include "expect.h"

#include "auth/cookies.h"
#include "http/request_parser.h"
#include "http/same_origin.h"

#include <cstdint>

using namespace gatehouse;

namespace {

/// Without the optional white space around it (RFC 9110, section 5.6.3).
QByteArray withoutSpaces(QByteArray text)
{
    while (text.startsWith(' ') || text.startsWith('\t'))
        text.remove(0, 1);
    while (text.endsWith(' ') || text.endsWith('\t'))
        text.chop(1);
    return text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray fields(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    http::RequestParser parser;
    if (parser.feed("GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n\r\n").state != http::RequestParser::State::Complete)
        return 0;
    http::Request request;
    request.head = parser.takeHead();
    (void)http::isFromOwnPage(request);
    const http::RequestHead &head = request.head;

    const QByteArray name = auth::CookieSettings{}.accessName();
    int count = 0;
    QByteArray value;
    for (const http::HeaderField &field : head.fields) {
        if (field.name.toByteArray().toLower() != "cookie")
            continue;
        for (const QByteArray &pair : field.value.toByteArray().split(';')) {
            const QByteArray plain = withoutSpaces(pair);
            if (plain.startsWith(name + '=')) {
                ++count;
                value = plain.sliced(name.size() + 1);
            }
        }
    }
    const QByteArrayView found = auth::cookieValue(head, name);
    GATEHOUSE_EXPECT(count == 0 ? found.isNull() : !found.isNull());
    GATEHOUSE_EXPECT(count == 1 ? found == value : found.isEmpty());
    return 0;
}
