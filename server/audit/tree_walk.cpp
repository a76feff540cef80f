#include "audit/tree_walk.h"

#include "audit/entry_codec.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

constexpr std::array<QByteArrayView, 9> kKinds{"altered", "removed",     "inserted",       "reordered", "truncated",
                                               "forked",  "rolled_back", "bad_checkpoint", "bad_tree"};

Finding finding(Finding::Kind kind, quint64 sequence, const QString &text)
{
    return {kind, sequence, text};
}

} // namespace

QByteArrayView toText(Finding::Kind kind)
{
    return kKinds[static_cast<std::size_t>(kind)];
}

TreeWalk::TreeWalk(std::vector<Checkpoint> checkpoints, Frontier start)
    : m_checkpoints(std::move(checkpoints))
    , m_frontier(std::move(start))
{
    // They say nothing, or of what comes before.
    std::erase_if(m_checkpoints,
                  [this](const Checkpoint &checkpoint) { return checkpoint.size == 0 || checkpoint.size < size(); });
    std::ranges::stable_sort(m_checkpoints, {}, &Checkpoint::size);
}

std::expected<Entry, Finding> TreeWalk::entryAt(quint64 sequence, QByteArrayView content)
{
    Result<Entry> entry = decode(content);
    if (!entry)
        return std::unexpected(
            finding(Finding::Kind::Altered, sequence, u"entry %1 was altered: %2"_s.arg(sequence).arg(entry.error().detail)));
    if (entry->sequence != sequence)
        return std::unexpected(
            finding(Finding::Kind::Reordered, sequence,
                    u"entries were reordered: in place of entry %1 is entry %2"_s.arg(sequence).arg(entry->sequence)));
    return std::move(*entry);
}

std::optional<Finding> TreeWalk::add(const Hash &leaf, std::optional<PreciseWallTime> time)
{
    if (auto finding = compareCheckpoints()) // of where it begins
        return finding;
    if (time && *time < m_lastTime)
        return finding(Finding::Kind::Altered, size(), u"entry %1 was altered: its time is before the last one's"_s.arg(size()));
    m_lastTime = time.value_or(m_lastTime);
    m_frontier.append(leaf);
    return compareCheckpoints();
}

std::optional<Finding> TreeWalk::compareCheckpoints()
{
    while (m_next < m_checkpoints.size() && m_checkpoints[m_next].size == size()) {
        const Checkpoint &checkpoint = m_checkpoints[m_next];
        const Checkpoint *const before = m_next > 0 ? &m_checkpoints[m_next - 1] : nullptr;
        if (before != nullptr && before->size == checkpoint.size && before->root != checkpoint.root)
            return finding(
                Finding::Kind::Forked, checkpoint.size,
                u"the record was forked: there are two signed checkpoints of %1 entries that differ"_s.arg(checkpoint.size));
        if (checkpoint.root != root()) {
            const quint64 first = before != nullptr ? before->size : 0;
            return finding(
                Finding::Kind::Forked, first,
                u"the record is not the one that was signed: of the entries %1 to %2 one or more were altered, inserted, "
                "removed or reordered before they were put together anew"_s.arg(first)
                    .arg(checkpoint.size - 1));
        }
        ++m_next;
    }
    return {};
}

std::optional<Finding> TreeWalk::finish(Finding::Kind missing) const
{
    if (m_next == m_checkpoints.size())
        return {};
    const quint64 signedSize = m_checkpoints.back().size;
    const QString text = missing == Finding::Kind::RolledBack
        ? u"the record was rolled back: a signed checkpoint tells of %1 entries, and there are %2"_s
        : u"the record was cut off: a signed checkpoint tells of %1 entries, and there are %2"_s;
    return finding(missing, size(), text.arg(signedSize).arg(size()));
}

std::expected<std::vector<Checkpoint>, Finding> openAll(const std::vector<QByteArray> &notes,
                                                        const std::vector<NoteVerifier> &keys, std::size_t *leftOut)
{
    std::vector<Checkpoint> opened;
    for (const QByteArray &note : notes) {
        Error why{ErrorKind::NotFound, u"there is no key to check it with"_s};
        bool found = false;
        for (const NoteVerifier &key : keys) {
            const Result<Checkpoint> checkpoint = openCheckpoint(note, key);
            if (checkpoint) {
                opened.push_back(*checkpoint);
                found = true;
                break;
            }
            why = checkpoint.error();
        }
        if (!found && leftOut != nullptr && why.kind == ErrorKind::NotFound) {
            ++*leftOut;
        } else if (!found) {
            const quint64 size = note.split('\n').value(1).toULongLong();
            return std::unexpected(finding(Finding::Kind::BadCheckpoint, size,
                                           u"the checkpoint of %1 entries cannot be trusted: %2"_s.arg(size).arg(why.detail)));
        }
    }
    return opened;
}

} // namespace gatehouse::audit
