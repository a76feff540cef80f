#include "sharing/public_key.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/obj_mac.h>

#include <memory>

namespace gatehouse::sharing {

namespace {

constexpr qsizetype kPointSize = 65;
constexpr char kUncompressed = 4;

} // namespace

bool isPublicKey(QByteArrayView bytes)
{
    if (bytes.size() != kPointSize || bytes.front() != kUncompressed)
        return false;
    const std::unique_ptr<EC_GROUP, decltype(&EC_GROUP_free)> group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1),
                                                                    &EC_GROUP_free);
    const std::unique_ptr<EC_POINT, decltype(&EC_POINT_free)> point(group ? EC_POINT_new(group.get()) : nullptr, &EC_POINT_free);
    if (!point)
        return false;
    const auto *const octets = reinterpret_cast<const unsigned char *>(bytes.data());
    // Which looks whether it is on the curve.
    const bool onCurve =
        EC_POINT_oct2point(group.get(), point.get(), octets, static_cast<std::size_t>(bytes.size()), nullptr) == 1;
    if (!onCurve)
        ERR_clear_error();
    return onCurve;
}

} // namespace gatehouse::sharing
