#include "audit/verify_command.h"

#include "audit/checkpoint_anchor.h"
#include "audit/entry_codec.h"
#include "audit/entry_text.h"
#include "audit/record_export.h"
#include "audit/tlog_proof.h"

#include <QFile>

#include <algorithm>
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
Result<Trust> trustOf(const Arguments &arguments, const AuditFiles &files, QFile *exported, Terminal &terminal)
{
    std::vector<QByteArray> keys;
    if (arguments.has(u"--key"_s)) {
        for (const QByteArray &key : arguments.value(u"--key"_s).toUtf8().split(','))
            keys.push_back(key);
    } else if (exported == nullptr) {
        if (!files.verifierKey.isEmpty())
            keys.push_back(files.verifierKey);
    } else {
        keys = keysNamedIn(*exported);
        exported->seek(0);
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

Result<void> verifyFile(const Arguments &arguments, const AuditFiles &files, Terminal &terminal)
{
    QFile file(arguments.positional().first());
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file);
    const bool isProof = file.peek(kProofHeader.size()) == kProofHeader;
    const Result<Trust> trust = trustOf(arguments, files, isProof ? nullptr : &file, terminal);
    if (!trust)
        return std::unexpected(trust.error());
    if (isProof)
        return verifyProof(file, *trust, terminal);
    const Result<VerificationReport> report = verifyExport(file, *trust);
    return report ? reportOn(*report, terminal) : std::unexpected(report.error());
}

} // namespace

Result<void> verify(const Arguments &arguments, const AuditFiles &files, Terminal &terminal)
{
    if (!arguments.positional().isEmpty())
        return verifyFile(arguments, files, terminal);
    Result<Trust> trust = trustOf(arguments, files, nullptr, terminal);
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
    return report ? reportOn(*report, terminal) : std::unexpected(report.error());
}

} // namespace gatehouse::audit
