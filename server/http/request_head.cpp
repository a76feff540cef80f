#include "http/request_head.h"

#include <algorithm>

namespace gatehouse::http {

namespace {
bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}
} // namespace

QByteArrayView RequestHead::field(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(fields, [name](const HeaderField &field) { return sameName(field.name, name); });
    return found == fields.end() ? QByteArrayView() : found->value;
}

int RequestHead::count(QByteArrayView name) const
{
    return static_cast<int>(
        std::ranges::count_if(fields, [name](const HeaderField &field) { return sameName(field.name, name); }));
}

} // namespace gatehouse::http
