// A configuration file of any content: its YAML, its variables, its values.
//
// Beyond not crashing: it is over soon; no value is repeated in a message; and what was accepted says the same when each value is
// given as a flag.

#include "expect.h"

#include "config/configuration_file.h"
#include "config/settings_loader.h"
#include "config/settings_table.h"
#include "config/variable_expansion.h"

#include <QDir>
#include <QFile>
#include <QTemporaryFile>

#include <cstdint>

using namespace gatehouse::config;

namespace {

/// A file in memory that the loader can open by a path.
QString fileWith(const QByteArray &text)
{
    static QTemporaryFile file(QStringLiteral("/dev/shm/gatehouse-fuzz-XXXXXX.yaml"));
    const bool isOpen = file.isOpen() || file.open();
    GATEHOUSE_EXPECT(isOpen && file.resize(0) && file.seek(0) && file.write(text) == text.size() && file.flush());
    return file.fileName();
}

void expectSameAsFlags(const LoadedSettings &loaded)
{
    SettingSources flags;
    flags.defaultDataDir = QStringLiteral("/nowhere");
    for (auto it = loaded.texts.begin(); it != loaded.texts.end(); ++it) {
        if (loaded.origins.value(it.key()) != QStringLiteral("default") && !it.value().contains("***"))
            flags.arguments.append(QString::fromLatin1(flagOf(it.key())) + QLatin1Char('=') + QString::fromUtf8(it.value()));
    }
    const auto again = loadSettings(flags);
    GATEHOUSE_EXPECT(again);
    GATEHOUSE_EXPECT(again->settings.http.port == loaded.settings.http.port);
    GATEHOUSE_EXPECT(again->settings.http.allowedOrigins == loaded.settings.http.allowedOrigins);
    GATEHOUSE_EXPECT(again->settings.auth.accessExpiry == loaded.settings.auth.accessExpiry);
    GATEHOUSE_EXPECT(again->settings.limits.general.quota == loaded.settings.limits.general.quota);
    GATEHOUSE_EXPECT(again->settings.app.dataDir == loaded.settings.app.dataDir);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QMap<QByteArray, QByteArray> environment{{"A", "${B}"}, {"B", "value-of-b"}, {"PORT", "8080"}};
    if (const auto expanded = expandReferences(text, environment); expanded && !text.contains('$'))
        GATEHOUSE_EXPECT(*expanded == text);

    const FileContent content = parseConfigurationFile(text, QStringLiteral("f.yaml"));
    GATEHOUSE_EXPECT(content.values.size() <= static_cast<std::size_t>(kMostFileNodes));

    SettingSources sources;
    sources.environment = environment;
    sources.filePaths = {fileWith(text)};
    sources.defaultDataDir = QStringLiteral("/nowhere");
    const SettingsReport report = inspectSettings(sources);
    for (const gatehouse::FieldError &problem : report.problems)
        GATEHOUSE_EXPECT(!problem.field.isEmpty() && !problem.problem.contains(QStringLiteral("value-of-b")));
    if (report.problems.empty())
        expectSameAsFlags(report.loaded);
    return 0;
}
