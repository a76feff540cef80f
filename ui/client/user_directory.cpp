#include "client/user_directory.h"

namespace gatehouse::client {

using namespace Qt::StringLiterals;

UserDirectory::UserDirectory(AdminSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

QString UserDirectory::nameOf(const QString &id)
{
    if (const auto known = m_names.constFind(id); known != m_names.cend())
        return *known;
    if (!id.isEmpty() && !m_unknown.contains(id)) {
        m_unknown.insert(id);
        ask({});
    }
    return id;
}

const QHash<QString, QString> &UserDirectory::names()
{
    if (!std::exchange(m_wasAsked, true))
        ask({});
    return m_names;
}

void UserDirectory::learn(const std::vector<ManagedUser> &users)
{
    for (const ManagedUser &user : users)
        m_names.insert(user.id, user.username);
    Q_EMIT changed();
}

void UserDirectory::ask(const QString &after)
{
    if (m_asking)
        return;
    m_asking = true;
    const QString query = u"limit=500"_s + (after.isEmpty() ? QString() : u"&after="_s + after);
    m_session.get(u"/api/v1/admin/users"_s, query, this, [this](const ApiAnswer &answer) {
        m_asking = false;
        if (answer.status != 200)
            return;
        const QJsonObject page = answer.json();
        learn(usersFromJson(page));
        if (const QString next = page.value("next"_L1).toString(); !next.isEmpty())
            ask(next);
    });
}

} // namespace gatehouse::client
