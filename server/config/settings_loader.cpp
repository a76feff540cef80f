#include "config/settings_loader.h"

#include "config/configuration_file.h"
#include "config/masking.h"
#include "config/other_guides.h"
#include "config/secret_keys.h"
#include "config/settings_table.h"
#include "config/value_parsers.h"
#include "config/variable_expansion.h"
#include "core/edit_distance.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace gatehouse::config {

using namespace Qt::StringLiterals;

namespace {

/// The keys of flags that are not named after them.
const QMap<QByteArray, QByteArray> &shortFlags()
{
    static const QMap<QByteArray, QByteArray> flags{{"--listen", "http.listen"},
                                                    {"--listen-address", "http.listen"},
                                                    {"--port", "http.port"},
                                                    {"--data-dir", "app.data_dir"},
                                                    {"--pid-file", "app.pid_file"},
                                                    {"--cors-allowed-origins", "http.allowed_origins"},
                                                    {"--allow-anonymous", "sharing.allow_anonymous"},
                                                    {"--upload-size-limit", "sharing.upload_size_limit"},
                                                    {"--anonymous-size-limit", "sharing.anonymous_upload_size_limit"},
                                                    {"--anonymous-upload-size-limit", "sharing.anonymous_upload_size_limit"},
                                                    {"--max-ttl", "sharing.max_ttl"},
                                                    {"--trusted-ip-ranges", "sharing.trusted_ranges"},
                                                    {"--enable-admin-token", "sharing.enable_admin_token"},
                                                    {"--show-token-input", "sharing.show_token_input"},
                                                    {"--country-header", "sharing.country_header"},
                                                    {"--asn-header", "sharing.asn_header"},
                                                    {"--impressum-file", "sharing.impressum_file"},
                                                    {"--privacy-file", "sharing.privacy_file"},
                                                    {"--custom-assets-dir", "sharing.custom_assets_dir"}};
    return flags;
}

/// What was meant by a flag that is none. It may lack the section, which the short ones do.
QByteArray nearestFlag(const QByteArray &typed)
{
    const auto distance = [text = QString::fromUtf8(typed)](const QByteArray &flag) {
        return editDistance(QString::fromLatin1(flag), text);
    };
    const QByteArray key = nearestKey(QByteArray(typed).remove(0, 2).replace('-', '.'));
    const qsizetype toKey = std::min(distance(flagOf(key)), distance(flagOf(key.sliced(key.indexOf('.') + 1))));
    const QByteArrayList shorter = shortFlags().keys();
    const QByteArray nearest = *std::ranges::min_element(shorter, {}, distance);
    return distance(nearest) <= toKey ? nearest : flagOf(key);
}

/// Collects values with their origins, and everything that is wrong.
class Merge
{
public:
    explicit Merge(const SettingSources &sources)
        : m_sources(sources)
    {
        for (const SettingEntry &entry : settingsTable())
            m_report.loaded.origins.insert(entry.key, u"default"_s);
    }

    void readFile(const QString &path);
    void readEnvironment();
    void readFlags();
    [[nodiscard]] SettingsReport finish();

private:
    void set(const SettingEntry &entry, const QByteArray &text, const QString &origin);
    void problem(const QString &where, const QString &what) { m_report.problems.push_back({where, what}); }
    void warn(const QString &where, const QString &what) { m_report.loaded.warnings.push_back({where, what}); }

    void takeFileValue(const FileValue &value);
    void takeSecretReference(const SecretKey &secret, const FileValue &value);
    [[nodiscard]] bool isSection(const QByteArray &key) const;
    [[nodiscard]] std::optional<QByteArray> expanded(const FileValue &value);
    void readVariablesOf(const SettingEntry &entry);
    void judgeVariable(const QByteArray &name);

    const SettingSources &m_sources;
    SettingsReport m_report;
    std::vector<FieldError> m_literalSecrets; ///< wrong in production, useless otherwise
};

void Merge::set(const SettingEntry &entry, const QByteArray &text, const QString &origin)
{
    if (auto parsed = entry.parse(m_report.loaded.settings, text); !parsed)
        return problem(QString::fromLatin1(entry.key), u"%1 (%2)"_s.arg(parsed.error(), origin));
    m_report.loaded.texts.insert(entry.key, withSecretsMasked(text));
    m_report.loaded.origins.insert(entry.key, origin);
}

void Merge::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return problem(path, u"cannot be read: %1"_s.arg(file.errorString()));
    // Not by its size, which a device or a pipe does not tell.
    const QByteArray text = file.read(kLargestConfigurationFile + 1);
    FileContent content = parseConfigurationFile(text, QFileInfo(path).fileName());
    std::ranges::move(content.problems, std::back_inserter(m_report.problems));
    // What another guide called it counts less than our own name.
    for (const bool ownName : {false, true}) {
        for (const FileValue &value : content.values) {
            const SettingEntry *entry = findSetting(value.key);
            if ((entry != nullptr && entry->key == value.key) == ownName)
                takeFileValue(value);
        }
    }
}

