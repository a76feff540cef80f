#include "audit/checkpoint.h"

#include <QByteArrayList>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

QByteArray toText(const Checkpoint &checkpoint)
{
    return checkpoint.origin + '\n' + QByteArray::number(checkpoint.size) + '\n'
        + bytesOf(checkpoint.root).toByteArray().toBase64() + '\n';
}

Result<Checkpoint> checkpointFromText(QByteArrayView text)
{
    const auto malformed = [] { return failure(ErrorKind::Malformed, u"this is no checkpoint"_s); };
    const QByteArrayList lines = text.toByteArray().split('\n');
    if (lines.size() < 4 || !lines.last().isEmpty())
        return malformed();
    bool isNumber = false;
    Checkpoint checkpoint{lines.at(0), lines.at(1).toULongLong(&isNumber), {}};
    const QByteArray root = QByteArray::fromBase64(lines.at(2));
    // What is written back the same is neither +7, 07 nor padded otherwise.
    if (!isNumber || checkpoint.origin.isEmpty() || root.size() != sizeof(Hash))
        return malformed();
    checkpoint.root = hashFrom(root);
    if (!text.startsWith(toText(checkpoint)))
        return malformed();
    return checkpoint;
}

Result<Checkpoint> openCheckpoint(QByteArrayView note, const NoteVerifier &verifier)
{
    const Result<QByteArray> text = verifier.open(note);
    if (!text)
        return std::unexpected(text.error());
    const Result<Checkpoint> checkpoint = checkpointFromText(*text);
    if (checkpoint && checkpoint->origin != verifier.name())
        return failure(ErrorKind::Invalid, u"the checkpoint is of another log than the key that signed it"_s);
    return checkpoint;
}

} // namespace gatehouse::audit
