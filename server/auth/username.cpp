#include "auth/username.h"

#include <algorithm>

namespace gatehouse::auth {

bool Username::isValid(QByteArrayView text)
{
    return text.size() >= 3 && text.size() <= 50 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
           });
}

std::optional<Username> Username::parse(QByteArrayView text)
{
    if (!isValid(text))
        return std::nullopt;
    return Username(text);
}

} // namespace gatehouse::auth
