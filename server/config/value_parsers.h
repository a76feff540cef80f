#pragma once

#include "core/ip_address.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <chrono>
#include <expected>
#include <optional>
#include <vector>

namespace gatehouse::config {

template<typename T>
using Parsed = std::expected<T, QString>; ///< the error says what was expected; the value itself is not repeated

// Digits are ASCII, without sign (but for a least below zero), space or leading zeros: what else some parser would read as a
// number, YAML 1.1 would read as another.

[[nodiscard]] Parsed<bool> parseBool(const QByteArray &text);
[[nodiscard]] Parsed<qint64> parseInteger(const QByteArray &text, qint64 least, qint64 most);
/// `250ms`, `30s`, `15m`, `24h`, `7d`; a bare number is in `unit`. Both may have a fraction, which must come to whole
/// milliseconds. At most 100 years.
[[nodiscard]] Parsed<std::chrono::milliseconds> parseDuration(const QByteArray &text, std::chrono::milliseconds unit);
/// Bytes: `65536`, `32k`, `10m`, `1g`, in units of 1,024.
[[nodiscard]] Parsed<qint64> parseSize(const QByteArray &text);
/// Separated by commas; surrounding space does not count.
[[nodiscard]] QByteArrayList parseList(const QByteArray &text);
[[nodiscard]] Parsed<std::vector<IpNetwork>> parseNetworks(const QByteArray &text);
/// A name of a header, of letters, digits, dashes and underscores; empty: none.
[[nodiscard]] Parsed<QByteArray> parseHeaderName(const QByteArray &text);
/// Origins as browsers send them (RFC 6454, section 6.1), in small letters, or `*`.
[[nodiscard]] Parsed<QByteArrayList> parseOrigins(const QByteArray &text);

} // namespace gatehouse::config
