#include "http/method.h"

#include <array>
#include <utility>

namespace gatehouse::http {

namespace {
constexpr std::array<std::pair<Method, QByteArrayView>, 7> kMethods{{
    {Method::Get, "GET"},
    {Method::Head, "HEAD"},
    {Method::Post, "POST"},
    {Method::Put, "PUT"},
    {Method::Patch, "PATCH"},
    {Method::Delete, "DELETE"},
    {Method::Options, "OPTIONS"},
}};
} // namespace

QByteArrayView toText(Method method)
{
    return kMethods[static_cast<size_t>(method)].second;
}

std::optional<Method> methodFromText(QByteArrayView text)
{
    for (const auto &[method, name] : kMethods) {
        if (name == text)
            return method;
    }
    return std::nullopt;
}

bool isSafe(Method method)
{
    return method == Method::Get || method == Method::Head || method == Method::Options;
}

} // namespace gatehouse::http
