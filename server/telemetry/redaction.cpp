#include "telemetry/redaction.h"

#include <algorithm>
#include <array>

namespace gatehouse::telemetry {

namespace {

/// Longer runs of token characters with a digit in them are taken for keys: 32 bytes are 43 characters of base64.
constexpr qsizetype kLongestPlainRun = 39;

bool isWordChar(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

bool isBase64Char(char c)
{
    return isWordChar(c) || c == '+' || c == '/' || c == '=' || c == '.' || c == '~';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool endsLine(char c)
{
    return c == '\n' || c == '\r';
}

bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && std::ranges::equal(a, b, {}, lower, lower);
}

/// Whether text is short and has nothing that any form of a secret needs, as most values of log lines.
bool isPlainWord(QByteArrayView text)
{
    return text.size() <= kLongestPlainRun && !text.contains("eyJ") && std::ranges::none_of(text, [](char c) {
               return c == ' ' || c == '\t' || c == '=' || c == ':' || c == '?' || c == '#';
           });
}

/// Copies text and leaves out secrets, word by word.
class Scrubber
{
public:
    explicit Scrubber(QByteArrayView text)
        : m_text(text)
    {
        m_out.reserve(text.size());
    }

    QByteArray run()
    {
        while (m_at < m_text.size()) {
            if (isWordChar(m_text[m_at]))
                word();
            else
                other();
        }
        return m_out;
    }

private:
    [[nodiscard]] char at(qsizetype index) const { return index < m_text.size() ? m_text[index] : '\0'; }
    [[nodiscard]] qsizetype skip(qsizetype from, bool (*accepts)(char)) const
    {
        while (from < m_text.size() && accepts(m_text[from]))
            ++from;
        return from;
    }

    void copyTo(qsizetype end)
    {
        m_out.append(m_text.sliced(m_at, end - m_at));
        m_at = end;
    }
    void dropTo(qsizetype end)
    {
        if (end > m_at)
            m_out.append(kRedacted);
        m_at = end;
    }

    void word()
    {
        const qsizetype end = skip(m_at, isWordChar);
        const QByteArrayView word = m_text.sliced(m_at, end - m_at);
        if (equalsIgnoringCase(word, "Bearer") || equalsIgnoringCase(word, "Basic") || equalsIgnoringCase(word, "Digest")) {
            if (isSpace(at(end))) {
                copyTo(skip(end, isSpace));
                dropTo(skip(m_at, isBase64Char));
                return;
            }
        } else if (m_text.sliced(end).startsWith("://")) {
            url(end + 3);
            return;
        } else if (isSecretName(word) && value(word, end)) {
            return;
        }
        randomRun(end);
    }

    /// What follows `name=`, `name: ` or `"name":`. True when there was such a value.
    bool value(QByteArrayView name, qsizetype end)
    {
        qsizetype next = end;
        if (at(next) == '"' || at(next) == '\'')
            ++next;
        next = skip(next, isSpace);
        if (at(next) != '=' && at(next) != ':')
            return false;
        const bool wholeLine = at(next) == ':'
            && (name.toByteArray().toLower().contains("cookie") || name.toByteArray().toLower().contains("authorization"))
            && at(end) != '"' && at(end) != '\'';
        copyTo(skip(next + 1, isSpace));
        if (wholeLine) {
            dropTo(skip(m_at, [](char c) { return !endsLine(c); }));
        } else if (at(m_at) == '"' || at(m_at) == '\'') {
            const char quote = at(m_at);
            copyTo(m_at + 1);
            qsizetype close = m_at;
            while (close < m_text.size() && m_text[close] != quote)
                close += m_text[close] == '\\' ? 2 : 1;
            dropTo(std::min(close, m_text.size()));
        } else {
            dropTo(
                skip(m_at, [](char c) { return !isSpace(c) && !endsLine(c) && c != '&' && c != ',' && c != ';' && c != '}'; }));
        }
        return true;
    }

    /// From a URL's authority on: user information goes, and what `?` and `#` start is left to other().
    void url(qsizetype authority)
    {
        copyTo(authority);
        const qsizetype end =
            skip(authority, [](char c) { return !isSpace(c) && !endsLine(c) && c != '/' && c != '?' && c != '#' && c != '"'; });
        const qsizetype sign = m_text.sliced(authority, end - authority).lastIndexOf('@');
        // A password may hold any of the characters that end an authority, if somebody forgot to encode it.
        const qsizetype far = skip(authority, [](char c) { return !isSpace(c) && !endsLine(c) && c != '"'; });
        const qsizetype farSign = m_text.sliced(authority, far - authority).lastIndexOf('@');
        if (const qsizetype last = std::max(sign, farSign); last >= 0)
            dropTo(authority + last);
    }

    void other()
    {
        const char c = m_text[m_at];
        copyTo(m_at + 1);
        if (c == '#' && isBase64Char(at(m_at)) && m_at >= 2 && !isSpace(m_text[m_at - 2])) {
            dropTo(skip(m_at, [](char next) { return isBase64Char(next) || next == ':' || next == '%'; }));
        } else if (c == '?') {
            query();
        }
    }

    /// `a=1&b=2` after a question mark: the names stay.
    void query()
    {
        const auto inQuery = [](char c) { return !isSpace(c) && !endsLine(c) && c != '&' && c != '"' && c != '\'' && c != '#'; };
        while (m_at < m_text.size()) {
            const qsizetype end = skip(m_at, inQuery);
            const qsizetype sign = m_text.sliced(m_at, end - m_at).indexOf('=');
            if (sign < 0) {
                if (!isWordChar(at(m_at)))
                    return;
                randomRun(skip(m_at, isWordChar));
            } else {
                copyTo(m_at + sign + 1);
                dropTo(end);
            }
            if (at(m_at) != '&')
                return;
            copyTo(m_at + 1);
        }
    }

    void randomRun(qsizetype wordEnd)
    {
        const QByteArrayView word = m_text.sliced(m_at, wordEnd - m_at);
        const qsizetype end = skip(m_at, isBase64Char);
        if (word.startsWith("eyJ") && at(wordEnd) == '.' && isBase64Char(at(wordEnd + 1))) {
            dropTo(end); // a JSON object in base64url, then a dot: JWS or JWE
            return;
        }
        const bool hasDigit = std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
        if (word.size() > kLongestPlainRun && hasDigit) {
            dropTo(end);
            return;
        }
        // Standard base64 has '+' and '/', which also separate the parts of a path: only unbroken long runs count.
        const qsizetype padded = skip(m_at, [](char c) { return isWordChar(c) || c == '+' || c == '/' || c == '='; });
        if (padded - m_at > kLongestPlainRun && (at(padded - 1) == '=' || m_text.sliced(m_at, padded - m_at).contains('+'))) {
            dropTo(padded);
            return;
        }
        copyTo(wordEnd);
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QByteArray m_out;
};

} // namespace

bool isSecretName(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 16> kParts = {
        "token",  "password",   "passwd", "passphrase", "secret", "authorization", "cookie", "signature",
        "apikey", "credential", "jwt",    "csrf",       "otp",    "setupcode",     "pwd",    "private",
    };
    static constexpr std::array<QByteArrayView, 7> kHarmlessEnds = {"id", "count", "type", "total", "age", "source", "ids"};

    char folded[64];
    std::size_t size = 0;
    qsizetype lastPart = 0;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] == '_' || name[i] == '-' || name[i] == '.')
            lastPart = i + 1;
        else if (size < sizeof folded)
            folded[size++] = lower(name[i]);
    }
    const QByteArrayView whole(folded, static_cast<qsizetype>(size));
    if (lastPart > 0
        && std::ranges::any_of(kHarmlessEnds, [&](QByteArrayView end) { return equalsIgnoringCase(name.sliced(lastPart), end); }))
        return false;
    if (whole.endsWith("key") || whole == "pass")
        return true;
    for (qsizetype at = 0; at < whole.size(); ++at) {
        const QByteArrayView rest = whole.sliced(at);
        if (std::ranges::any_of(kParts,
                                [&](QByteArrayView part) { return part.front() == rest.front() && rest.startsWith(part); }))
            return true;
    }
    return false;
}

QByteArray scrubbed(QByteArrayView text)
{
    return isPlainWord(text) ? text.toByteArray() : Scrubber(text).run();
}

} // namespace gatehouse::telemetry
