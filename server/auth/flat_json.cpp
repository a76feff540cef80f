#include "auth/flat_json.h"

#include <algorithm>

namespace gatehouse::auth {

namespace {

constexpr qsizetype kMostMembers = 16;
constexpr qsizetype kMostDigits = 15; ///< exact in every JSON implementation (RFC 8259, section 6)

class Scanner
{
public:
    explicit Scanner(QByteArrayView text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool take(char expected)
    {
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != expected)
            return false;
        ++m_at;
        return true;
    }

    [[nodiscard]] std::optional<QByteArrayView> takeString()
    {
        if (!take('"'))
            return std::nullopt;
        const qsizetype start = m_at;
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"')
                return m_text.sliced(start, m_at++ - start);
            if (c == '\\' || c < 0x20 || c == 0x7f) // negative beyond ASCII
                return std::nullopt;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<qint64> takeNumber()
    {
        skipSpace();
        const qsizetype start = m_at;
        qint64 value = 0;
        while (m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9' && m_at - start < kMostDigits)
            value = value * 10 + (m_text[m_at++] - '0');
        const qsizetype digits = m_at - start;
        if (digits == 0 || (digits > 1 && m_text[start] == '0'))
            return std::nullopt;
        return value;
    }

    [[nodiscard]] bool isAtEnd()
    {
        skipSpace();
        return m_at == m_text.size();
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size()
               && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n' || m_text[m_at] == '\r'))
            ++m_at;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace

std::optional<FlatJson> FlatJson::parse(QByteArrayView text)
{
    Scanner scanner(text);
    FlatJson object;
    if (!scanner.take('{'))
        return std::nullopt;
    do {
        const std::optional<QByteArrayView> name = scanner.takeString();
        if (!name || object.find(*name) != nullptr || object.size() == kMostMembers || !scanner.take(':'))
            return std::nullopt;
        Member member{*name, {}};
        if (const std::optional<QByteArrayView> string = scanner.takeString()) {
            member.string = *string;
        } else if (const std::optional<qint64> number = scanner.takeNumber()) {
            member.number = *number;
        } else {
            return std::nullopt;
        }
        object.m_members.append(member);
    } while (scanner.take(','));
    if (!scanner.take('}') || !scanner.isAtEnd())
        return std::nullopt;
    return object;
}

const FlatJson::Member *FlatJson::find(QByteArrayView name) const
{
    // Most differ in length or in their first letter, which is quicker to see here than in a call.
    const auto found = std::ranges::find_if(m_members, [name](const Member &member) {
        return member.name.size() == name.size() && (name.isEmpty() || member.name[0] == name[0]) && member.name == name;
    });
    return found == m_members.end() ? nullptr : &*found;
}

QByteArrayView FlatJson::string(QByteArrayView name) const
{
    const Member *member = find(name);
    return member == nullptr ? QByteArrayView() : member->string;
}

std::optional<qint64> FlatJson::number(QByteArrayView name) const
{
    const Member *member = find(name);
    return member == nullptr || !member->string.isNull() ? std::nullopt : std::optional(member->number);
}

} // namespace gatehouse::auth
