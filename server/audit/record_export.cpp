#include "audit/record_export.h"

#include "audit/checkpoint_store.h"
#include "audit/entry_codec.h"
#include "audit/segment.h"
#include "audit/tree_tiles.h"
#include "core/append.h"
#include "core/json_text.h"
#include "storage/statement.h"

#include <algorithm>

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

void appendStart(std::string &text, TextFormat format, const Frontier &start)
{
    if (format == TextFormat::Csv) {
        append(text, kCsvHeader);
        append(text, "\n");
        if (start.size() == 0)
            return;
        QByteArray roots;
        for (const Hash &root : start.roots())
            roots += bytesOf(root);
        append(text, "start,");
        appendDecimal(text, static_cast<qint64>(start.size()));
        append(text, ",,,,,,,,,,,,");
        append(text, roots.toBase64());
        append(text, "\n");
        return;
    }
    append(text, R"({"format":"gatehouse-audit-1")");
    if (start.size() > 0) {
        append(text, R"(,"first":)");
        appendDecimal(text, static_cast<qint64>(start.size()));
        append(text, R"(,"before":)");
        QByteArrayList roots;
        for (const Hash &root : start.roots())
            roots.append('"' + bytesOf(root).toByteArray().toBase64() + '"');
        append(text, '[' + roots.join(',') + ']');
    }
    append(text, "}\n");
}

} // namespace

Result<EntryRange> keptEntries(QSqlDatabase &database)
{
    const Result<quint64> sealed = sealedEnd(database);
    const Result<TreeHead> head = sealed ? storedHead(database) : std::unexpected(sealed.error());
    if (!head)
        return std::unexpected(head.error());
    return EntryRange{std::min(*sealed, head->size), head->size}; // everything below the head stays as it is
}

Result<EntryRange> exportableFrom(QSqlDatabase &database, quint64 begin, quint64 most)
{
    const Result<EntryRange> kept = keptEntries(database);
    if (!kept)
        return kept;
    if (begin > kept->end)
        return failure(ErrorKind::NotFound, u"the record has %1 entries"_s.arg(kept->end));
    if (begin < kept->begin)
        return failure(ErrorKind::Gone, u"the entries before %1 were sealed and dropped"_s.arg(kept->begin));
    EntryRange range{begin, std::min(kept->end, begin + most)};
    if (range.end == kept->end)
        return range;
    const auto checkpoints = checkpointsBetween(database, range.begin, range.end);
    if (!checkpoints)
        return std::unexpected(checkpoints.error());
    if (!checkpoints->empty())
        range.end = checkpoints->back().size;
    return range;
}

Result<void> writeExportHead(QSqlDatabase &database, TextFormat format, const EntryRange &range, QIODevice &out)
{
    const Result<TreeEdge> edge = TreeEdge::load(database, range.begin);
    const auto checkpoints = edge ? checkpointsBetween(database, range.begin, range.end) : std::unexpected(edge.error());
    if (!checkpoints)
        return std::unexpected(checkpoints.error());
    std::string text;
    appendStart(text, format, edge->frontier());
    for (const StoredCheckpoint &checkpoint : *checkpoints)
        appendCheckpoint(text, format, checkpoint);
    return out.write(text.data(), std::ssize(text)) == std::ssize(text) ? Result<void>() : unwritable(out);
}

Result<quint64> writeExportPiece(QSqlDatabase &database, TextFormat format, const EntryRange &rest, QIODevice &out)
{
    storage::Statement statement(
        database, "SELECT sequence, content FROM audit_entries WHERE sequence >= ? AND sequence < ? ORDER BY sequence LIMIT ?");
    statement.bind(static_cast<qint64>(rest.begin)).bind(static_cast<qint64>(rest.end)).bind(kRowsAtOnce);
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    std::string text;
    quint64 next = rest.begin;
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
    if (next == rest.begin)
        return failure(ErrorKind::Gone, u"entry %1 is not there any more"_s.arg(rest.begin));
    return out.write(text.data(), std::ssize(text)) == std::ssize(text) ? Result<quint64>(next) : unwritable(out);
}

Result<void> exportEntries(QSqlDatabase &database, TextFormat format, const EntryRange &range, QIODevice &out)
{
    if (const Result<void> done = writeExportHead(database, format, range, out); !done)
        return done;
    for (EntryRange rest = range; rest.size() > 0;) {
        const Result<quint64> next = writeExportPiece(database, format, rest, out);
        if (!next)
            return std::unexpected(next.error());
        rest.begin = *next;
    }
    return {};
}

Result<quint64> exportRecord(QSqlDatabase &database, TextFormat format, QIODevice &out)
{
    const Result<EntryRange> range = keptEntries(database);
    const Result<void> done = range ? exportEntries(database, format, *range, out) : std::unexpected(range.error());
    return done ? Result<quint64>(range->size()) : std::unexpected(done.error());
}

} // namespace gatehouse::audit
