#include "audit/verify_command.h"

#include "audit/checkpoint_anchor.h"
#include "audit/entry_codec.h"
#include "audit/entry_text.h"
#include "audit/record_export.h"
#include "audit/segment.h"
#include "audit/tlog_proof.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <iterator>
#include <memory>
#include <span>
#include <thread>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

constexpr qint64 kLargestNotes = 64 * 1024 * 1024;
constexpr qint64 kLargestProof = 1024 * 1024;
constexpr QByteArrayView kProofHeader = "c2sp.org/tlog-proof";

std::unexpected<Error> unreadable(const QFile &file)
{
    return failure(ErrorKind::NotFound, u"cannot read %1: %2"_s.arg(file.fileName(), file.errorString()));
}

/// Whom to believe. A key that an export names itself is used only where there is no other, and said so.
Result<Trust> trustOf(const Arguments &arguments, const AuditFiles &files, std::span<QIODevice *const> exported,
                      Terminal &terminal)
{
    std::vector<QByteArray> keys;
    if (arguments.has(u"--key"_s)) {
        for (const QByteArray &key : arguments.value(u"--key"_s).toUtf8().split(','))
            keys.push_back(key);
    } else if (exported.empty()) {
        keys = files.verifierKeys;
    } else {
        for (QIODevice *const file : exported) {
            std::ranges::move(keysNamedIn(*file), std::back_inserter(keys));
            file->seek(0);
        }
        if (!keys.empty())
            terminal.printError(
                u"warning: checked with the key that the file itself names; give the log's public key with --key"_s);
    }
    Trust trust;
    for (const QByteArray &key : keys) {
        Result<NoteVerifier> verifier = NoteVerifier::parse(key);
        if (!verifier)
            return std::unexpected(verifier.error());
        trust.keys.push_back(std::move(*verifier));
    }
    if (!arguments.has(u"--checkpoint"_s))
        return trust;
    QFile note(arguments.value(u"--checkpoint"_s));
    if (!note.open(QIODevice::ReadOnly))
        return unreadable(note);
    trust.notes = notesIn(note.read(kLargestNotes));
    return trust;
}

Result<void> reportOn(const VerificationReport &report, Terminal &terminal)
{
    if (report.finding)
        return failure(ErrorKind::Conflict,
                       u"%1: %2"_s.arg(QString::fromLatin1(toText(report.finding->kind)), report.finding->text));
    if (report.leftOut > 0)
        terminal.printError(
            u"warning: %1 checkpoints by other keys were left out; give all public keys with --key"_s.arg(report.leftOut));
    if (report.sealed > 0)
        terminal.print(u"sealed: the entries before %1, which are in files"_s.arg(report.sealed));
    terminal.print(u"sound: %1 entries, %2 signed checkpoints, root %3"_s.arg(report.head.size)
                       .arg(report.checkpoints)
                       .arg(QString::fromLatin1(bytesOf(report.head.root).toByteArray().toBase64())));
    return {};
}

Result<void> verifyProof(QFile &file, const Trust &trust, Terminal &terminal)
{
    const QByteArray proof = file.read(kLargestProof);
    Error why{ErrorKind::NotFound, u"give the log's public key with --key"_s};
    for (const NoteVerifier &key : trust.keys) {
        const Result<QByteArray> content = openProof(proof, key);
        if (!content) {
            why = content.error();
            continue;
        }
        const Result<Entry> entry = decode(*content);
        if (!entry)
            return std::unexpected(entry.error());
        std::string json;
        appendJson(json, *entry);
        terminal.print(u"proved: "_s + QString::fromStdString(json));
        return {};
    }
    return failure(ErrorKind::Conflict, u"the proof does not hold: "_s + why.detail);
}

Result<void> verifyFiles(const Arguments &arguments, const AuditFiles &files, Terminal &terminal)
{
    std::vector<std::unique_ptr<QFile>> opened;
    std::vector<QIODevice *> exports;
    for (const QString &path : arguments.positional()) {
        opened.push_back(std::make_unique<QFile>(path));
        if (!opened.back()->open(QIODevice::ReadOnly))
            return unreadable(*opened.back());
        exports.push_back(opened.back().get());
    }
    const bool isProof = exports.size() == 1 && exports.front()->peek(kProofHeader.size()) == kProofHeader;
    const Result<Trust> trust =
        trustOf(arguments, files, isProof ? std::span<QIODevice *const>() : std::span<QIODevice *const>(exports), terminal);
    if (!trust)
        return std::unexpected(trust.error());
    if (isProof)
        return verifyProof(*opened.front(), *trust, terminal);
    const Result<VerificationReport> report = verifyExports(exports, *trust);
    return report ? reportOn(*report, terminal) : std::unexpected(report.error());
}

/// Whether a sealed file is the one that was. Fails with Conflict when not, NotFound when it is not there.
Result<void> checkSealed(const QString &path, const Segment &segment)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file) || hash.result() != segment.digest)
        return failure(ErrorKind::Conflict,
                       u"altered: %1, with the entries %2 to %3, is not the file that was sealed"_s.arg(path)
                           .arg(segment.first)
                           .arg(segment.end - 1));
    return {};
}

/// The files that are still in their folder, of a record whose seals were found to be right.
Result<void> checkSealedFiles(const AuditFiles &files, Terminal &terminal)
{
    const auto connection = files.connect();
    const auto segments = connection ? allSegments((*connection)->database()) : std::unexpected(connection.error());
    if (!segments)
        return std::unexpected(segments.error());
    qsizetype missing = 0;
    for (const StoredSegment &stored : *segments) {
        const Result<Segment> segment = segmentFromText(QByteArrayView(stored.note).first(stored.note.indexOf("\n\n") + 1));
        if (!segment)
            return std::unexpected(segment.error());
        const QString path = QDir(files.segmentFolder).filePath(QString::fromUtf8(segment->file));
        const Result<void> sound = checkSealed(path, *segment);
        if (!sound && sound.error().kind != ErrorKind::NotFound)
            return sound;
        missing += sound ? 0 : 1;
    }
    if (missing > 0)
        terminal.printError(
            u"warning: %1 sealed files are not in %2, and were not looked at"_s.arg(missing).arg(files.segmentFolder));
    return {};
}

} // namespace

Result<void> verify(const Arguments &arguments, const AuditFiles &files, Terminal &terminal)
{
    if (!arguments.positional().isEmpty())
        return verifyFiles(arguments, files, terminal);
    Result<Trust> trust = trustOf(arguments, files, {}, terminal);
    if (!trust)
        return std::unexpected(trust.error());
    Trust own = std::move(*trust);
    if (!arguments.has(u"--key"_s)) {
        // What this machine signed last is kept outside of the database; what other instances signed it cannot judge.
        own.othersSignToo = true;
        if (!files.lastNote.isEmpty())
            own.notes.push_back(files.lastNote);
    }
    const int threads = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 8U));
    const Result<VerificationReport> report = verifyStore(files.connect, own, threads);
    if (!report)
        return std::unexpected(report.error());
    const Result<void> sealed = report->finding || report->sealed == 0 ? Result<void>() : checkSealedFiles(files, terminal);
    return sealed ? reportOn(*report, terminal) : sealed;
}

} // namespace gatehouse::audit
