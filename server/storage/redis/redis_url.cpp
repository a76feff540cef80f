#include "redis/redis_url.h"

#include <QStringList>

#include <algorithm>
#include <charconv>
#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

constexpr int kMaxDatabase = 65'535;
constexpr quint16 kRedisPort = 6379;
constexpr quint16 kSentinelPort = 26'379;
constexpr qsizetype kMaxSocketPath = 107; ///< sockaddr_un's, less its final zero

struct Scheme {
    QByteArrayView prefix;
    RedisUrl::Kind kind = RedisUrl::Kind::Server;
    bool tls = false;
};

constexpr std::array kSchemes = {
    Scheme{"redis://", RedisUrl::Kind::Server, false},
    Scheme{"rediss://", RedisUrl::Kind::Server, true},
    Scheme{"redis+unix://", RedisUrl::Kind::Socket, false},
    Scheme{"redis-sentinel://", RedisUrl::Kind::Sentinel, false},
    Scheme{"rediss-sentinel://", RedisUrl::Kind::Sentinel, true},
};

std::unexpected<Error> invalid(const QString &problem)
{
    return failure(ErrorKind::Invalid, u"the Redis URL "_s + problem);
}

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Nothing for a percent sign that two hexadecimal digits do not follow.
std::optional<SecretBytes> percentDecoded(QByteArrayView text)
{
    SecretBytes decoded = SecretBytes::ofSize(text.size());
    qsizetype size = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size() || hexDigit(text[i + 1]) < 0 || hexDigit(text[i + 2]) < 0)
                return {};
            c = static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
            i += 2;
        }
        decoded.data()[size++] = c;
    }
    return SecretBytes(decoded.view().first(size));
}

std::optional<int> numberUpTo(int most, QByteArrayView text)
{
    int number = 0;
    const auto [end, problem] = std::from_chars(text.begin(), text.end(), number);
    const bool plain = !text.isEmpty() && text.front() != '-' && (text.size() == 1 || text.front() != '0');
    return plain && problem == std::errc() && end == text.end() && number <= most ? std::optional(number) : std::nullopt;
}

Result<void> parseCredentials(RedisUrl &url, QByteArrayView text)
{
    const qsizetype colon = text.indexOf(':');
    if (colon < 0)
        return invalid(u"has one word before '@': write user:password@, or :password@ without a user"_s);
    if (text.indexOf(':', colon + 1) >= 0)
        return invalid(u"has more than one ':' before '@': write %3A for one that belongs to the password"_s);
    std::optional<SecretBytes> user = percentDecoded(text.first(colon));
    std::optional<SecretBytes> password = percentDecoded(text.sliced(colon + 1));
    if (!user || !password)
        return invalid(u"has a '%' before '@' that two hexadecimal digits do not follow: write %25 for the sign itself"_s);
    if (password->isEmpty())
        return invalid(u"has an empty password"_s);
    url.user = user->view().toByteArray();
    url.password = std::move(*password);
    return {};
}

