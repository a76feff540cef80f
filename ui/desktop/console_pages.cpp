#include "desktop/console_pages.h"

#include "desktop/access/access_page.h"
#include "desktop/audit/audit_page.h"
#include "desktop/health/health_page.h"
#include "desktop/limits/limits_page.h"
#include "desktop/logs/logs_page.h"
#include "desktop/overview/overview_page.h"
#include "desktop/secrets/secrets_page.h"
#include "desktop/servers/servers_page.h"
#include "desktop/settings/settings_page.h"
#include "desktop/sharing/share_page.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("gatehouse::desktop::ConsolePages", text);
}

QKeySequence numbered(int number)
{
    return QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key(Qt::Key_0 + number)));
}

} // namespace

std::vector<PageEntry> consolePages(const PageParts &parts)
{
    const QString watch = words(QT_TRANSLATE_NOOP("gatehouse::desktop::ConsolePages", "Watch"));
    const QString manage = words(QT_TRANSLATE_NOOP("gatehouse::desktop::ConsolePages", "Manage"));
    return {
        {u"overview"_s, words(QT_TRANSLATE_NOOP("gatehouse::desktop::ConsolePages", "Overview")), watch, Icon::Overview,
         numbered(1), [parts] { return new OverviewPage(parts.theme, parts.session, parts.stream, parts.users, parts.tables); }},
        {u"health"_s, words(QT_TRANSLATE_NOOP("gatehouse::desktop::ConsolePages", "Health")), watch, Icon::Health, numbered(2),
         [parts] { return new HealthPage(parts.theme, parts.session, parts.stream); }},
        {u"audit"_s, words(QT_TRANSLATE_NOOP("gatehouse::desktop::ConsolePages", "Audit")), watch, Icon::Audit, numbered(3),
         [parts] { return new AuditPage(parts.theme, parts.session, parts.stream, parts.users, parts.tables); }},
        {u"logs"_s, words(QT_TRANSLATE_NOOP("gatehouse::desktop::ConsolePages", "Logs")), watch, Icon::Logs, numbered(4),
         [parts] { return new LogsPage(parts.theme, parts.session, parts.stream, parts.tables); }},
        {u"access"_s, words(QT_TRANSLATE_NOOP("gatehouse::desktop::ConsolePages", "Access")), manage, Icon::Access, numbered(5),
         [parts] { return new AccessPage(parts.theme, parts.profile, parts.session, parts.users, parts.tables); }},
        {u"secrets"_s, words(QT_TRANSLATE_NOOP("gatehouse::desktop::ConsolePages", "Secrets")), manage, Icon::Secrets,
         numbered(6), [parts] { return new SecretsPage(parts.theme, parts.profile, parts.session, parts.tables); }},
        {u"limits"_s, words(QT_TRANSLATE_NOOP("gatehouse::desktop::ConsolePages", "Limits")), manage, Icon::Limits, numbered(7),
         [parts] { return new LimitsPage(parts.theme, parts.profile, parts.session, parts.stream, parts.tables); }},
        {u"share"_s, words(QT_TRANSLATE_NOOP("gatehouse::desktop::ConsolePages", "Share")), manage, Icon::Share, numbered(8),
         [parts] { return new SharePage(parts.theme, parts.session, parts.profiles); }},
        {u"settings"_s, words(QT_TRANSLATE_NOOP("gatehouse::desktop::ConsolePages", "Settings")), manage, Icon::Settings,
         numbered(9),
         [parts] { return new SettingsPage(parts.theme, parts.profile, parts.session, parts.preferences, parts.tables); }},
        {u"servers"_s, words(QT_TRANSLATE_NOOP("gatehouse::desktop::ConsolePages", "Servers")), manage, Icon::Servers,
         numbered(0), [parts] { return new ServersPage(parts.theme, parts.profile, parts.profiles, parts.switchTo); }},
    };
}

} // namespace gatehouse::desktop
