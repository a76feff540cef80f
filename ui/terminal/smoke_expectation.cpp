#include "terminal/smoke_expectation.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::terminal {

using client::ApiAnswer;

namespace {

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

/// Collects headers that are not as they should be.
class HeaderReview
{
public:
    explicit HeaderReview(const ApiAnswer &answer)
        : m_answer(answer)
    {
    }

    void mustBe(const char *name, QByteArrayView value)
    {
        if (m_answer.header(name) != value)
            add(u"%1: %2"_s.arg(QLatin1String(name), text(value)), name);
    }
    void mustBeThere(const char *name)
    {
        if (m_answer.header(name).isEmpty())
            add(QString::fromLatin1(name), name);
    }
    void mustBeNumber(const char *name)
    {
        bool isNumber = false;
        if (m_answer.header(name).toLongLong(&isNumber) < 0 || !isNumber)
            add(u"%1: a number"_s.arg(QLatin1String(name)), name);
    }
    void mustNotTellVersion(const char *name)
    {
        const QByteArray value = m_answer.header(name);
        if (value.contains('/') || std::ranges::any_of(value, [](char c) { return c >= '0' && c <= '9'; }))
            add(u"%1 without a version"_s.arg(QLatin1String(name)), name);
    }

    [[nodiscard]] std::optional<Mismatch> result() const
    {
        if (m_answer.status == 0)
            return Mismatch{u"an answer"_s, m_answer.summary()};
        if (m_expected.isEmpty())
            return std::nullopt;
        return Mismatch{m_expected.join(u", "), m_seen.join(u", ")};
    }

private:
    void add(const QString &expected, const char *name)
    {
        const QByteArray value = m_answer.header(name);
        m_expected.append(expected);
        m_seen.append(value.isNull() ? u"no %1"_s.arg(QLatin1String(name)) : u"%1: %2"_s.arg(QLatin1String(name), text(value)));
    }

    const ApiAnswer &m_answer;
    QStringList m_expected;
    QStringList m_seen;
};

} // namespace

std::optional<Mismatch> statusMismatch(const ApiAnswer &answer, int expected)
{
    if (answer.status == expected)
        return std::nullopt;
    return Mismatch{QString::number(expected), answer.summary()};
}

std::optional<Mismatch> limitHeadersMismatch(const ApiAnswer &answer)
{
    HeaderReview review(answer);
    for (const char *name : {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"})
        review.mustBeNumber(name);
    review.mustBeThere("RateLimit-Policy");
    review.mustBeThere("RateLimit");
    return review.result();
}

std::optional<Mismatch> securityHeadersMismatch(const ApiAnswer &answer, bool tls)
{
    HeaderReview review(answer);
    review.mustBe("X-Content-Type-Options", "nosniff");
    review.mustBe("X-Frame-Options", "DENY");
    if (answer.header("Referrer-Policy") != "no-referrer") // as pages have it
        review.mustBe("Referrer-Policy", "strict-origin-when-cross-origin");
    for (const char *name :
         {"X-XSS-Protection", "Content-Security-Policy", "Permissions-Policy", "Cache-Control", "X-Request-Id", "Date"})
        review.mustBeThere(name);
    if (tls)
        review.mustBeThere("Strict-Transport-Security");
    review.mustNotTellVersion("Server");
    return review.result();
}

std::optional<Mismatch> refusalMismatch(const ApiAnswer &answer, bool badToken)
{
    if (answer.status != 401)
        return statusMismatch(answer, 401);
    const QByteArray challenge = answer.header("WWW-Authenticate");
    if (!challenge.startsWith("Bearer") || (badToken && !challenge.contains("error=\"invalid_token\"")))
        return Mismatch{badToken ? u"WWW-Authenticate: Bearer error=\"invalid_token\""_s : u"WWW-Authenticate: Bearer"_s,
                        challenge.isNull() ? u"no WWW-Authenticate"_s : u"WWW-Authenticate: "_s + text(challenge)};
    return std::nullopt;
}

} // namespace gatehouse::terminal
