#include "config/setting_parsers.h"
#include "config/setting_sections.h"

#include <QString>
#include <QUrl>

#include <algorithm>
#include <array>

namespace gatehouse::config {

using namespace Qt::StringLiterals;

namespace {

/// Beside what entries tell themselves, of which they hold 32.
constexpr qsizetype kMostNotedHeaders = 16;

/// A place to post to, which may hold neither a password nor a fragment; empty: none.
std::expected<QByteArray, QString> postTarget(const QByteArray &text)
{
    const QUrl url = QUrl::fromEncoded(text, QUrl::StrictMode);
    const bool fits = url.isValid() && !url.host().isEmpty() && (url.scheme() == u"http" || url.scheme() == u"https")
        && url.userInfo().isEmpty() && !url.hasFragment();
    return text.isEmpty() || fits
        ? std::expected<QByteArray, QString>(text)
        : std::unexpected(u"expected an http or https URL without a password; the token goes into WEBHOOK_TOKEN"_s);
}

std::expected<QByteArrayList, QString> eventNames(const QByteArray &text)
{
    return parseList(text);
}

/// Whether a header of this name, in small letters, carries what lets somebody in. The record is for many eyes, and keeps what it
/// has: so rather one too many.
bool carriesCredential(const QByteArray &name)
{
    static constexpr std::array<QByteArrayView, 14> kParts{"authorization", "cookie",     "token",  "secret",     "password",
                                                           "passphrase",    "credential", "csrf",   "xsrf",       "session",
                                                           "signature",     "assertion",  "apikey", "client-cert"};
    return name.endsWith("key") || name.contains("jwt")
        || std::ranges::any_of(kParts, [&name](QByteArrayView part) { return name.contains(part); });
}

/// Names of headers that entries may tell of, in small letters, each once.
std::expected<QByteArrayList, QString> notedHeaders(const QByteArray &text)
{
    QByteArrayList names;
    for (const QByteArray &item : parseList(text.toLower())) {
        const auto name = parseHeaderName(item);
        if (!name)
            return std::unexpected(name.error());
        if (carriesCredential(*name))
            return std::unexpected(
                u"expected no header that carries a credential, and %1 may: what is in the audit log stays there, and is sent on"_s
                    .arg(QString::fromLatin1(*name)));
        if (!names.contains(*name))
            names.append(*name);
    }
    return names.size() <= kMostNotedHeaders ? std::expected<QByteArrayList, QString>(names)
                                             : std::unexpected(u"expected at most %1 names"_s.arg(kMostNotedHeaders));
}

} // namespace

std::vector<SettingEntry> webhookSettings()
{
    return {
        {"webhook.url",
         "",
         u"Where the entries of the audit log are posted as they come: http or https."_s,
         {"WEBHOOK_URL", "HAKANAI_WEBHOOK_URL"},
         {},
         into(GATEHOUSE_FIELD(webhook.url), postTarget)},
        {"webhook.events",
         "*",
         u"Which actions are posted: their names, such as user.create, or share.* for all that begin so."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(webhook.events), eventNames),
         SettingEntry::Shape::List},
        live(
            {"webhook.headers",
             "",
             u"Request headers that entries tell of, the webhook's details as well, such as user-agent; none that carries a credential."_s,
             {"HAKANAI_WEBHOOK_HEADERS"},
             {},
             into(GATEHOUSE_FIELD(webhook.headers), notedHeaders),
             SettingEntry::Shape::List}),
        {"webhook.attempts",
         "10",
         u"After how many answers that are failures an entry is given up; one that cannot be reached is tried for ever."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(webhook.attempts), integer(1, 100))},
    };
}

} // namespace gatehouse::config
