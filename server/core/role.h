#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace gatehouse {

/// What a user may do. Each role may all that the ones before it may.
enum class Role {
    User, ///< own sessions and what callers come for
    Operator, ///< reads everything, changes nothing that grants access
    Admin,
};

[[nodiscard]] QByteArray toText(Role role);
[[nodiscard]] std::optional<Role> roleFromText(QByteArrayView text);

} // namespace gatehouse
