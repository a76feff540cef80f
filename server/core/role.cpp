#include "core/role.h"

namespace gatehouse {

QByteArray toText(Role role)
{
    switch (role) {
    case Role::User: return QByteArrayLiteral("user");
    case Role::Operator: return QByteArrayLiteral("operator");
    case Role::Admin: return QByteArrayLiteral("admin");
    }
    Q_UNREACHABLE();
}

std::optional<Role> roleFromText(QByteArrayView text)
{
    for (const Role role : {Role::User, Role::Operator, Role::Admin}) {
        if (toText(role) == text)
            return role;
    }
    return std::nullopt;
}

} // namespace gatehouse
