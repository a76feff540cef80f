#include "config/settings_loader.h"

#include "config/settings_table.h"

#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QStandardPaths>

#include <yaml-cpp/yaml.h>

namespace gatehouse::config {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestFile = 1024 * 1024;
constexpr int kDeepestFile = 8;

/// Collects values with their origins, and everything that is wrong.
class Merge
{
public:
    explicit Merge(const SettingSources &sources)
        : m_sources(sources)
    {
        for (const SettingEntry &entry : settingsTable())
            m_result.origins.insert(entry.key, u"default"_s);
    }

    void set(const SettingEntry &entry, const QByteArray &text, const QString &origin)
    {
        if (auto parsed = entry.parse(m_result.settings, text); !parsed) {
            m_problems.push_back({QString::fromLatin1(entry.key), u"%1 (%2)"_s.arg(parsed.error(), origin)});
            return;
        }
        m_result.texts.insert(entry.key, text);
        m_result.origins.insert(entry.key, origin);
    }

    void problem(const QString &where, const QString &what) { m_problems.push_back({where, what}); }

    void unknown(const QByteArray &key, const QString &origin)
    {
        problem(QString::fromUtf8(key),
                u"is not a setting; did you mean %1? (%2)"_s.arg(QString::fromLatin1(nearestKey(key)), origin));
    }

    void readFile(const QString &path);
    void readEnvironment();
    void readFlags();

    Result<LoadedSettings> finish()
    {
        if (!m_problems.empty())
            return std::unexpected(Error{ErrorKind::Invalid, u"the configuration does not hold"_s, std::move(m_problems)});
        return std::move(m_result);
    }

private:
    void readNode(const YAML::Node &node, const QByteArray &prefix, const QString &file, int depth);
    [[nodiscard]] QByteArray expanded(const QByteArray &text, const QString &origin);

    const SettingSources &m_sources;
    LoadedSettings m_result;
    std::vector<FieldError> m_problems;
};

void Merge::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return problem(path, u"cannot be read: %1"_s.arg(file.errorString()));
    if (file.size() > kLargestFile)
        return problem(path, u"is larger than 1 MiB"_s);
    const QByteArray text = file.readAll();
    try {
        const YAML::Node root = YAML::Load(text.toStdString());
        if (root.IsNull())
            return;
        if (!root.IsMap())
            return problem(path, u"is no map of settings"_s);
        readNode(root, {}, QFileInfo(path).fileName(), 0);
    } catch (const YAML::Exception &exception) {
        problem(u"%1:%2"_s.arg(QFileInfo(path).fileName()).arg(exception.mark.line + 1), QString::fromStdString(exception.msg));
    }
}

void Merge::readNode(const YAML::Node &node, const QByteArray &prefix, const QString &file, int depth)
{
    for (const auto &member : node) {
        const QByteArray key = prefix + QByteArray::fromStdString(member.first.as<std::string>());
        const QString origin = u"%1:%2"_s.arg(file).arg(member.first.Mark().line + 1);
        const YAML::Node &value = member.second;
        if (value.IsMap()) {
            if (depth >= kDeepestFile)
                return problem(QString::fromUtf8(key), u"is nested too deeply (%1)"_s.arg(origin));
            readNode(value, key + '.', file, depth + 1);
            continue;
        }
        const SettingEntry *entry = findSetting(key);
        if (entry == nullptr) {
            unknown(key, origin);
            continue;
        }
        QByteArray text;
        if (value.IsSequence()) {
            for (const YAML::Node &item : value)
                text += (text.isEmpty() ? "" : ",") + expanded(QByteArray::fromStdString(item.as<std::string>()), origin);
        } else if (!value.IsNull()) {
            text = expanded(QByteArray::fromStdString(value.as<std::string>()), origin);
        }
        set(*entry, text, origin);
    }
}

/// Replaces `${VAR}` and `${VAR:-default}`.
QByteArray Merge::expanded(const QByteArray &text, const QString &origin)
{
    static const QRegularExpression kReference(u"\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\\}"_s);
    QString result = QString::fromUtf8(text);
    for (QRegularExpressionMatch match = kReference.match(result); match.hasMatch();
         match = kReference.match(result, match.capturedStart())) {
        const QByteArray name = match.captured(1).toLatin1();
        const bool known = m_sources.environment.contains(name);
        if (!known && !match.hasCaptured(2))
            problem(match.captured(1), u"is not set in the environment (%1)"_s.arg(origin));
        // Put in as it is and skipped, so that a value cannot name further variables.
        const QString value = known ? QString::fromUtf8(m_sources.environment.value(name)) : match.captured(2);
        const qsizetype start = match.capturedStart();
        result.replace(start, match.capturedLength(), value);
        if (kReference.match(value).hasMatch())
            break;
    }
    return result.toUtf8();
}

