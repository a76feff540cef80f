#include "client/user_directory.h"

namespace gatehouse::client {

using namespace Qt::StringLiterals;

UserDirectory::UserDirectory(AdminSession &session, QObject *parent)
    : QObject(parent)
    , m_reader(session, u"/api/v1/admin/users"_s)
{
    connect(&m_reader, &ListReader::listed, this, [this](const QJsonArray &items) { learn(itemsFrom<ManagedUser>(items)); });
}

QString UserDirectory::nameOf(const QString &id)
{
    if (const auto known = m_names.constFind(id); known != m_names.cend())
        return *known;
    if (!id.isEmpty() && !m_unknown.contains(id)) {
        m_unknown.insert(id);
        m_reader.read();
    }
    return id;
}

const QHash<QString, QString> &UserDirectory::names()
{
    if (!std::exchange(m_wasAsked, true))
        m_reader.read();
    return m_names;
}

void UserDirectory::learn(const std::vector<ManagedUser> &users)
{
    for (const ManagedUser &user : users)
        m_names.insert(user.id, user.username);
    Q_EMIT changed();
}

} // namespace gatehouse::client
