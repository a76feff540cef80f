#include "client/secret_link.h"

#include "client/aes_gcm.h"
#include "core/base64url.h"
#include "client/request_key.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

constexpr qsizetype kDigestSize = 16;
constexpr qsizetype kLongestIdentifier = 64;

/// What a link consists of, whatever its kind.
struct Parts {
    QUrl server;
    QByteArray id;
    QByteArray fragment;
};

/// Of `{server}{route}{id}#{fragment}`, for the first route that fits.
Result<Parts> partsOf(const QString &text, std::initializer_list<QLatin1StringView> routes)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https"))
        return failure(ErrorKind::Malformed, u"a link begins with https:// or http://, and holds no spaces"_s);
    if (!url.userInfo().isEmpty() || url.hasQuery())
        return failure(ErrorKind::Malformed, u"a link holds no password and no query"_s);
    Parts parts;
    parts.fragment = url.fragment(QUrl::FullyDecoded).toUtf8();
    const QString path = url.path();
    for (const QLatin1StringView route : routes) {
        const qsizetype at = path.lastIndexOf(route);
        if (at < 0)
            continue;
        parts.id = path.sliced(at + route.size()).toUtf8();
        if (!isIdentifier(parts.id))
            continue;
        url.setFragment({});
        url.setPath(path.first(at));
        parts.server = url;
        return parts;
    }
    return failure(ErrorKind::Malformed,
                   u"this is not the address of a %1"_s.arg(*routes.begin() == "/s/"_L1 ? u"secret"_s : u"request"_s));
}

QString linkText(const QUrl &server, QLatin1StringView route, const QByteArray &id, const QString &fragment)
{
    QUrl url = server;
    url.setPath(server.path() + route + QLatin1StringView(id));
    // As it is: QUrl would write a colon in another way than it came.
    return url.toString(QUrl::FullyEncoded) + (fragment.isEmpty() ? QString() : u'#' + fragment);
}

} // namespace

bool isIdentifier(QByteArrayView text)
{
    const auto fits = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !text.isEmpty() && text.size() <= kLongestIdentifier && std::ranges::all_of(text, fits);
}

Result<SecretKey> SecretKey::parse(QByteArrayView text)
{
    const qsizetype colon = text.indexOf(':');
    std::optional<SecretBytes> key = secretFromBase64Url(colon < 0 ? text : text.first(colon), kAesKeySize);
    if (!key)
        return failure(ErrorKind::Malformed, u"the key is not one: was the link copied whole?"_s);
    SecretKey parsed{std::move(*key), {}};
    if (colon < 0)
        return parsed;
    const std::optional<SecretBytes> digest = secretFromBase64Url(text.sliced(colon + 1), kDigestSize);
    if (!digest)
        return failure(ErrorKind::Malformed, u"the end of the key is not as it should be: was the link copied whole?"_s);
    parsed.digest = digest->view().toByteArray();
    return parsed;
}

QString SecretKey::toText() const
{
    QString text = QString::fromLatin1(toBase64Url(key.view()));
    if (!digest.isEmpty())
        text += u':' + QString::fromLatin1(toBase64Url(digest));
    return text;
}

Result<SecretLink> SecretLink::parse(const QString &text)
{
    Result<Parts> parts = partsOf(text, {"/s/"_L1, "/api/v1/secret/"_L1});
    if (!parts)
        return std::unexpected(parts.error());
    SecretLink link{std::move(parts->server), std::move(parts->id), {}};
    if (parts->fragment.isEmpty())
        return link;
    Result<SecretKey> key = SecretKey::parse(parts->fragment);
    cleanse(parts->fragment);
    if (!key)
        return std::unexpected(key.error());
    link.key = std::move(*key);
    return link;
}

QString SecretLink::toText() const
{
    return linkText(server, "/s/"_L1, id, key ? key->toText() : QString());
}

QString SecretLink::textWithoutKey() const
{
    return linkText(server, "/s/"_L1, id, {});
}

Result<RequestLink> RequestLink::parse(const QString &text)
{
    Result<Parts> parts = partsOf(text, {"/r/"_L1});
    if (!parts)
        return std::unexpected(parts.error());
    const std::optional<SecretBytes> fingerprint = secretFromBase64Url(parts->fragment, kFingerprintSize);
    if (!fingerprint)
        return failure(ErrorKind::Malformed,
                       u"the link does not say whose key to encrypt for: was it copied whole, up to its last character?"_s);
    return RequestLink{std::move(parts->server), std::move(parts->id), fingerprint->view().toByteArray()};
}

QString RequestLink::toText() const
{
    return linkText(server, "/r/"_L1, id, QString::fromLatin1(toBase64Url(fingerprint)));
}

} // namespace gatehouse::client
