#include "config/setting_parsers.h"
#include "config/setting_sections.h"

#include <QString>
#include <QUrl>

namespace gatehouse::config {

using namespace Qt::StringLiterals;

namespace {

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

QByteArrayList listOf(const QByteArray &text)
{
    QByteArrayList list;
    for (const QByteArray &item : text.split(',')) {
        if (const QByteArray word = item.trimmed(); !word.isEmpty())
            list.append(word);
    }
    return list;
}

std::expected<QByteArrayList, QString> eventNames(const QByteArray &text)
{
    return listOf(text);
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
        {"webhook.attempts",
         "10",
         u"After how many answers that are failures an entry is given up; one that cannot be reached is tried for ever."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(webhook.attempts), integer(1, 100))},
    };
}

} // namespace gatehouse::config
