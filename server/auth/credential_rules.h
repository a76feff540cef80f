#pragma once

#include "core/error.h"

#include <QByteArrayView>

#include <optional>

namespace gatehouse::auth {

/// What is wrong with `username`: 3 to 50 ASCII letters, digits and underscores. Nothing when it is fine.
[[nodiscard]] std::optional<FieldError> usernameProblem(QByteArrayView username);

/// What is wrong with `password` for that user; `field` is how the caller's input calls it.
[[nodiscard]] std::optional<FieldError> passwordProblem(QByteArrayView password, QByteArrayView username, const QString &field);

} // namespace gatehouse::auth
