#pragma once

#include "audit/checkpoint.h"
#include "audit/entry.h"
#include "audit/frontier.h"

#include <expected>
#include <optional>
#include <vector>

namespace gatehouse::audit {

/// What is wrong with a record, and where it begins.
struct Finding {
    enum class Kind {
        Altered, ///< an entry is not what it was, or is shown as something else
        Removed,
        Inserted,
        Reordered,
        Truncated, ///< the end is missing
        Forked, ///< two signed checkpoints, or a checkpoint and the tree, do not go together
        RolledBack, ///< a checkpoint tells of more than there is
        BadCheckpoint, ///< no checkpoint, or not signed by the key
        BadTree, ///< kept hashes are not those of the entries
    };
    Kind kind = Kind::Altered;
    quint64 sequence = 0; ///< the first entry, or the size of the checkpoint, it is about
    QString text; ///< for a person: all of it
};

/// `altered`, `rolled_back`.
[[nodiscard]] QByteArrayView toText(Finding::Kind kind);

/// Goes through a record from its first entry on, whoever kept it, and believes nothing but signatures.
class TreeWalk
{
public:
    /// `checkpoints` have been opened with a key that is trusted.
    /// `start`: what comes before the first entry that is walked.
    explicit TreeWalk(std::vector<Checkpoint> checkpoints, Frontier start = {});

    /// What the entry that comes next must be. Does not depend on others, so may be called in any thread and order.
    [[nodiscard]] static std::expected<Entry, Finding> entryAt(quint64 sequence, QByteArrayView content);

    /// The next entry's hash and time, which is unknown of an entry that is kept elsewhere.
    [[nodiscard]] std::optional<Finding> add(const Hash &leaf, std::optional<PreciseWallTime> time);
    /// That there are no more. `anchored`: what to say when a checkpoint tells of more.
    [[nodiscard]] std::optional<Finding> finish(Finding::Kind missing) const;

    [[nodiscard]] quint64 size() const { return m_frontier.size(); }
    [[nodiscard]] Hash root() const { return m_frontier.root(); }
    /// Checkpoints that were found to fit.
    [[nodiscard]] std::size_t confirmed() const { return m_next; }

private:
    [[nodiscard]] std::optional<Finding> compareCheckpoints();

    std::vector<Checkpoint> m_checkpoints; ///< by size
    std::size_t m_next = 0; ///< the first that is not yet compared
    Frontier m_frontier;
    PreciseWallTime m_lastTime{};
};

/// Opens `notes` with the one of `keys` that signed each. With `leftOut` those that none of them signed are counted there instead
/// of found fault with.
[[nodiscard]] std::expected<std::vector<Checkpoint>, Finding>
openAll(const std::vector<QByteArray> &notes, const std::vector<NoteVerifier> &keys, std::size_t *leftOut = nullptr);

} // namespace gatehouse::audit
