#include "core/dotenv.h"

#include <algorithm>
#include <cstring>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

bool isNameCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

/// Collects a value in a buffer that is cleansed and large enough from the start, so that nothing is copied about.
class Value
{
public:
    explicit Value(qsizetype most)
        : m_buffer(SecretBytes::ofSize(most))
    {
    }
    void append(char c) { m_buffer.data()[m_size++] = c; }
    [[nodiscard]] SecretBytes take() const { return SecretBytes(m_buffer.view().first(m_size)); }

private:
    SecretBytes m_buffer;
    qsizetype m_size = 0;
};

class DotenvParser
{
public:
    explicit DotenvParser(QByteArrayView text)
        : m_text(text)
    {
    }

    Result<std::vector<Assignment>> parse()
    {
        if (m_text.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
        while (!atEnd())
            parseLine();
        if (!m_problems.empty())
            return std::unexpected(Error{ErrorKind::Malformed, u"the file cannot be read"_s, std::move(m_problems), {}});
        return std::move(m_assignments);
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\n' : m_text[m_at]; }
    [[nodiscard]] bool atLineEnd() const
    {
        return atEnd() || m_text[m_at] == '\n'
            || (m_text[m_at] == '\r' && (m_at + 1 == m_text.size() || m_text[m_at + 1] == '\n'));
    }
    void skipSpace()
    {
        while (!atEnd() && isSpace(peek()))
            ++m_at;
    }
    void skipLine()
    {
        while (!atEnd() && peek() != '\n')
            ++m_at;
        ++m_at;
        ++m_line;
    }
    void problem(const QString &what) { m_problems.push_back({u"line %1"_s.arg(m_line), what}); }

    void parseLine()
    {
        skipSpace();
        if (atLineEnd() || peek() == '#')
            return skipLine();
        if (m_text.sliced(m_at).startsWith("export ") || m_text.sliced(m_at).startsWith("export\t")) {
            m_at += 7;
            skipSpace();
        }
        const qsizetype start = m_at;
        while (!atEnd() && isNameCharacter(peek()))
            ++m_at;
        const QByteArray name = m_text.sliced(start, m_at - start).toByteArray();
        const int line = m_line;
        if (name.isEmpty() || (name[0] >= '0' && name[0] <= '9') || peek() != '=') {
            problem(u"expected NAME=value, without spaces around the sign"_s);
            return skipLine();
        }
        ++m_at;
        std::optional<SecretBytes> value;
        if (peek() == '\'' || peek() == '"')
            value = quoted(peek());
        else
            value = bare();
        if (value && !onlyCommentFollows())
            value.reset();
        if (value && std::ranges::find(m_assignments, name, &Assignment::name) != m_assignments.end()) {
            problem(u"repeats %1"_s.arg(QString::fromLatin1(name)));
            value.reset();
        }
        if (value)
            m_assignments.push_back({name, std::move(*value), line});
        skipLine();
    }

    bool onlyCommentFollows()
    {
        const qsizetype before = m_at;
        skipSpace();
        if (atLineEnd() || (peek() == '#' && m_at > before))
            return true;
        problem(u"has something after its value; quote values with spaces"_s);
        return false;
    }

    std::optional<SecretBytes> bare()
    {
        if (isSpace(peek()) && !atLineEnd()) {
            const qsizetype value = m_at;
            skipSpace();
            if (!atLineEnd() && peek() != '#') {
                problem(u"has spaces around the sign"_s);
                return std::nullopt;
            }
            m_at = value;
            return SecretBytes();
        }
        const qsizetype start = m_at;
        while (!atLineEnd() && !isSpace(peek())) {
            const char c = peek();
            if (c == '"' || c == '\'' || c == '\0' || static_cast<unsigned char>(c) < ' ') {
                problem(u"has a quote or a control character inside a bare value"_s);
                return std::nullopt;
            }
            ++m_at;
        }
        return SecretBytes(m_text.sliced(start, m_at - start));
    }

    std::optional<SecretBytes> quoted(char quote)
    {
        const int line = m_line;
        ++m_at;
        Value value(m_text.size() - m_at + 1);
        for (; !atEnd(); ++m_at) {
            char c = peek();
            if (c == quote) {
                ++m_at;
                return value.take();
            }
            if (c == '\0') {
                problem(u"has a zero byte"_s);
                return std::nullopt;
            }
            if (c == '\n')
                ++m_line;
            if (c == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n')
                continue;
            if (c == '\\' && quote == '"') {
                ++m_at;
                const qsizetype known = atEnd() ? -1 : QByteArrayView("nrt\\\"$").indexOf(peek());
                if (known < 0) {
                    problem(u"has an unknown escape"_s);
                    return std::nullopt;
                }
                c = QByteArrayView("\n\r\t\\\"$")[known];
            }
            value.append(c);
        }
        m_problems.push_back({u"line %1"_s.arg(line), u"has a quote that is not closed"_s});
        return std::nullopt;
    }

    const QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    std::vector<Assignment> m_assignments;
    std::vector<FieldError> m_problems;
};

} // namespace

Result<std::vector<Assignment>> parseDotenv(QByteArrayView text)
{
    return DotenvParser(text).parse();
}

SecretBytes toDotenv(QByteArrayView name, QByteArrayView value)
{
    const bool bare =
        std::ranges::all_of(value, [](char c) { return isNameCharacter(c) || QByteArrayView("+/=-.:@%,~?&").contains(c); });
    Value line(name.size() + 2 * value.size() + 3);
    for (const char c : name)
        line.append(c);
    line.append('=');
    if (!bare)
        line.append('"');
    for (const char c : value) {
        constexpr QByteArrayView plain = "\n\r\t\\\"$";
        constexpr QByteArrayView escaped = "nrt\\\"$";
        const qsizetype at = plain.indexOf(c);
        if (at >= 0)
            line.append('\\');
        line.append(at >= 0 ? escaped[at] : c);
    }
    if (!bare)
        line.append('"');
    return line.take();
}

} // namespace gatehouse
