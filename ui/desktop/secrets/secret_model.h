#pragma once

#include "client/admin_session.h"
#include "client/managed_secret.h"
#include "core/secret_bytes.h"
#include "desktop/theme/theme.h"

#include <QAbstractTableModel>

#include <expected>

namespace gatehouse::desktop {

/// The product's own secrets, and what can be done with them. Changes are the server's: the list is read again after each.
class SecretModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Purpose, Source, Strength, Age, Due, Columns };

    SecretModel(Theme &theme, client::AdminSession &session, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] const client::SecretPage &page() const { return m_page; }
    [[nodiscard]] const client::ManagedSecret *secretAt(int row) const;
    [[nodiscard]] const client::ManagedSecret *find(const QString &name) const;
    /// Whether there is a place that something can be put into.
    [[nodiscard]] bool canStore() const;

    template<typename T> using Outcome = std::expected<T, client::Trouble>;
    using Stored = std::function<void(const Outcome<client::StoredSecret> &)>;
    /// `place`: a name of SecretPage::places; empty: the server chooses.
    void set(const QString &name, SecretBytes value, const QString &place, QObject *context, Stored done);
    /// Has the server make another, which nobody is shown.
    void generate(const QString &name, const QString &place, QObject *context, Stored done);
    /// `now`: what was signed before is void at once. `done` gets what an administrator should know beside.
    void rotate(bool now, QObject *context, std::function<void(const Outcome<QStringList> &)> done);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void loaded();
    void troubled(const gatehouse::client::Trouble &trouble);

private:
    void store(client::ApiRequest request, QObject *context, Stored done);
    [[nodiscard]] QString text(const client::ManagedSecret &secret, int column) const;

    Theme &m_theme;
    client::AdminSession &m_session;
    client::SecretPage m_page;
    QPointer<client::ApiCall> m_call;
};

} // namespace gatehouse::desktop
