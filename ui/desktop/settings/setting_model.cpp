#include "desktop/settings/setting_model.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

const QString kPath = u"/api/v1/admin/config"_s;

} // namespace

SettingModel::SettingModel(Theme &theme, client::AdminSession &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_session(session)
{
    connect(&theme, &Theme::changed, this, &SettingModel::refilter);
    connect(&session.link(), &client::LinkWatch::returned, this, &SettingModel::refresh);
    connect(&session.link(), &client::LinkWatch::lost, this, &SettingModel::troubled);
}

void SettingModel::refresh()
{
    if (m_call || m_session.state() != client::AdminSession::State::SignedIn)
        return;
    m_call = m_session.get(kPath, {}, this, [this](const client::ApiAnswer &answer) {
        if (const auto trouble = client::Trouble::of(answer)) {
            Q_EMIT troubled(*trouble);
            return;
        }
        m_settings = client::Setting::listFromJson(answer.json());
        refilter();
        Q_EMIT loaded();
    });
}

bool SettingModel::takes(const client::Setting &setting) const
{
    if (!m_section.isEmpty() && setting.section() != m_section)
        return false;
    if (m_which == Which::NotDefault && setting.isDefault())
        return false;
    if (m_which == Which::Editable && !setting.live)
        return false;
    if (m_which == Which::Wanted && !m_wanted.contains(setting.key))
        return false;
    return m_text.isEmpty() || setting.key.contains(m_text, Qt::CaseInsensitive)
        || setting.value.contains(m_text, Qt::CaseInsensitive) || setting.meaning.contains(m_text, Qt::CaseInsensitive);
}

void SettingModel::refilter()
{
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < m_settings.size(); ++i) {
        if (takes(m_settings[i]))
            rows.push_back(i);
    }
    if (rows == m_rows) {
        if (!rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(int(rows.size()) - 1, Columns - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void SettingModel::setFilter(Which which, const QString &section, const QString &text)
{
    m_which = which;
    m_section = section;
    m_text = text;
    refilter();
}

QStringList SettingModel::sections() const
{
    QStringList sections;
    for (const client::Setting &setting : m_settings) {
        if (!sections.contains(setting.section()))
            sections.append(setting.section());
    }
    return sections;
}

const client::Setting *SettingModel::settingAt(int row) const
{
    return row >= 0 && std::size_t(row) < m_rows.size() ? &m_settings[m_rows[std::size_t(row)]] : nullptr;
}

int SettingModel::rowOf(const QString &key) const
{
    const auto row = std::ranges::find_if(m_rows, [&](std::size_t i) { return m_settings[i].key == key; });
    return row == m_rows.end() ? -1 : int(row - m_rows.begin());
}

const client::Setting *SettingModel::find(const QString &key) const
{
    const auto setting = std::ranges::find(m_settings, key, &client::Setting::key);
    return setting == m_settings.end() ? nullptr : &*setting;
}

void SettingModel::want(const QString &key, const QString &value)
{
    const client::Setting *const setting = find(key);
    if (!setting || !setting->live)
        return;
    if (setting->value == value)
        m_wanted.remove(key);
    else
        m_wanted.insert(key, value);
    refilter();
    Q_EMIT wantedChanged();
}

void SettingModel::wantConfigured(const QString &key)
{
    m_wanted.insert(key, std::nullopt);
    refilter();
    Q_EMIT wantedChanged();
}

void SettingModel::forget(const QString &key)
{
    m_wanted.remove(key);
    refilter();
    Q_EMIT wantedChanged();
}

void SettingModel::forgetAll()
{
    m_wanted.clear();
    refilter();
    Q_EMIT wantedChanged();
}

void SettingModel::preview(const Wanted &wanted, QObject *context, Previewed done)
{
    send(wanted, true, context, std::move(done));
}

void SettingModel::apply(const Wanted &wanted, QObject *context, Previewed done)
{
    Wanted undo;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const client::Setting *const setting = find(it.key());
        undo.insert(it.key(), setting && setting->isOverridden() ? std::optional(setting->value) : std::nullopt);
    }
    const auto finish = [self = QPointer(this), undo, wanted, done = std::move(done)](
                            const std::vector<client::SettingChange> &changes, const std::optional<client::Trouble> &trouble) {
        if (self && !trouble) {
            self->m_undo = undo;
            for (auto it = wanted.begin(); it != wanted.end(); ++it)
                self->m_wanted.remove(it.key());
            Q_EMIT self->wantedChanged();
            self->refresh();
        }
        done(changes, trouble);
    };
    send(wanted, false, context, finish);
}

void SettingModel::send(const Wanted &wanted, bool dryRun, QObject *context, Previewed done)
{
    QJsonObject body;
    for (auto it = wanted.begin(); it != wanted.end(); ++it)
        body.insert(it.key(), it.value() ? QJsonValue(*it.value()) : QJsonValue(QJsonValue::Null));
    m_session.call({.method = "PATCH",
                    .path = kPath,
                    .query = dryRun ? u"dry_run=true"_s : QString(),
                    .json = QJsonDocument(body).toJson(QJsonDocument::Compact)},
                   context, [done = std::move(done)](const client::ApiAnswer &answer) {
                       done(client::SettingChange::listFromJson(answer.json()), client::Trouble::of(answer));
                   });
}

int SettingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SettingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString SettingModel::originText(const client::Setting &setting) const
{
    if (m_wanted.contains(setting.key))
        return tr("Not applied yet");
    if (setting.isDefault())
        return tr("Default");
    return setting.isOverridden() ? tr("Changed while running") : setting.origin;
}

QVariant SettingModel::data(const QModelIndex &index, int role) const
{
    const client::Setting *const setting = settingAt(index.row());
    if (!setting)
        return {};
    const auto wanted = m_wanted.constFind(setting->key);
    const bool isWanted = wanted != m_wanted.cend();
    if (role == Qt::ForegroundRole) {
        if (isWanted && index.column() != Key)
            return m_theme.colours().accentText;
        return index.column() == Origin || !setting->live ? QVariant(m_theme.colours().muted) : QVariant();
    }
    if (role == Qt::DecorationRole && index.column() == Key)
        return m_theme.icon(setting->live ? Icon::Edit : Icon::Lock);
    if (role == Qt::ToolTipRole)
        return setting->meaning;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Key: return setting->key;
    case Value: return !isWanted ? setting->value : wanted.value() ? *wanted.value() : tr("as configured");
    case Origin: return originText(*setting);
    default: return {};
    }
}

QVariant SettingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Key: return tr("Setting");
    case Value: return tr("Value");
    case Origin: return tr("Comes from");
    default: return {};
    }
}

} // namespace gatehouse::desktop
