#pragma once

#include "client/admin_session.h"
#include "client/list_reader.h"
#include "client/share_token.h"
#include "client/trouble.h"
#include "client/user_directory.h"
#include "core/secret_bytes.h"
#include "desktop/theme/theme.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <chrono>
#include <expected>
#include <functional>

namespace gatehouse::desktop {

/// The share tokens of a server.
class TokenModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, MadeBy, Limit, Since, Until, Columns };

    /// What a new token is good for.
    struct Wanted {
        std::chrono::seconds life{};
        std::optional<qint64> uploadSizeLimit; ///< bytes; nothing: that of the server
        bool oneTime = false;
    };

    /// All live longer.
    TokenModel(Theme &theme, client::AdminSession &session, client::UserDirectory &users, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] const client::ShareToken *tokenAt(int row) const;
    /// `done` gets the token itself, this once.
    void create(const Wanted &wanted, QObject *context,
                std::function<void(std::expected<SecretBytes, client::Trouble> token)> done);
    /// `done` gets nothing on success.
    void revoke(const QString &id, QObject *context, std::function<void(const std::optional<client::Trouble> &)> done);

    /// What a token is, in words.
    [[nodiscard]] static QString kindOf(const client::ShareToken &token);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void loaded();
    void troubled(const gatehouse::client::Trouble &trouble);

private:
    void take(const QJsonArray &items);
    [[nodiscard]] QString text(const client::ShareToken &token, int column) const;

    Theme &m_theme;
    client::AdminSession &m_session;
    client::UserDirectory &m_users;
    client::ListReader m_reader;
    std::vector<client::ShareToken> m_tokens;
};

} // namespace gatehouse::desktop
