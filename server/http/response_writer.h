#pragma once

#include "core/clock.h"
#include "http/response.h"

#include <QByteArray>

#include <string>

namespace gatehouse::http {

/// The `Date` of answers (RFC 9110, section 6.6.1), formatted once a second. One per worker.
class DateCache
{
public:
    explicit DateCache(const Clock &clock)
        : m_clock(clock)
    {
    }
    /// IMF-fixdate; valid until the next call.
    [[nodiscard]] QByteArrayView get();

private:
    const Clock &m_clock;
    qint64 m_second = -1;
    QByteArray m_text;
};

/// How an answer is framed for one request.
struct AnswerFraming {
    int minorVersion = 1; ///< the request's
    bool keepAlive = true;
    bool headOnly = false; ///< the request was HEAD
};

/// Whether answers of this status have no body and no Content-Length (RFC 9110, section 8.6).
[[nodiscard]] bool isBodiless(int status);

/// `Date` and, where needed, `Connection`, as complete header lines.
void appendConnectionLines(std::string &out, QByteArrayView date, const AnswerFraming &framing);

/// Appends the whole answer as HTTP/1.1 bytes.
void appendAnswer(std::string &out, const Response &response, QByteArrayView date, const AnswerFraming &framing);

} // namespace gatehouse::http
