#include "audit/record_export.h"

#include "audit/checkpoint_store.h"
#include "audit/entry_codec.h"
#include "core/append.h"
#include "core/json_text.h"
#include "storage/statement.h"

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

constexpr qint64 kRowsAtOnce = 4'096;

std::unexpected<Error> unwritable(const QIODevice &out)
{
    return failure(ErrorKind::Unavailable, u"the export cannot be written: "_s + out.errorString());
}

void appendCheckpoint(std::string &text, TextFormat format, const StoredCheckpoint &checkpoint)
{
    if (format == TextFormat::Json) {
        append(text, R"({"checkpoint":)");
        appendJsonString(text, checkpoint.note);
        append(text, R"(,"verifier_key":)");
        appendJsonString(text, checkpoint.signer);
        append(text, "}\n");
        return;
    }
    append(text, "checkpoint,");
    appendDecimal(text, static_cast<qint64>(checkpoint.size));
    append(text, ",,,,,");
    appendCsvField(text, checkpoint.signer);
    append(text, ",,,,,,,");
    append(text, checkpoint.note.toBase64());
    append(text, "\n");
}

Result<void> writeHead(QSqlDatabase &database, TextFormat format, quint64 size, QIODevice &out)
{
    const Result<std::vector<StoredCheckpoint>> checkpoints = allCheckpoints(database);
    if (!checkpoints)
        return std::unexpected(checkpoints.error());
    std::string text;
    append(text, format == TextFormat::Json ? QByteArrayView(R"({"format":"gatehouse-audit-1"})") : kCsvHeader);
    append(text, "\n");
    for (const StoredCheckpoint &checkpoint : *checkpoints) {
        if (checkpoint.size <= size)
            appendCheckpoint(text, format, checkpoint);
    }
    return out.write(text.data(), std::ssize(text)) == std::ssize(text) ? Result<void>() : unwritable(out);
}

/// One piece; returns the sequence after its last entry.
Result<quint64> writePiece(QSqlDatabase &database, TextFormat format, quint64 begin, quint64 end, QIODevice &out)
{
    storage::Statement statement(
        database, "SELECT sequence, content FROM audit_entries WHERE sequence >= ? AND sequence < ? ORDER BY sequence LIMIT ?");
    statement.bind(static_cast<qint64>(begin)).bind(static_cast<qint64>(end)).bind(kRowsAtOnce);
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    std::string text;
    quint64 next = end;
    while (statement.next()) {
        const auto sequence = static_cast<quint64>(statement.number(0));
        const QByteArray content = statement.bytes(1);
        const Result<Entry> entry = decode(content);
        if (!entry)
            return failure(ErrorKind::Internal, u"entry %1 is damaged: %2"_s.arg(sequence).arg(entry.error().detail));
        appendText(text, format, *entry, content);
        text += '\n';
        next = sequence + 1;
    }
    if (const Result<void> read = statement.reachedEnd(); !read)
        return std::unexpected(read.error());
    if (out.write(text.data(), std::ssize(text)) != std::ssize(text))
        return unwritable(out);
    return next;
}

} // namespace

Result<quint64> exportRecord(QSqlDatabase &database, TextFormat format, QIODevice &out)
{
    // Everything below the head stays as it is.
    const Result<TreeHead> head = storedHead(database);
    if (!head)
        return std::unexpected(head.error());
    if (const Result<void> done = writeHead(database, format, head->size, out); !done)
        return std::unexpected(done.error());
    for (quint64 begin = 0; begin < head->size;) {
        const Result<quint64> next = writePiece(database, format, begin, head->size, out);
        if (!next)
            return next;
        begin = *next;
    }
    return head->size;
}

} // namespace gatehouse::audit
