#include "audit/retention.h"

#include "audit/audit_reader.h"
#include "audit/segment.h"
#include "audit/tree_tiles.h"
#include "storage/sqlite_space.h"
#include "storage/statement.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

using storage::Statement;

namespace {

/// Deleted in one transaction: a few ten milliseconds.
constexpr quint64 kDroppedAtOnce = 2'048;

std::unexpected<Error> unwritable(const QString &path, const QString &why)
{
    return failure(ErrorKind::Unavailable, u"%1 cannot be written: %2"_s.arg(path, why));
}

std::unexpected<Error> stopped()
{
    return failure(ErrorKind::Unavailable, u"the server stops"_s);
}

/// That a file of that name is there after a power cut.
void syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

QByteArray nameOf(const EntryRange &range)
{
    const auto digits = [](quint64 number) { return QByteArray::number(number).rightJustified(12, '0'); };
    return "audit-" + digits(range.begin) + '-' + digits(range.end) + ".jsonl";
}

Entry entryOf(const Segment &segment)
{
    Entry entry;
    entry.actor.kind = Actor::Kind::System;
    entry.action = Action::AuditRetain;
    entry.target = segment.file;
    entry.detail = {{"first", QByteArray::number(segment.first)}, {"last", QByteArray::number(segment.end - 1)}};
    return entry;
}

/// Deletes some of what was sealed, from the beginning on; returns how many.
Result<quint64> dropSome(QSqlDatabase &database)
{
    const Result<quint64> sealed = sealedEnd(database);
    if (!sealed)
        return sealed;
    Statement first(database, "SELECT coalesce(min(sequence), 0) FROM audit_entries");
    if (const Result<void> read = first.execute(); !read)
        return std::unexpected(read.error());
    const quint64 begin = first.next() ? static_cast<quint64>(first.number(0)) : 0;
    const quint64 end = std::min(*sealed, begin + kDroppedAtOnce);
    if (begin >= end)
        return 0;
    Statement statement(database, "DELETE FROM audit_entries WHERE sequence < ?");
    if (const Result<void> done = statement.bind(static_cast<qint64>(end)).execute(); !done)
        return std::unexpected(done.error());
    return static_cast<quint64>(std::max(statement.rowsChanged(), 0));
}

} // namespace

Retention::Retention(storage::Database &database, AuditLog &log, Checkpointer &checkpointer, const Clock &clock,
                     Settings settings)
    : m_database(database)
    , m_log(log)
    , m_checkpointer(checkpointer)
    , m_clock(clock)
    , m_settings(std::move(settings))
{
}

QString Retention::pathOf(const QByteArray &name) const
{
    return QDir(m_settings.folder).filePath(QString::fromLatin1(name));
}

Result<quint64> Retention::run(const std::stop_token &stop)
{
    quint64 dropped = 0;
    for (;;) {
        const Result<quint64> gone = drop(stop);
        if (!gone)
            return gone;
        dropped += *gone;
        const Result<EntryRange> range = due();
        if (!range)
            return std::unexpected(range.error());
        if (range->size() == 0)
            break;
        if (const Result<void> sealed = seal(*range, stop); !sealed)
            return std::unexpected(sealed.error());
    }
    const Result<void> released = releaseSpace(stop);
    return released ? Result<quint64>(dropped) : std::unexpected(released.error());
}

/// What is to be sealed next: whole tiles; empty when it is too early.
Result<EntryRange> Retention::due()
{
    const PreciseWallTime limit = m_clock.now() - m_settings.keep;
    return m_database.runBlocking([this, limit](QSqlDatabase &database) -> Result<EntryRange> {
        const Result<quint64> begin = sealedEnd(database);
        const Result<quint64> old = begin ? firstAt(database, limit) : begin;
        const Result<quint64> veryOld = old ? firstAt(database, limit - m_settings.patience) : old;
        if (!veryOld)
            return std::unexpected(veryOld.error());
        const quint64 end = std::min(*old, *begin + m_settings.largest) / kTileWidth * kTileWidth;
        const bool worthIt = end >= *begin + m_settings.smallest || *veryOld > *begin;
        return worthIt && end > *begin ? EntryRange{*begin, end} : EntryRange{*begin, *begin};
    });
}

