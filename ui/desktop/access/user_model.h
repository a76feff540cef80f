#pragma once

#include "client/admin_session.h"
#include "client/list_reader.h"
#include "client/managed_user.h"
#include "client/user_directory.h"
#include "desktop/theme/theme.h"

#include <QAbstractTableModel>

namespace gatehouse::desktop {

/// Everybody who may sign in, and what can be done to them. Changes are the server's: the list is read again after each.
class UserModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Role, State, Created, Columns };

    UserModel(Theme &theme, client::AdminSession &session, client::UserDirectory &users, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] const client::ManagedUser *userAt(int row) const;

    /// `done` gets nothing on success.
    using Done = std::function<void(const std::optional<client::Trouble> &)>;
    void create(const QString &username, SecretBytes password, gatehouse::Role role, QObject *context, Done done);
    void setRole(const QString &id, gatehouse::Role role, QObject *context, Done done);
    void setDisabled(const QString &id, bool disabled, QObject *context, Done done);
    void remove(const QString &id, QObject *context, Done done);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void loaded();
    void troubled(const gatehouse::client::Trouble &trouble);

private:
    void take(const QJsonArray &items);
    void change(client::ApiRequest request, QObject *context, Done done);

    Theme &m_theme;
    client::AdminSession &m_session;
    client::UserDirectory &m_directory;
    client::ListReader m_reader;
    std::vector<client::ManagedUser> m_users;
};

} // namespace gatehouse::desktop
