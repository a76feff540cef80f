#pragma once

#include "client/admin_session.h"
#include "client/trouble.h"

#include <QJsonArray>
#include <QPointer>

#include <vector>

namespace gatehouse::client {

/// Reads a list that the server gives in pages, from its first page to its last.
class ListReader : public QObject
{
    Q_OBJECT

public:
    /// Of what GET `path` answers. The session outlives it.
    ListReader(AdminSession &session, QString path, QObject *parent = nullptr);

    /// Reads it; listed() or failed() follows. While it is being read: reads it once more after that, as what is being read may
    /// be from before a change. Nothing while nobody is signed in.
    void read();

Q_SIGNALS:
    void listed(const QJsonArray &items); ///< all of them
    void failed(const gatehouse::client::Trouble &trouble);

private:
    void readPage(const QString &after, const QJsonArray &before);
    void take(const ApiAnswer &answer, QJsonArray items);

    AdminSession &m_session;
    const QString m_path;
    QPointer<ApiCall> m_call;
    bool m_again = false;
};

/// What is listed, by Item::fromJson().
template<typename Item> [[nodiscard]] std::vector<Item> itemsFrom(const QJsonArray &items)
{
    std::vector<Item> list;
    list.reserve(std::size_t(items.size()));
    for (const auto &item : items)
        list.push_back(Item::fromJson(item.toObject()));
    return list;
}

} // namespace gatehouse::client
