#include "http/response_writer.h"

#include "core/append.h"

#include <QDateTime>
#include <QLocale>

namespace gatehouse::http {

QByteArrayView DateCache::get()
{
    const WallTime now = m_clock.now();
    const qint64 second = now.time_since_epoch().count() / 1000;
    if (second != m_second) {
        m_second = second;
        const QDateTime time = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
        m_text = QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
    }
    return m_text;
}

namespace {
constexpr std::size_t kUsualHead = 512; ///< of an answer, without its common lines

void appendField(std::string &out, QByteArrayView name, QByteArrayView value)
{
    append(out, name);
    append(out, ": ");
    append(out, value);
    append(out, "\r\n");
}
} // namespace

bool isBodiless(int status)
{
    return status < 200 || status == 204 || status == 304;
}

void appendConnectionLines(std::string &out, QByteArrayView date, const AnswerFraming &framing)
{
    append(out, "Date: ");
    append(out, date);
    append(out, "\r\n");
    if (!framing.keepAlive)
        append(out, "Connection: close\r\n");
    else if (framing.minorVersion == 0)
        append(out, "Connection: keep-alive\r\n");
}

void appendAnswer(std::string &out, const Response &response, QByteArrayView date, const AnswerFraming &framing)
{
    const bool sendsBody = !framing.headOnly && !isBodiless(response.status);
    out.reserve(out.size() + kUsualHead + response.commonLines.size()
                + (sendsBody ? static_cast<std::size_t>(response.body.size()) : 0));
    append(out, "HTTP/1.1 ");
    appendDecimal(out, response.status);
    append(out, " ");
    append(out, reasonPhrase(response.status));
    append(out, "\r\n");
    appendConnectionLines(out, date, framing);
    if (!response.contentType.isEmpty())
        appendField(out, "Content-Type", response.contentType);
    for (const auto &[name, value] : response.headers)
        appendField(out, name, value);
    out.append(response.commonLines);
    if (!isBodiless(response.status)) {
        append(out, "Content-Length: ");
        appendDecimal(out, response.body.size());
        append(out, "\r\n");
    }
    append(out, "\r\n");
    if (sendsBody)
        append(out, response.body);
}

} // namespace gatehouse::http
