#pragma once

#include "core/clock.h"
#include "core/role.h"

#include <QByteArray>
#include <QByteArrayList>

namespace gatehouse::http {

/// Who is calling, as far as it has been proved.
struct Principal {
    enum class Kind { Anonymous, User, ShareToken, AdminToken, Agent };

    Kind kind = Kind::Anonymous;
    QByteArray id; ///< ULID of the user, token or agent
    QByteArray name; ///< user name, or the token's or agent's label
    Role role = Role::User; ///< meaningful for users
    QByteArray session; ///< ULID of the session, for users
    QByteArrayList scopes;
    WallTime expiresAt{}; ///< when the credential ends
    bool byCookie = false; ///< the browser sent it by itself, so state-changing requests need proof of origin

    [[nodiscard]] bool isAnonymous() const { return kind == Kind::Anonymous; }
};

} // namespace gatehouse::http
