#pragma once

#include "core/ip_address.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <chrono>
#include <expected>
#include <vector>

namespace gatehouse::config {

template<typename T>
using Parsed = std::expected<T, QString>; ///< the error says what was expected; the value itself is not repeated

[[nodiscard]] Parsed<bool> parseBool(const QByteArray &text);
[[nodiscard]] Parsed<qint64> parseInteger(const QByteArray &text, qint64 least, qint64 most);
/// `250ms`, `30s`, `15m`, `24h`, `7d`; a bare number is in `unit`, and may have a fraction.
[[nodiscard]] Parsed<std::chrono::milliseconds> parseDuration(const QByteArray &text, std::chrono::milliseconds unit);
/// Separated by commas; surrounding space does not count.
[[nodiscard]] QByteArrayList parseList(const QByteArray &text);
[[nodiscard]] Parsed<std::vector<IpNetwork>> parseNetworks(const QByteArray &text);

} // namespace gatehouse::config