void Merge::takeFileValue(const FileValue &value)
{
    const QString key = QString::fromLatin1(value.key);
    if (const SecretKey *secret = findSecretKey(value.key))
        return takeSecretReference(*secret, value);
    const SettingEntry *entry = findSetting(value.key);
    if (entry == nullptr) {
        if (const QString note = noteOnFileKey(value.key); !note.isEmpty())
            warn(key, u"%1 (%2)"_s.arg(note, value.origin));
        else if (value.shape != FileValue::Shape::Nothing || !isSection(value.key)) // a section may be empty
            problem(key,
                    u"is not a setting; did you mean %1? (%2)"_s.arg(QString::fromLatin1(nearestKey(value.key)), value.origin));
        return;
    }
    if (value.shape == FileValue::Shape::Nothing)
        return;
    if (value.shape == FileValue::Shape::List && entry->shape != SettingEntry::Shape::List)
        return problem(key, u"takes one value, not a list (%1)"_s.arg(value.origin));
    if (const QString before = m_report.loaded.origins.value(entry->key); before != u"default")
        warn(key, u"is there under two names: %1 is used, and %2 is not"_s.arg(value.origin, before));
    if (const std::optional<QByteArray> text = expanded(value))
        set(*entry, *text, value.origin);
}

bool Merge::isSection(const QByteArray &key) const
{
    const auto &table = settingsTable();
    return std::ranges::any_of(table, [&key](const SettingEntry &entry) { return entry.key.startsWith(key + '.'); });
}

/// The value with its variables put in; its list as text. Nothing when something is wrong with it.
std::optional<QByteArray> Merge::expanded(const FileValue &value)
{
    const QString key = QString::fromLatin1(value.key);
    QByteArrayList items;
    for (const QByteArray &item : value.items) {
        const auto parts = splitReferences(item);
        const auto secret = parts
            ? std::ranges::find_if(*parts, [](const ValuePart &part) { return isSecretVariable(part.variable); })
            : std::vector<ValuePart>::const_iterator();
        if (parts && secret != parts->end()) {
            problem(key, u"would show the secret %1 (%2)"_s.arg(QString::fromLatin1(secret->variable), value.origin));
            return std::nullopt;
        }
        const auto text = expandReferences(item, m_sources.environment);
        if (!text) {
            problem(key, u"%1 (%2)"_s.arg(text.error(), value.origin));
            return std::nullopt;
        }
        items.append(*text);
    }
    return items.join(',');
}

void Merge::takeSecretReference(const SecretKey &secret, const FileValue &value)
{
    if (value.shape == FileValue::Shape::Nothing)
        return;
    const auto parts =
        value.items.size() == 1 ? splitReferences(value.items.first()) : std::expected<std::vector<ValuePart>, QString>();
    if (parts && parts->size() == 1 && !parts->front().variable.isEmpty() && !parts->front().hasDefault)
        m_report.loaded.secretVariables.insert(secret.name, parts->front().variable);
    else
        m_literalSecrets.push_back(
            {QString::fromLatin1(value.key),
             u"must not be in the file: write ${%1} there, and give the value as that variable or as %1_FILE (%2)"_s.arg(
                 QString::fromLatin1(secret.name), value.origin)});
}

void Merge::readEnvironment()
{
    for (const SettingEntry &entry : settingsTable())
        readVariablesOf(entry);
    for (auto it = m_sources.environment.begin(); it != m_sources.environment.end(); ++it)
        judgeVariable(it.key());
}

void Merge::readVariablesOf(const SettingEntry &entry)
{
    const auto &environment = m_sources.environment;
    QByteArray winner;
    for (const QByteArray &name : variablesOf(entry)) {
        if (!environment.contains(name) || isKubernetesServiceLink(name, environment))
            continue;
        const QByteArray value = environment.value(name);
        if (value.isEmpty() && !name.startsWith("GATEHOUSE_"))
            continue;
        if (winner.isEmpty()) {
            winner = name;
            set(entry, value, QString::fromLatin1(name));
        } else if (value != environment.value(winner)) {
            warn(QString::fromLatin1(name),
                 u"is set to something else than %1, which is used"_s.arg(QString::fromLatin1(winner)));
        }
    }
}

