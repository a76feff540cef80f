#pragma once

#include "client/admin_session.h"
#include "client/setting.h"
#include "desktop/theme/theme.h"

#include <QAbstractTableModel>
#include <QMap>

#include <optional>

namespace gatehouse::desktop {

/// The server's settings in force, and beside them what somebody wants to change but has not applied.
class SettingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Key, Value, Origin, Columns };
    enum class Which { All, NotDefault, Editable, Wanted };

    /// By key; nothing: what is configured is to hold again instead of what was changed while the server runs.
    using Wanted = QMap<QString, std::optional<QString>>;

    SettingModel(Theme &theme, client::AdminSession &session, QObject *parent = nullptr);

    void refresh();
    void setFilter(Which which, const QString &section, const QString &text);
    [[nodiscard]] QStringList sections() const;
    [[nodiscard]] const client::Setting *settingAt(int row) const;
    [[nodiscard]] int rowOf(const QString &key) const; ///< -1: not shown

    /// Of a setting that may be changed: `value` is wanted. What it has already is taken back.
    void want(const QString &key, const QString &value);
    void wantConfigured(const QString &key);
    void forget(const QString &key);
    void forgetAll();
    [[nodiscard]] const Wanted &wanted() const { return m_wanted; }

    /// What `wanted` would change; `done` gets that or what is wrong with it.
    using Previewed = std::function<void(const std::vector<client::SettingChange> &, const std::optional<client::Trouble> &)>;
    void preview(const Wanted &wanted, QObject *context, Previewed done);
    /// Changes all of it or nothing. Afterwards undo() is what leads back.
    void apply(const Wanted &wanted, QObject *context, Previewed done);
    [[nodiscard]] const Wanted &undo() const { return m_undo; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void loaded();
    void wantedChanged();
    void troubled(const gatehouse::client::Trouble &trouble);

private:
    void refilter();
    void send(const Wanted &wanted, bool dryRun, QObject *context, Previewed done);
    [[nodiscard]] bool takes(const client::Setting &setting) const;
    [[nodiscard]] const client::Setting *find(const QString &key) const;
    [[nodiscard]] QString originText(const client::Setting &setting) const;

    Theme &m_theme;
    client::AdminSession &m_session;
    QPointer<client::ApiCall> m_call;
    std::vector<client::Setting> m_settings;
    std::vector<std::size_t> m_rows; ///< of m_settings, those that are shown
    Wanted m_wanted;
    Wanted m_undo;
    Which m_which = Which::All;
    QString m_section;
    QString m_text;
};

} // namespace gatehouse::desktop
