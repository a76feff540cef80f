#include "client/merkle_proof.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

Result<CheckpointBody> CheckpointBody::parse(const QByteArray &note)
{
    const QByteArrayList lines = note.split('\n');
    if (lines.size() < 4 || lines.at(0).isEmpty())
        return failure(ErrorKind::Malformed, u"a checkpoint has too few lines"_s);
    CheckpointBody body;
    body.origin = lines.at(0);
    bool isNumber = false;
    body.size = lines.at(1).toULongLong(&isNumber);
    const auto root = QByteArray::fromBase64Encoding(lines.at(2), QByteArray::AbortOnBase64DecodingErrors);
    if (!isNumber || !root || (*root).size() != 32)
        return failure(ErrorKind::Malformed, u"a checkpoint has no size or no root"_s);
    body.root = *root;
    return body;
}

QByteArray leafHash(const QByteArray &content)
{
    return sha256(QByteArray(1, '\0') + content);
}

QByteArray nodeHash(const QByteArray &left, const QByteArray &right)
{
    return sha256(QByteArray(1, '\x01') + left + right);
}

bool isIncluded(const QByteArray &leaf, quint64 sequence, quint64 size, const QByteArrayList &path, const QByteArray &root)
{
    if (sequence >= size)
        return false;
    quint64 node = sequence;
    quint64 last = size - 1;
    QByteArray hash = leaf;
    for (const QByteArray &sibling : path) {
        if (last == 0)
            return false;
        if ((node & 1) || node == last) {
            hash = nodeHash(sibling, hash);
            while (!(node & 1) && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = nodeHash(hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

} // namespace gatehouse::client
