#include "audit/segment.h"

#include "storage/migrations.h"
#include "storage/statement.h"

#include <QByteArrayList>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

using storage::Statement;

namespace {

/// Not a name that a log can have, so that no checkpoint begins like this.
constexpr QByteArrayView kHeader = "gatehouse audit segment v1";
constexpr qsizetype kDigestSize = 32;

/// Whether nothing could be sealed yet where this is: it was written before there were segments, and is only read.
bool isOlderThanSegments(QSqlDatabase &database)
{
    const Result<bool> has = storage::hasTable(database, "audit_segments");
    return has && !*has;
}

} // namespace

QByteArray toText(const Segment &segment)
{
    const QByteArrayList lines{kHeader.toByteArray(),
                               segment.origin,
                               QByteArray::number(segment.first) + ' ' + QByteArray::number(segment.end),
                               bytesOf(segment.root).toByteArray().toBase64(),
                               segment.digest.toBase64(),
                               segment.file};
    return lines.join('\n') + '\n';
}

Result<Segment> segmentFromText(QByteArrayView text)
{
    const auto malformed = [] { return failure(ErrorKind::Malformed, u"this seals no part of a record"_s); };
    const QByteArrayList lines = text.toByteArray().split('\n');
    if (lines.size() != 7 || lines.at(0) != kHeader)
        return malformed();
    const QByteArrayList range = lines.at(2).split(' ');
    const QByteArray root = QByteArray::fromBase64(lines.at(3));
    Segment segment{lines.at(1), range.value(0).toULongLong(),        range.value(1).toULongLong(),
                    {},          QByteArray::fromBase64(lines.at(4)), lines.at(5)};
    if (root.size() != sizeof(Hash) || segment.digest.size() != kDigestSize || segment.first >= segment.end
        || segment.file.isEmpty() || segment.file.contains('/'))
        return malformed();
    segment.root = hashFrom(root);
    // There is one text of each.
    return toText(segment) == text ? Result<Segment>(segment) : malformed();
}

Result<Segment> openSegment(QByteArrayView note, const NoteVerifier &verifier)
{
    const Result<QByteArray> text = verifier.open(note);
    if (!text)
        return std::unexpected(text.error());
    const Result<Segment> segment = segmentFromText(*text);
    if (segment && segment->origin != verifier.name())
        return failure(ErrorKind::Invalid, u"the segment is of another log than the key that signed it"_s);
    return segment;
}

Result<void> storeSegment(QSqlDatabase &database, const StoredSegment &segment)
{
    Statement statement(database,
                        "INSERT INTO audit_segments (first_entry, end_entry, created_at, file, note) VALUES (?, ?, ?, ?, ?)"
                        " ON CONFLICT DO NOTHING");
    const Result<void> done = statement.bind(static_cast<qint64>(segment.first))
                                  .bind(static_cast<qint64>(segment.end))
                                  .bind(segment.created)
                                  .bindText(segment.file)
                                  .bindText(segment.note)
                                  .execute();
    if (done && statement.rowsChanged() == 0)
        return failure(ErrorKind::Conflict, u"entry %1 was sealed already"_s.arg(segment.first));
    return done;
}

Result<std::vector<StoredSegment>> allSegments(QSqlDatabase &database)
{
    Statement statement(database,
                        "SELECT first_entry, end_entry, created_at, file, note FROM audit_segments ORDER BY first_entry");
    std::vector<StoredSegment> all;
    if (const Result<void> done = statement.execute(); !done)
        return isOlderThanSegments(database) ? Result<std::vector<StoredSegment>>(all) : std::unexpected(done.error());
    while (statement.next())
        all.push_back({static_cast<quint64>(statement.number(0)), static_cast<quint64>(statement.number(1)), statement.time(2),
                       statement.text(3), statement.text(4)});
    if (const Result<void> read = statement.reachedEnd(); !read)
        return std::unexpected(read.error());
    return all;
}

Result<quint64> sealedEnd(QSqlDatabase &database)
{
    Statement statement(database, "SELECT coalesce(max(end_entry), 0) FROM audit_segments");
    if (const Result<void> done = statement.execute(); !done)
        return isOlderThanSegments(database) ? Result<quint64>(0) : std::unexpected(done.error());
    return statement.next() ? static_cast<quint64>(statement.number(0)) : 0;
}

} // namespace gatehouse::audit