void Merge::readEnvironment()
{
    for (const SettingEntry &entry : settingsTable()) {
        for (const QByteArray &alias : entry.aliases) {
            if (m_sources.environment.contains(alias)) {
                set(entry, m_sources.environment.value(alias), QString::fromLatin1(alias));
                break;
            }
        }
        const QByteArray variable = variableOf(entry.key);
        if (m_sources.environment.contains(variable))
            set(entry, m_sources.environment.value(variable), QString::fromLatin1(variable));
    }
    for (auto it = m_sources.environment.begin(); it != m_sources.environment.end(); ++it) {
        static const QByteArrayList kNoSettings{"GATEHOUSE_NO_INSTALL", "GATEHOUSE_PROGRAM"};
        if (!it.key().startsWith("GATEHOUSE_") || kNoSettings.contains(it.key()))
            continue;
        const auto &table = settingsTable();
        const bool known =
            std::any_of(table.begin(), table.end(), [&](const SettingEntry &entry) { return variableOf(entry.key) == it.key(); });
        if (!known)
            problem(QString::fromLatin1(it.key()),
                    u"is not a setting; did you mean %1?"_s.arg(
                        QString::fromLatin1(variableOf(nearestKey(it.key().sliced(10).toLower().replace('_', '.'))))));
    }
}

void Merge::readFlags()
{
    static const QMap<QByteArray, QByteArray> kShort{
        {"--listen", "http.listen"}, {"--port", "http.port"}, {"--data-dir", "app.data_dir"}, {"--pid-file", "app.pid_file"}};
    const auto &table = settingsTable();
    for (qsizetype i = 0; i < m_sources.arguments.size(); ++i) {
        QByteArray flag = m_sources.arguments[i].toUtf8();
        std::optional<QByteArray> value;
        if (const qsizetype equals = flag.indexOf('='); equals > 0) {
            value = flag.sliced(equals + 1);
            flag.truncate(equals);
        }
        const auto entry = std::find_if(table.begin(), table.end(), [&](const SettingEntry &candidate) {
            return flagOf(candidate.key) == flag || kShort.value(flag) == candidate.key;
        });
        if (flag != "--config" && entry == table.end()) {
            if (m_sources.requireFlagsKnown)
                problem(QString::fromUtf8(flag),
                        u"is not a flag; did you mean %1?"_s.arg(
                            QString::fromLatin1(flagOf(nearestKey(QByteArray(flag).remove(0, 2).replace('-', '.'))))));
            // What follows a mistyped flag is most likely its value.
            if (!value && i + 1 < m_sources.arguments.size() && !m_sources.arguments[i + 1].startsWith(u"--"))
                ++i;
            continue;
        }
        if (!value) {
            if (++i >= m_sources.arguments.size()) {
                problem(QString::fromUtf8(flag), u"needs a value"_s);
                return;
            }
            value = m_sources.arguments[i].toUtf8();
        }
        if (flag != "--config")
            set(*entry, *value, QString::fromLatin1(flag));
    }
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

Result<LoadedSettings> loadSettings(const SettingSources &sources)
{
    Merge merge(sources);
    if (const SettingEntry *dataDir = findSetting("app.data_dir"))
        merge.set(*dataDir, sources.defaultDataDir.toUtf8(), u"default"_s);
    if (const QString file = fileToRead(sources); !file.isEmpty())
        merge.readFile(file);
    merge.readEnvironment();
    merge.readFlags();
    return merge.finish();
}

SettingSources processSources(const QStringList &arguments)
{
    SettingSources sources;
    sources.arguments = arguments;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys())
        sources.environment.insert(name.toUtf8(), environment.value(name).toUtf8());
    sources.filePaths = {QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/gatehouse/gatehouse.yaml"_s,
                         u"/etc/gatehouse/gatehouse.yaml"_s};
    sources.defaultDataDir = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/gatehouse"_s;
    return sources;
}

} // namespace gatehouse::config