/// `host`, `host:port`, `[IPv6 address]` or `[IPv6 address]:port`.
Result<RedisAddress> parseAddress(QByteArrayView text, quint16 usualPort)
{
    const bool bracketed = text.startsWith('[');
    const qsizetype closing = text.indexOf(']');
    if (bracketed && closing < 0)
        return invalid(u"has an address without its closing bracket"_s);
    const QByteArrayView host = bracketed
        ? text.sliced(1, closing - 1)
        : text.first(std::max<qsizetype>(0, text.indexOf(':') < 0 ? text.size() : text.indexOf(':')));
    const QByteArrayView rest = bracketed ? text.sliced(closing + 1) : text.sliced(host.size());
    const auto fits = [bracketed](char c) {
        return isAlphanumeric(c) || c == '.' || (bracketed ? c == ':' || c == '%' : c == '-' || c == '_');
    };
    if (host.isEmpty() || !std::ranges::all_of(host, fits))
        return invalid(u"needs a host name or address, an IPv6 address in brackets"_s);
    if (rest.isEmpty())
        return RedisAddress{QString::fromLatin1(host), usualPort};
    const std::optional<int> port = rest.front() == ':' ? numberUpTo(65'535, rest.sliced(1)) : std::nullopt;
    if (!port || *port == 0)
        return invalid(u"needs a port from 1 to 65535 after the ':' of an address"_s);
    return RedisAddress{QString::fromLatin1(host), static_cast<quint16>(*port)};
}

Result<void> parseDatabase(RedisUrl &url, QByteArrayView text)
{
    const std::optional<int> database = numberUpTo(kMaxDatabase, text);
    if (!database)
        return invalid(u"needs a database number from 0 to 65535"_s);
    url.database = *database;
    return {};
}

Result<void> parseServer(RedisUrl &url, QByteArrayView authority, QByteArrayView path)
{
    if (authority.contains(','))
        return invalid(u"names several servers: that is for redis-sentinel:// and rediss-sentinel://"_s);
    Result<RedisAddress> address = parseAddress(authority, kRedisPort);
    if (!address)
        return std::unexpected(address.error());
    url.addresses.push_back(std::move(*address));
    return path.isEmpty() ? Result<void>() : parseDatabase(url, path);
}

Result<void> parseSentinels(RedisUrl &url, QByteArrayView authority, QByteArrayView path)
{
    for (qsizetype at = 0; at <= authority.size();) {
        const qsizetype comma = authority.indexOf(',', at);
        const qsizetype end = comma < 0 ? authority.size() : comma;
        Result<RedisAddress> address = parseAddress(authority.sliced(at, end - at), kSentinelPort);
        if (!address)
            return std::unexpected(address.error());
        url.addresses.push_back(std::move(*address));
        at = end + 1;
    }
    const qsizetype slash = path.indexOf('/');
    const QByteArrayView master = slash < 0 ? path : path.first(slash);
    const auto fits = [](char c) { return isAlphanumeric(c) || c == '.' || c == '-' || c == '_'; };
    if (master.isEmpty() || !std::ranges::all_of(master, fits))
        return invalid(u"needs the master's name, of letters, digits and . - _, after the Sentinels: …/mymaster"_s);
    url.master = master.toByteArray();
    return slash < 0 ? Result<void>() : parseDatabase(url, path.sliced(slash + 1));
}

Result<void> parseSocket(RedisUrl &url, QByteArrayView text)
{
    constexpr QByteArrayView kDatabase = "db=";
    const qsizetype mark = text.indexOf('?');
    const std::optional<SecretBytes> path = percentDecoded(mark < 0 ? text : text.first(mark));
    if (!path || !path->view().startsWith('/') || path->size() < 2 || path->size() > kMaxSocketPath
        || path->view().contains('\0'))
        return invalid(u"needs the absolute path of a socket, of at most 107 bytes"_s);
    url.socketPath = QString::fromUtf8(path->view());
    if (mark < 0)
        return {};
    const QByteArrayView query = text.sliced(mark + 1);
    return query.startsWith(kDatabase) ? parseDatabase(url, query.sliced(kDatabase.size()))
                                       : invalid(u"knows only db= after the '?'"_s);
}

} // namespace

Result<RedisUrl> RedisUrl::parse(QByteArrayView text)
{
    const auto scheme = std::ranges::find_if(kSchemes, [&](const Scheme &s) { return text.startsWith(s.prefix); });
    if (scheme == kSchemes.end())
        return invalid(u"must begin with redis://, rediss://, redis+unix://, redis-sentinel:// or rediss-sentinel://"_s);
    if (std::ranges::any_of(text, [](char c) { return c <= ' ' || c == '\x7f' || c == '#'; }))
        return invalid(u"has a space, a control character or a '#': percent-encode what belongs to the password"_s);

    RedisUrl url;
    url.kind = scheme->kind;
    url.tls = scheme->tls;
    QByteArrayView rest = text.sliced(scheme->prefix.size());
    if (const qsizetype at = rest.indexOf('@'); at >= 0) {
        if (rest.indexOf('@', at + 1) >= 0 || rest.first(at).contains('/') || rest.first(at).contains('?'))
            return invalid(u"has an unencoded '@', '/' or '?' before its host: write %40, %2F and %3F"_s);
        if (const Result<void> parsed = parseCredentials(url, rest.first(at)); !parsed)
            return std::unexpected(parsed.error());
        rest = rest.sliced(at + 1);
    }

    Result<void> parsed;
    if (url.kind == Kind::Socket) {
        parsed = parseSocket(url, rest);
    } else if (rest.contains('?')) {
        parsed = invalid(u"takes nothing after a '?'"_s);
    } else {
        const qsizetype slash = rest.indexOf('/');
        const QByteArrayView authority = slash < 0 ? rest : rest.first(slash);
        const QByteArrayView path = slash < 0 ? QByteArrayView() : rest.sliced(slash + 1);
        parsed = url.kind == Kind::Server ? parseServer(url, authority, path) : parseSentinels(url, authority, path);
    }
    return parsed ? Result<RedisUrl>(std::move(url)) : std::unexpected(parsed.error());
}

QString RedisUrl::toDisplay() const
{
    if (kind == Kind::Socket)
        return u"redis+unix://%1?db=%2"_s.arg(socketPath).arg(database);
    QStringList hosts;
    for (const RedisAddress &address : addresses)
        hosts << (address.host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address.host).arg(address.port);
    const QString scheme = QString(tls ? u"rediss"_s : u"redis"_s) + (kind == Kind::Sentinel ? u"-sentinel"_s : QString());
    const QString name = kind == Kind::Sentinel ? QString::fromLatin1(master) + u'/' : QString();
    return u"%1://%2/%3%4"_s.arg(scheme, hosts.join(u','), name).arg(database);
}

} // namespace gatehouse::storage
