#include "auth/credential_rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::auth {

namespace {
bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
} // namespace

std::optional<FieldError> usernameProblem(QByteArrayView username)
{
    const bool plain = std::ranges::all_of(username, [](char c) { return isUpper(c) || isLower(c) || isDigit(c) || c == '_'; });
    if (plain && username.size() >= 3 && username.size() <= 50)
        return std::nullopt;
    return FieldError{u"username"_s, u"must be 3 to 50 letters, digits and underscores"_s};
}

std::optional<FieldError> passwordProblem(QByteArrayView password, QByteArrayView username, const QString &field)
{
    const QString text = QString::fromUtf8(password);
    if (password.size() > 1024)
        return FieldError{field, u"must be at most 1,024 bytes"_s};
    if (text.size() < 8)
        return FieldError{field, u"must be at least 8 characters"_s};
    const auto any = [password](bool (*is)(char)) { return std::ranges::any_of(password, is); };
    const bool special = any([](char c) { return !isUpper(c) && !isLower(c) && !isDigit(c); });
    if (!any(isUpper) || !any(isLower) || !any(isDigit) || !special)
        return FieldError{field, u"must hold an upper-case and a lower-case letter, a digit and a special character"_s};
    if (text.compare(QString::fromUtf8(username), Qt::CaseInsensitive) == 0)
        return FieldError{field, u"must not be the username"_s};
    return std::nullopt;
}

} // namespace gatehouse::auth
