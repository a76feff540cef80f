#include "http/wire_syntax.h"

#include "core/ip_address.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace gatehouse::http {

namespace {

enum CharClass : std::uint8_t {
    Token = 1,
    Value = 2, // of a field
    Target = 4, // path and query, `%` included
    HostName = 8,
    Digit = 16,
};

constexpr bool isAlphanumeric(int c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr std::array<std::uint8_t, 256> kClasses = [] {
    std::array<std::uint8_t, 256> classes{};
    const auto mark = [&classes](const char *characters, std::uint8_t what) {
        for (; *characters != '\0'; ++characters)
            classes[static_cast<unsigned char>(*characters)] |= what;
    };
    for (int c = 0; c < 256; ++c) {
        if (isAlphanumeric(c))
            classes[c] |= Token | Target | HostName;
        if (c >= '0' && c <= '9')
            classes[c] |= Digit;
        if (c == '\t' || (c >= 0x20 && c != 0x7f))
            classes[c] |= Value;
    }
    mark("!#$%&'*+-.^_`|~", Token);
    mark("-._~!$&'()*+,;=:@/?%", Target);
    mark("-._~", HostName);
    return classes;
}();

bool consistsOf(QByteArrayView text, std::uint8_t what)
{
    return std::all_of(text.begin(), text.end(), [what](char c) { return kClasses[static_cast<unsigned char>(c)] & what; });
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isPort(QByteArrayView text)
{
    if (text.size() > 5 || !consistsOf(text, Digit))
        return false;
    int port = 0;
    for (const char digit : text)
        port = port * 10 + (digit - '0');
    return port <= 65535;
}

} // namespace

std::optional<FieldParts> splitFieldLine(QByteArrayView line)
{
    // The name is short: walking it by class also finds the colon, a space before it and obs-fold.
    const char *const begin = line.data();
    const char *const end = begin + line.size();
    const char *colon = begin;
    while (colon != end && (kClasses[static_cast<unsigned char>(*colon)] & Token))
        ++colon;
    if (colon == begin || colon == end || *colon != ':')
        return std::nullopt;

    const char *first = colon + 1;
    const char *last = end;
    while (first != last && isBlank(*first))
        ++first;
    while (last != first && isBlank(last[-1]))
        --last;
    const QByteArrayView value(first, last);
    if (!isFieldValue(value))
        return std::nullopt;
    return FieldParts{QByteArrayView(begin, colon), value};
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && consistsOf(text, Token);
}

bool isPathAndQuery(QByteArrayView text)
{
    if (!consistsOf(text, Target))
        return false;
    for (qsizetype at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 3)) {
        if (at + 2 >= text.size() || hexDigit(text[at + 1]) < 0 || hexDigit(text[at + 2]) < 0)
            return false;
    }
    return true;
}

bool isAuthority(QByteArrayView text)
{
    if (text.startsWith('[')) {
        const qsizetype bracket = text.indexOf(']');
        if (bracket < 0)
            return false;
        const QByteArrayView literal = text.sliced(1, bracket - 1);
        const QByteArrayView rest = text.sliced(bracket + 1);
        return literal.contains(':') && IpAddress::parse(literal).has_value()
            && (rest.isEmpty() || (rest.startsWith(':') && isPort(rest.sliced(1))));
    }
    const qsizetype colon = text.indexOf(':');
    const QByteArrayView name = colon < 0 ? text : text.first(colon);
    return !name.isEmpty() && consistsOf(name, HostName) && (colon < 0 || isPort(text.sliced(colon + 1)));
}

bool isFieldValue(QByteArrayView text)
{
    return consistsOf(text, Value);
}

bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

int hexDigit(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace gatehouse::http
