#include "audit/tlog_proof.h"

#include "audit/audit_reader.h"
#include "audit/checkpoint.h"
#include "audit/tree_tiles.h"

#include <QByteArrayList>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

constexpr QByteArrayView kHeader = "c2sp.org/tlog-proof@v1";
constexpr QByteArrayView kExtra = "extra ";
constexpr QByteArrayView kIndex = "index ";
constexpr int kLongestPath = 64;

std::unexpected<Error> malformed()
{
    return failure(ErrorKind::Malformed, u"this is no proof of an entry"_s);
}

} // namespace

QByteArrayList toBase64(const Proof &proof)
{
    QByteArrayList list;
    for (const Hash &hash : proof)
        list.append(bytesOf(hash).toByteArray().toBase64());
    return list;
}

Result<EntryProof> proveEntry(QSqlDatabase &database, quint64 sequence)
{
    const Result<QByteArray> content = readContent(database, sequence);
    if (!content)
        return std::unexpected(content.error());
    const Result<std::optional<StoredCheckpoint>> checkpoint = latestCheckpoint(database);
    if (!checkpoint)
        return std::unexpected(checkpoint.error());
    if (!*checkpoint || (*checkpoint)->size <= sequence)
        return failure(ErrorKind::Conflict, u"no signed checkpoint covers the entry yet; one comes soon"_s);
    TileNodes nodes(database);
    const Result<Proof> path = inclusionProof(nodes, sequence, (*checkpoint)->size);
    if (!path)
        return std::unexpected(path.error());
    return EntryProof{sequence, *content, *path, **checkpoint};
}

Result<Proof> proveConsistency(QSqlDatabase &database, quint64 earlier, quint64 size)
{
    TileNodes nodes(database);
    return consistencyProof(nodes, earlier, size);
}

QByteArray toText(const EntryProof &proof)
{
    QByteArrayList lines{kHeader.toByteArray(), kExtra.toByteArray() + proof.content.toBase64(),
                         kIndex.toByteArray() + QByteArray::number(proof.sequence)};
    lines += toBase64(proof.path);
    return lines.join('\n') + "\n\n" + proof.checkpoint.note;
}

Result<QByteArray> openProof(QByteArrayView text, const NoteVerifier &verifier)
{
    const qsizetype end = text.indexOf("\n\n");
    if (end < 0)
        return malformed();
    const Result<Checkpoint> checkpoint = openCheckpoint(text.sliced(end + 2), verifier);
    if (!checkpoint)
        return std::unexpected(checkpoint.error());
    const QByteArrayList lines = text.first(end).toByteArray().split('\n');
    if (lines.size() < 3 || lines.size() > 3 + kLongestPath || lines.at(0) != kHeader || !lines.at(1).startsWith(kExtra)
        || !lines.at(2).startsWith(kIndex))
        return malformed();
    EntryProof proof;
    bool isNumber = false;
    proof.sequence = lines.at(2).sliced(kIndex.size()).toULongLong(&isNumber);
    proof.content = QByteArray::fromBase64(lines.at(1).sliced(kExtra.size()));
    for (const QByteArray &line : lines.sliced(3)) {
        const QByteArray hash = QByteArray::fromBase64(line);
        if (hash.size() != sizeof(Hash))
            return malformed();
        proof.path.push_back(hashFrom(hash));
    }
    // Written again it must be the same: there is one text of a proof.
    proof.checkpoint.note = text.sliced(end + 2).toByteArray();
    if (!isNumber || toText(proof) != text)
        return malformed();
    if (!verifyInclusion(leafHash(proof.content), proof.sequence, checkpoint->size, proof.path, checkpoint->root))
        return failure(ErrorKind::Invalid, u"the entry is not in the record that was signed"_s);
    return proof.content;
}

} // namespace gatehouse::audit
