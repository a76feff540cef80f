#include "config/setting_parsers.h"
#include "config/setting_sections.h"

#include <QString>

#include <algorithm>

namespace gatehouse::config {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A name that a note can be signed under (C2SP signed-note).
std::expected<QByteArray, QString> origin(const QByteArray &text)
{
    const bool fits = text.size() <= 255 && std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f && c != '+'; });
    return fits ? std::expected<QByteArray, QString>(text)
                : std::unexpected(u"expected a name such as example.com/audit, without spaces and plus signs"_s);
}

std::expected<QByteArrayList, QString> anchors(const QByteArray &text)
{
    QByteArrayList list;
    for (const QByteArray &item : text.split(',')) {
        const QByteArray anchor = item.trimmed();
        if (anchor.isEmpty())
            continue;
        const bool fits = anchor == "stdout" || anchor.startsWith("file:/") || anchor.startsWith("http://")
            || anchor.startsWith("https://") || (anchor.startsWith("redis:") && anchor.size() > 6);
        if (!fits)
            return std::unexpected(u"expected stdout, file:/path, an http or https URL, or redis:key"_s);
        list.append(anchor);
    }
    return list;
}

} // namespace

std::vector<SettingEntry> auditSettings()
{
    return {
        {"audit.origin",
         "",
         u"Name of the audit log in its signed checkpoints, such as example.com/audit. Without it one that follows from the key."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(audit.origin), origin)},
        {"audit.checkpoint_entries",
         "1000",
         u"After how many entries of the audit log a checkpoint is signed, if not before."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(audit.checkpointEntries), integer(1, 1'000'000))},
        {"audit.checkpoint_interval",
         "60s",
         u"How long an entry of the audit log waits for a signed checkpoint at most."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(audit.checkpointInterval), seconds(1s, 24h))},
        {"audit.anchors",
         "",
         u"Where each checkpoint of the audit log goes as well: stdout, file:/path to append to, a URL to post to, or redis:key for a list in Redis."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(audit.anchors), anchors),
         SettingEntry::Shape::List},
        {"audit.retention",
         "0",
         u"How long entries stay in the database, such as 90d; older ones are sealed in files and dropped, and stay verifiable. 0: for ever."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(audit.retention), seconds(0s, std::chrono::days(36'500)))},
        {"audit.log_file",
         "",
         u"A file that each entry of the audit log is appended to as JSON, for log collectors; opened anew on SIGHUP."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(audit.logFile), path)},
        {"audit.segment_dir",
         "",
         u"The folder for files with sealed entries. Without it audit-segments in the data folder."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(audit.segmentFolder), path)},
    };
}

} // namespace gatehouse::config
