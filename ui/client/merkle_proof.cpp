#include "client/merkle_proof.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

constexpr quint64 kEntriesBetweenProgress = 512;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray nodeHash(const QByteArray &left, const QByteArray &right)
{
    return sha256(QByteArray(1, '\x01') + left + right);
}

/// The roots of the perfect trees that a growing tree is made of, the largest first.
class Frontier
{
public:
    void add(QByteArray leaf)
    {
        quint64 size = m_size++;
        while (size & 1) {
            leaf = nodeHash(m_roots.back(), leaf);
            m_roots.pop_back();
            size >>= 1;
        }
        m_roots.push_back(std::move(leaf));
    }

    [[nodiscard]] quint64 size() const { return m_size; }

    [[nodiscard]] QByteArray root() const
    {
        if (m_roots.empty())
            return sha256({});
        QByteArray root = m_roots.back();
        for (auto left = m_roots.rbegin() + 1; left != m_roots.rend(); ++left)
            root = nodeHash(*left, root);
        return root;
    }

private:
    quint64 m_size = 0;
    std::vector<QByteArray> m_roots;
};

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

RecordCheck checkExport(const QByteArray &lines, const std::function<bool(double)> &progress)
{
    RecordCheck check;
    std::map<quint64, QByteArray> checkpoints; // root by size
    Frontier tree;
    const auto fail = [&check](QString problem) {
        check.problem = std::move(problem);
        return check;
    };
    for (qsizetype begin = 0; begin < lines.size();) {
        qsizetype end = lines.indexOf('\n', begin);
        end = end < 0 ? lines.size() : end;
        const QJsonObject line = QJsonDocument::fromJson(lines.sliced(begin, end - begin)).object();
        begin = end + 1;
        if (line.contains("checkpoint"_L1)) {
            const auto body = CheckpointBody::parse(line.value("checkpoint"_L1).toString().toUtf8());
            if (!body)
                return fail(body.error().detail);
            if (const auto [known, isNew] = checkpoints.emplace(body->size, body->root); !isNew && known->second != body->root)
                return fail(u"two checkpoints of the size %1 name different roots"_s.arg(body->size));
            ++check.checkpoints;
            continue;
        }
        if (!line.contains("content"_L1))
            continue;
        if (quint64(line.value("sequence"_L1).toInteger()) != tree.size())
            return fail(u"entry %1 is missing or out of order"_s.arg(tree.size()));
        tree.add(leafHash(QByteArray::fromBase64(line.value("content"_L1).toString().toLatin1())));
        check.entries = tree.size();
        if (const auto at = checkpoints.find(tree.size()); at != checkpoints.end()) {
            if (at->second != tree.root())
                return fail(u"the entries up to %1 are not those that were signed"_s.arg(tree.size()));
            check.covered = tree.size();
        }
        if (tree.size() % kEntriesBetweenProgress == 0 && !progress(double(begin) / double(lines.size())))
            return fail(u"cancelled"_s);
    }
    if (!checkpoints.empty() && checkpoints.rbegin()->first > tree.size())
        return fail(u"a checkpoint was signed over %1 entries, of which only %2 are there"_s.arg(checkpoints.rbegin()->first)
                        .arg(tree.size()));
    return check;
}

} // namespace gatehouse::client
