#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse::audit {

/// Whether `text` is UTF-8 without control characters (U+0000…U+001F, U+007F…U+009F), so that it looks the same in a terminal, a
/// line of JSON and a database, and no part of it acts on one.
[[nodiscard]] bool isCleanText(QByteArrayView text);

/// `text` with U+FFFD for what is not clean, cut at a character to at most `limit` bytes.
[[nodiscard]] QByteArray cleanText(QByteArrayView text, qsizetype limit);

} // namespace gatehouse::audit
