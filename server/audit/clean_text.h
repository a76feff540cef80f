#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse::audit {

/// Whether `text` is UTF-8 without control characters (U+0000…U+001F, U+007F…U+009F), so that it looks the same in a terminal, a
/// line of JSON and a database, and no part of it acts on one.
[[nodiscard]] bool isCleanText(QByteArrayView text);

/// `text` with U+FFFD for what is not clean. What is longer than `limit` bytes, which are at least 128, is cut at a character and
/// ends in its length and digest: nothing is left out in silence.
[[nodiscard]] QByteArray cleanText(QByteArrayView text, qsizetype limit);

/// The same for what is short, as names are: cut without a word.
[[nodiscard]] QByteArray cleanName(QByteArrayView text, qsizetype limit);

/// What stands for a text that is too long: `[7412 bytes, sha256:5891b5b522d5df086d0ff0b110fbd9d2]`, of the digest the first
/// half.
[[nodiscard]] QByteArray digestText(QByteArrayView text);

} // namespace gatehouse::audit
