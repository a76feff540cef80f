#pragma once

#include "audit/entry.h"

#include <QByteArrayView>

#include <string>

namespace gatehouse::audit {

/// An entry for people and programs to read. Everything is made from the canonical bytes, so who has those can make it again and
/// compare.
enum class TextFormat {
    Json, ///< one object, without a line end
    Csv, ///< RFC 4180, without a line end; see kCsvHeader
};

inline constexpr QByteArrayView kCsvHeader =
    "record,sequence,time,actor_kind,actor,action,target,outcome,address,request_id,session,detail,leaf,content";

/// Appends `entry`, whose canonical bytes are `content`, with the hash of the leaf and the bytes in base64.
void appendText(std::string &text, TextFormat format, const Entry &entry, QByteArrayView content);

/// The object without leaf and bytes, as the API has it.
void appendJson(std::string &json, const Entry &entry);

/// `text` as a field of CSV: in quotes where it must be; a spreadsheet takes none for a formula.
void appendCsvField(std::string &csv, QByteArrayView text);

/// The canonical bytes that a line of an export ends with; empty when it has none.
[[nodiscard]] QByteArray contentOfLine(TextFormat format, QByteArrayView line);

} // namespace gatehouse::audit
