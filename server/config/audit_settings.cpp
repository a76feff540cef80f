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
        if (anchor != "stdout" && !anchor.startsWith("file:/"))
            return std::unexpected(u"expected stdout or file:/path"_s);
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
         u"Where each checkpoint of the audit log is also written: stdout, or file:/path to append to."_s,
         {},
         {},
         into(GATEHOUSE_FIELD(audit.anchors), anchors),
         SettingEntry::Shape::List},
    };
}

} // namespace gatehouse::config
