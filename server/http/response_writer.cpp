#include "http/response_writer.h"

#include "core/decimal.h"

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
constexpr qsizetype kUsualHead = 512; ///< of an answer, without its common lines
} // namespace

bool isBodiless(int status)
{
    return status < 200 || status == 204 || status == 304;
}

void appendConnectionLines(QByteArray &out, QByteArrayView date, const AnswerFraming &framing)
{
    out.append("Date: ").append(date).append("\r\n");
    if (!framing.keepAlive)
        out.append("Connection: close\r\n");
    else if (framing.minorVersion == 0)
        out.append("Connection: keep-alive\r\n");
}

void appendAnswer(QByteArray &out, const Response &response, QByteArrayView date, const AnswerFraming &framing)
{
    out.reserve(out.size() + kUsualHead + response.commonLines.size() + (framing.headOnly ? 0 : response.body.size()));
    out.append("HTTP/1.1 ");
    appendDecimal(out, response.status);
    out.append(" ").append(reasonPhrase(response.status)).append("\r\n");
    appendConnectionLines(out, date, framing);
    if (!response.contentType.isEmpty())
        out.append("Content-Type: ").append(response.contentType).append("\r\n");
    for (const auto &[name, value] : response.headers)
        out.append(name).append(": ").append(value).append("\r\n");
    out.append(response.commonLines);
    if (!isBodiless(response.status)) {
        out.append("Content-Length: ");
        appendDecimal(out, response.body.size());
        out.append("\r\n");
    }
    out.append("\r\n");
    if (!framing.headOnly && !isBodiless(response.status))
        out.append(response.body);
}

} // namespace gatehouse::http