/// What to say of a variable that is no setting.
void Merge::judgeVariable(const QByteArray &name)
{
    static const QByteArrayList kNoSettings{"GATEHOUSE_NO_INSTALL", "GATEHOUSE_PROGRAM"};
    const auto &table = settingsTable();
    const bool known = std::ranges::any_of(table, [&name](const SettingEntry &entry) {
        const auto names = variablesOf(entry);
        return std::ranges::find(names, name) != names.end();
    });
    if (known || kNoSettings.contains(name) || isKubernetesServiceLink(name, m_sources.environment))
        return;
    if (const QString note = noteOnVariable(name); !note.isEmpty()) {
        if (!m_sources.environment.value(name).isEmpty() && !(note.startsWith(u"is no setting") && isSecretVariable(name)))
            warn(shownName(name), note);
        return;
    }
    if (!name.startsWith("GATEHOUSE_") || isSecretVariable(name))
        return;
    const QByteArray nearest = nearestKey(name.sliced(10).toLower().replace('_', '.'));
    problem(shownName(name), u"is not a setting; did you mean %1?"_s.arg(QString::fromLatin1(variableOf(nearest))));
}

void Merge::readFlags()
{
    // Those of hakanai-server that stand alone.
    static const QByteArrayList kSwitches{"--allow-anonymous", "--enable-admin-token", "--show-token-input"};
    const auto &table = settingsTable();
    const QStringList &arguments = m_sources.arguments;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QByteArray flag = arguments[i].toUtf8();
        std::optional<QByteArray> value;
        if (const qsizetype equals = flag.indexOf('='); equals > 0) {
            value = flag.sliced(equals + 1);
            flag.truncate(equals);
        }
        const bool valueFollows = !value && i + 1 < arguments.size();
        const auto entry = std::ranges::find_if(table, [&](const SettingEntry &candidate) {
            return flagOf(candidate.key) == flag || shortFlags().value(flag) == candidate.key;
        });
        if (flag != "--config" && entry == table.end()) {
            const OtherFlag *other = findOtherFlag(flag);
            if (other != nullptr && other->isNeeded)
                problem(QString::fromLatin1(flag), other->note.toString());
            else if (other != nullptr)
                warn(QString::fromLatin1(flag), other->note.toString());
            else if (m_sources.requireFlagsKnown)
                problem(shownName(flag), u"is not a flag; did you mean %1?"_s.arg(QString::fromLatin1(nearestFlag(flag))));
            // What follows a mistyped flag is most likely its value.
            if (valueFollows && (other == nullptr || other->takesValue) && !arguments[i + 1].startsWith(u"--"))
                ++i;
            continue;
        }
        if (!value && kSwitches.contains(flag) && !(valueFollows && parseBool(arguments[i + 1].toUtf8())))
            value = "true";
        if (!value && !valueFollows)
            return problem(shownName(flag), u"needs a value"_s);
        if (!value)
            value = arguments[++i].toUtf8();
        if (flag != "--config")
            set(*entry, *value, QString::fromLatin1(flag));
    }
}

SettingsReport Merge::finish()
{
    LoadedSettings &loaded = m_report.loaded;
    const bool production = loaded.settings.app.mode == Mode::Production;
    if (loaded.origins.value("app.data_dir") == u"default") {
        const bool systemWide = production && !m_sources.productionDataDir.isEmpty();
        if (const QString path = systemWide ? m_sources.productionDataDir : m_sources.defaultDataDir; !path.isEmpty())
            set(*findSetting("app.data_dir"), path.toUtf8(), u"default"_s);
    }
    std::ranges::move(m_literalSecrets, std::back_inserter(production ? m_report.problems : loaded.warnings));
    return std::move(m_report);
}

QString fileToRead(const SettingSources &sources)
{
    for (qsizetype i = 0; i < sources.arguments.size(); ++i) {
        if (sources.arguments[i].startsWith(u"--config="))
            return sources.arguments[i].sliced(9);
        if (sources.arguments[i] == u"--config" && i + 1 < sources.arguments.size())
            return sources.arguments[i + 1];
    }
    for (const QString &path : sources.filePaths) {
        if (QFileInfo::exists(path))
            return path;
    }
    return {};
}

} // namespace

SettingsReport inspectSettings(const SettingSources &sources)
{
    Merge merge(sources);
    if (const QString file = fileToRead(sources); !file.isEmpty())
        merge.readFile(file);
    merge.readEnvironment();
    merge.readFlags();
    return merge.finish();
}

Result<void> checkReport(const SettingsReport &report)
{
    if (report.problems.empty())
        return {};
    return std::unexpected(Error{ErrorKind::Invalid, u"the configuration does not hold"_s, report.problems});
}

Result<LoadedSettings> loadSettings(const SettingSources &sources)
{
    SettingsReport report = inspectSettings(sources);
    if (const Result<void> holds = checkReport(report); !holds)
        return std::unexpected(holds.error());
    return std::move(report.loaded);
}

} // namespace gatehouse::config
