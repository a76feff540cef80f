#include "client/record_checker.h"

#include "client/merkle_proof.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <bit>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

constexpr quint64 kEntriesBetweenProgress = 512;
constexpr qsizetype kHashSize = 32;

QByteArray rootOf(const std::vector<QByteArray> &roots)
{
    if (roots.empty())
        return QCryptographicHash::hash({}, QCryptographicHash::Sha256);
    QByteArray root = roots.back();
    for (auto left = roots.rbegin() + 1; left != roots.rend(); ++left)
        root = nodeHash(*left, root);
    return root;
}

} // namespace

bool RecordChecker::take(const QByteArray &piece, const std::function<bool(quint64)> &progress)
{
    for (qsizetype begin = 0; begin < piece.size();) {
        qsizetype end = piece.indexOf('\n', begin);
        end = end < 0 ? piece.size() : end;
        const quint64 before = m_size;
        if (!takeLine(QJsonDocument::fromJson(piece.sliced(begin, end - begin)).object()))
            return false;
        begin = end + 1;
        if (m_size > before && m_size % kEntriesBetweenProgress == 0 && !progress(m_size))
            return fail(u"cancelled"_s);
    }
    return true;
}

bool RecordChecker::takeLine(const QJsonObject &line)
{
    if (line.contains("format"_L1))
        return begin(line);
    if (line.contains("checkpoint"_L1))
        return takeCheckpoint(line.value("checkpoint"_L1).toString().toUtf8());
    if (!line.contains("content"_L1))
        return true;
    return takeEntry(quint64(line.value("sequence"_L1).toInteger()),
                     QByteArray::fromBase64(line.value("content"_L1).toString().toLatin1()));
}

/// A piece says what the entries before it hash to. The first may begin anywhere, as a checkpoint has to confirm it.
bool RecordChecker::begin(const QJsonObject &head)
{
    const auto first = quint64(head.value("first"_L1).toInteger());
    std::vector<QByteArray> roots;
    const QJsonArray before = head.value("before"_L1).toArray();
    for (const auto &root : before)
        roots.push_back(QByteArray::fromBase64(root.toString().toLatin1()));
    const bool isSound = int(roots.size()) == std::popcount(first)
        && std::ranges::all_of(roots, [](const QByteArray &root) { return root.size() == kHashSize; });
    if (!isSound)
        return fail(u"what comes before entry %1 is not told"_s.arg(first));
    if (!std::exchange(m_hasBegun, true)) {
        m_size = m_check.first = first;
        m_roots = std::move(roots);
        return true;
    }
    if (first > m_size)
        return fail(u"the entries %1 to %2 are missing"_s.arg(m_size).arg(first - 1));
    if (first < m_size || rootOf(roots) != root())
        return fail(u"from entry %1 on it is another record"_s.arg(first));
    return true;
}

bool RecordChecker::takeCheckpoint(const QByteArray &note)
{
    const Result<CheckpointBody> body = CheckpointBody::parse(note);
    if (!body)
        return fail(body.error().detail);
    const auto [known, isNew] = m_checkpoints.emplace(body->size, body->root);
    if (!isNew && known->second != body->root)
        return fail(u"two checkpoints of the size %1 name different roots"_s.arg(body->size));
    m_check.checkpoints += isNew ? 1 : 0;
    return true;
}

bool RecordChecker::takeEntry(quint64 sequence, const QByteArray &content)
{
    if (sequence != m_size)
        return fail(u"entry %1 is missing or out of order"_s.arg(m_size));
    grow(leafHash(content));
    ++m_check.entries;
    const auto at = m_checkpoints.find(m_size);
    if (at == m_checkpoints.end())
        return true;
    if (at->second != root())
        return fail(u"the entries up to %1 are not those that were signed"_s.arg(m_size));
    m_check.covered = m_size;
    return true;
}

RecordCheck RecordChecker::finish()
{
    if (!m_check.problem.isEmpty())
        return m_check;
    if (!m_checkpoints.empty() && m_checkpoints.rbegin()->first > m_size)
        fail(u"a checkpoint was signed over %1 entries, of which only %2 are there"_s.arg(m_checkpoints.rbegin()->first)
                 .arg(m_size));
    else if (m_check.first > 0 && m_check.covered == 0)
        fail(u"no checkpoint tells what came before entry %1"_s.arg(m_check.first));
    return m_check;
}

bool RecordChecker::fail(const QString &problem)
{
    m_check.problem = problem;
    return false;
}

void RecordChecker::grow(QByteArray leaf)
{
    quint64 size = m_size++;
    while (size & 1) {
        leaf = nodeHash(m_roots.back(), leaf);
        m_roots.pop_back();
        size >>= 1;
    }
    m_roots.push_back(std::move(leaf));
}

QByteArray RecordChecker::root() const
{
    return rootOf(m_roots);
}

} // namespace gatehouse::client
