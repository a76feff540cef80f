#include "administration/runtime_settings.h"

#include "config/settings_table.h"
#include "storage/statement.h"

#include <QLoggingCategory>

namespace gatehouse::administration {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcSettings, "gatehouse.settings")

QByteArray shown(const config::LoadedSettings &loaded, const config::SettingEntry &entry)
{
    return loaded.texts.value(entry.key, entry.defaultText);
}

std::vector<SettingChange> changesBetween(const config::LoadedSettings &before, const config::LoadedSettings &after)
{
    std::vector<SettingChange> changes;
    for (const config::SettingEntry &entry : config::settingsTable()) {
        if (shown(before, entry) != shown(after, entry) || before.origins.value(entry.key) != after.origins.value(entry.key))
            changes.push_back({entry.key, shown(before, entry), shown(after, entry)});
    }
    return changes;
}

config::Overrides merged(config::Overrides overrides, const RuntimeSettings::Wanted &wanted)
{
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (it.value())
            overrides.insert(it.key(), *it.value());
        else
            overrides.remove(it.key());
    }
    return overrides;
}

/// What is asked for, though it might be to take back what never was.
Result<void> checkKeys(const RuntimeSettings::Wanted &wanted)
{
    std::vector<FieldError> problems;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const config::SettingEntry *entry = config::findSetting(it.key());
        if (entry == nullptr || entry->key != it.key())
            problems.push_back({QString::fromUtf8(it.key()), u"is not a setting"_s});
    }
    if (problems.empty())
        return {};
    return std::unexpected(Error{ErrorKind::Invalid, u"the change does not hold"_s, std::move(problems), {}});
}

} // namespace

RuntimeSettings::RuntimeSettings(config::LoadedSettings configured, Judge judge, Apply apply)
    : m_judge(std::move(judge))
    , m_apply(std::move(apply))
    , m_configured(std::move(configured))
    , m_current(std::make_shared<const config::LoadedSettings>(m_configured))
{
}

RuntimeSettings::SettingsPtr RuntimeSettings::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_current;
}

RuntimeSettings::Candidate RuntimeSettings::candidateOf(const config::LoadedSettings &configured, config::Overrides overrides)
{
    config::SettingsReport report = config::withOverrides(configured, overrides);
    return {std::move(overrides), std::move(report.loaded), std::move(report.problems)};
}

Result<RuntimeSettings::Candidate> RuntimeSettings::soundCandidateOf(config::Overrides overrides, const Wanted &wanted) const
{
    Candidate candidate = candidateOf(m_configured, merged(std::move(overrides), wanted));
    // What was wrong before, as another version of the program may have written it, keeps nobody from changing something else.
    std::vector<FieldError> problems = candidate.problems;
    std::erase_if(problems, [&wanted](const FieldError &problem) { return !wanted.contains(problem.field.toUtf8()); });
    if (problems.empty())
        problems = m_judge(candidate.loaded.settings);
    if (problems.empty())
        return candidate;
    return std::unexpected(Error{ErrorKind::Invalid, u"the change does not hold"_s, std::move(problems), {}});
}

void RuntimeSettings::publish(Candidate candidate)
{
    m_apply(candidate.loaded.settings);
    m_overrides = std::move(candidate.overrides);
    auto current = std::make_shared<const config::LoadedSettings>(std::move(candidate.loaded));
    const std::lock_guard lock(m_mutex);
    m_current = std::move(current);
}

/// Goes by `overrides` as far as they hold: with them nothing is to become unsafe, and without them nothing is.
void RuntimeSettings::adopt(config::Overrides overrides)
{
    Candidate candidate = candidateOf(m_configured, std::move(overrides));
    for (const FieldError &problem : candidate.problems)
        qCWarning(lcSettings).noquote() << "the override of" << problem.field << "is left out: it" << problem.problem;
    if (const std::vector<FieldError> problems = m_judge(candidate.loaded.settings); !problems.empty()) {
        for (const FieldError &problem : problems)
            qCCritical(lcSettings).noquote() << "no override holds, as" << problem.field << problem.problem;
        candidate.loaded = m_configured;
    }
    publish(std::move(candidate));
}

Result<void> RuntimeSettings::follow(QSqlDatabase &database)
{
    const std::lock_guard lock(m_changing);
    Result<config::Overrides> overrides = override_store::all(database);
    if (!overrides)
        return std::unexpected(overrides.error());
    if (*overrides != m_overrides)
        adopt(std::move(*overrides));
    return {};
}

void RuntimeSettings::reconfigure(config::LoadedSettings configured)
{
    const std::lock_guard lock(m_changing);
    m_configured = std::move(configured);
    adopt(m_overrides);
}

Result<std::vector<SettingChange>> RuntimeSettings::preview(const Wanted &wanted) const
{
    if (const Result<void> known = checkKeys(wanted); !known)
        return std::unexpected(known.error());
    const std::lock_guard lock(m_changing);
    const Result<Candidate> candidate = soundCandidateOf(m_overrides, wanted);
    if (!candidate)
        return std::unexpected(candidate.error());
    return changesBetween(*current(), candidate->loaded);
}

Result<std::vector<SettingChange>> RuntimeSettings::change(QSqlDatabase &database, const Wanted &wanted,
                                                           const override_store::Change &by, const Recorder &record)
{
    if (const Result<void> known = checkKeys(wanted); !known)
        return std::unexpected(known.error());
    const std::lock_guard lock(m_changing); // before any lock of the database, by everybody
    std::optional<Candidate> accepted;
    auto work = [&]() -> Result<std::vector<SettingChange>> {
        Result<config::Overrides> overrides = override_store::all(database);
        if (!overrides)
            return std::unexpected(overrides.error());
        Result<Candidate> candidate = soundCandidateOf(std::move(*overrides), wanted);
        if (!candidate)
            return std::unexpected(candidate.error());
        std::vector<SettingChange> changes = changesBetween(*current(), candidate->loaded);
        for (auto it = wanted.begin(); it != wanted.end(); ++it) {
            const Result<void> written = it.value() ? override_store::set(database, it.key(), *it.value(), by)
                                                    : override_store::remove(database, it.key());
            if (!written)
                return std::unexpected(written.error());
        }
        if (!changes.empty()) {
            if (const Result<void> recorded = record(database, changes); !recorded)
                return std::unexpected(recorded.error());
        }
        accepted = std::move(*candidate);
        return changes;
    };
    auto changes = storage::inTransaction(database, storage::Beside::Nobody, std::move(work));
    if (changes)
        publish(std::move(*accepted));
    return changes;
}

} // namespace gatehouse::administration