Result<void> Retention::seal(const EntryRange &range, const std::stop_token &stop)
{
    if (const auto signedNow = m_checkpointer.sign(); !signedNow)
        return std::unexpected(signedNow.error());
    const Result<Checkpoint> end = m_checkpointer.signEarlier(range.end);
    const Result<Written> written = end ? write(range, stop) : std::unexpected(end.error());
    if (!written)
        return std::unexpected(written.error());
    Result<void> done = checkWritten(*written, *end);
    if (done) {
        const Segment segment{end->origin, range.begin, range.end, end->root, written->digest, written->name};
        const Result<QByteArray> note = m_checkpointer.sign(segment);
        QSaveFile seal(pathOf(written->name + ".sealed"));
        done = note ? Result<void>() : std::unexpected(note.error());
        if (done && (!seal.open(QIODevice::WriteOnly) || seal.write(*note) != note->size() || !seal.commit()))
            done = unwritable(seal.fileName(), seal.errorString());
        syncFolder(m_settings.folder);
        if (done)
            done = enter({range.begin, range.end, m_clock.now(), written->name, *note});
    }
    if (!done && done.error().kind != ErrorKind::Conflict) // in a conflict the file may be somebody's
        QFile::remove(pathOf(written->name));
    return done;
}

Result<Retention::Written> Retention::write(const EntryRange &range, const std::stop_token &stop)
{
    if (!QDir().mkpath(m_settings.folder))
        return unwritable(m_settings.folder, u"it cannot be made"_s);
    QFile::setPermissions(m_settings.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    Written written{nameOf(range), {}};
    QSaveFile file(pathOf(written.name));
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(file.fileName(), file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    bool begun = false;
    for (EntryRange rest = range; rest.size() > 0;) {
        if (stop.stop_requested())
            return stopped();
        QBuffer piece;
        piece.open(QIODevice::WriteOnly);
        // Each by itself, so that the database has time for others in between.
        const Result<quint64> next = m_database.runBlocking([&](QSqlDatabase &database) -> Result<quint64> {
            piece.buffer().clear();
            piece.seek(0);
            const Result<void> head = begun ? Result<void>() : writeExportHead(database, TextFormat::Json, range, piece);
            return head ? writeExportPiece(database, TextFormat::Json, rest, piece) : std::unexpected(head.error());
        });
        if (!next)
            return std::unexpected(next.error());
        begun = true;
        rest.begin = *next;
        hash.addData(piece.data());
        if (file.write(piece.data()) != piece.data().size())
            return unwritable(file.fileName(), file.errorString());
    }
    if (!file.commit())
        return unwritable(file.fileName(), file.errorString());
    written.digest = hash.result();
    return written;
}

/// Reads the file again, as an auditor would: nothing is dropped that could not be checked afterwards.
Result<void> Retention::checkWritten(const Written &written, const Checkpoint &end)
{
    Trust trust;
    trust.othersSignToo = true;
    Result<NoteVerifier> key = NoteVerifier::parse(m_checkpointer.verifierKey());
    if (!key)
        return std::unexpected(key.error());
    trust.keys.push_back(std::move(*key));
    QFile file(pathOf(written.name));
    if (!file.open(QIODevice::ReadOnly))
        return unwritable(file.fileName(), file.errorString());
    const Result<VerificationReport> report = verifyExport(file, trust);
    if (!report)
        return std::unexpected(report.error());
    if (report->finding)
        return failure(ErrorKind::Conflict, u"nothing is sealed, because "_s + report->finding->text);
    if (report->head != TreeHead{end.size, end.root})
        return failure(ErrorKind::Conflict, u"nothing is sealed, because %1 is not what was signed"_s.arg(file.fileName()));
    return {};
}

/// From here on the entries may be missing.
Result<void> Retention::enter(const StoredSegment &segment)
{
    return m_database.runBlocking([&](QSqlDatabase &database) {
        return storage::inTransaction(database, storage::Beside::Nobody, [&]() -> Result<void> {
            const Result<quint64> begin = sealedEnd(database);
            if (!begin)
                return std::unexpected(begin.error());
            if (*begin != segment.first)
                return failure(ErrorKind::Conflict, u"entry %1 was sealed meanwhile"_s.arg(segment.first));
            if (const Result<void> stored = storeSegment(database, segment); !stored)
                return stored;
            return m_log.appendWithin(database, entryOf({{}, segment.first, segment.end, {}, {}, segment.file}));
        });
    });
}

Result<quint64> Retention::drop(const std::stop_token &stop)
{
    quint64 dropped = 0;
    for (;;) {
        if (stop.stop_requested())
            return stopped();
        const Result<quint64> gone = m_database.runBlocking([](QSqlDatabase &database) {
            return storage::inTransaction(database, storage::Beside::Others, [&] { return dropSome(database); });
        });
        if (!gone)
            return gone;
        dropped += *gone;
        if (*gone == 0)
            return dropped;
    }
}

/// Shortens a file of SQLite by what it has no more use for.
Result<void> Retention::releaseSpace(const std::stop_token &stop)
{
    for (Result<bool> more = true; more && *more;) {
        if (stop.stop_requested())
            return stopped();
        more = m_database.runBlocking(&storage::releaseSomePages);
        if (!more)
            return std::unexpected(more.error());
    }
    return {};
}

} // namespace gatehouse::audit
