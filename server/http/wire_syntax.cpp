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
    return std::ranges::all_of(text, [what](char c) { return kClasses[static_cast<unsigned char>(c)] & what; });
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

QByteArrayView withoutLeadingBlanks(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    return text;
}

/// How much of the beginning of `text` is one token.
qsizetype tokenLength(QByteArrayView text)
{
    const auto *end = std::ranges::find_if(text, [](char c) { return !(kClasses[static_cast<unsigned char>(c)] & Token); });
    return end - text.begin();
}

/// The length of the quoted-string (RFC 9110, section 5.6.4) that `text` begins with, quotes included; 0 when it does not end.
qsizetype quotedStringLength(QByteArrayView text)
{
    for (qsizetype at = 1; at < text.size(); ++at) {
        if (text[at] == '"')
            return at + 1;
        if (text[at] == '\\')
            ++at;
    }
    return 0;
}

/// Whether a well-formed percent-encoded path decodes to UTF-8 (no overlong form, no surrogate) without control characters.
bool decodesToText(QByteArrayView path)
{
    const QByteArray decoded = QByteArray::fromPercentEncoding(path.toByteArray());
    const bool hasControl =
        std::ranges::any_of(decoded, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    return !hasControl && QUtf8StringView(decoded).isValidUtf8();
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
    const qsizetype firstEscape = text.indexOf('%');
    if (firstEscape < 0)
        return true;
    for (qsizetype at = firstEscape; at >= 0; at = text.indexOf('%', at + 3)) {
        if (at + 2 >= text.size() || hexDigit(text[at + 1]) < 0 || hexDigit(text[at + 2]) < 0)
            return false;
    }
    const qsizetype question = text.indexOf('?');
    return (question >= 0 && question < firstEscape) || decodesToText(question < 0 ? text : text.first(question));
}

bool isChunkExtensions(QByteArrayView text)
{
    while (!text.isEmpty()) {
        text = withoutLeadingBlanks(text);
        if (!text.startsWith(';'))
            return false;
        text = withoutLeadingBlanks(text.sliced(1));
        const qsizetype name = tokenLength(text);
        if (name == 0)
            return false;
        text = text.sliced(name);
        const QByteArrayView afterName = withoutLeadingBlanks(text);
        if (!afterName.startsWith('='))
            continue;
        text = withoutLeadingBlanks(afterName.sliced(1));
        const qsizetype value = text.startsWith('"') ? quotedStringLength(text) : tokenLength(text);
        if (value == 0)
            return false;
        text = text.sliced(value);
    }
    return true;
}

bool isDisguisedName(QByteArrayView name)
{
    if (!name.contains('_'))
        return false;
    QByteArray plain = name.toByteArray().toLower();
    plain.replace('_', '-');
    static constexpr std::array<QByteArrayView, 3> kNames{"content-length", "transfer-encoding", "x-real-ip"};
    return plain.startsWith("x-auth-") || plain.startsWith("x-forwarded-") || std::ranges::find(kNames, plain) != kNames.end();
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
