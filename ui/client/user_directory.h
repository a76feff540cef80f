#pragma once

#include "client/list_reader.h"
#include "client/managed_user.h"

#include <QHash>

#include <vector>

namespace gatehouse::client {

/// What users are called, for records that have only their identifiers.
class UserDirectory : public QObject
{
    Q_OBJECT

public:
    explicit UserDirectory(AdminSession &session, QObject *parent = nullptr);

    /// The name, or the identifier while it is not known; then it is asked for, and changed() follows.
    [[nodiscard]] QString nameOf(const QString &id);
    /// All that are known, by identifier. Asks for the list when none is; changed() follows.
    [[nodiscard]] const QHash<QString, QString> &names();
    /// Takes over a list that somebody has read.
    void learn(const std::vector<ManagedUser> &users);

Q_SIGNALS:
    void changed();

private:
    ListReader m_reader;
    QHash<QString, QString> m_names;
    QSet<QString> m_unknown; ///< removed users, most likely: not asked for again
    bool m_wasAsked = false;
};

} // namespace gatehouse::client
