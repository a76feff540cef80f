#pragma once

#include "audit/audit_store.h"
#include "audit/tree_walk.h"
#include "storage/maintenance_connection.h"

#include <functional>
#include <memory>
#include <vector>

namespace gatehouse::audit {

/// What was found of a whole record.
struct VerificationReport {
    TreeHead head = {}; ///< of the entries that were looked at
    std::size_t checkpoints = 0; ///< that were signed and fit
    quint64 sealed = 0; ///< entries before this one are in files that were sealed
    std::size_t leftOut = 0; ///< that other keys signed; see Trust::othersSignToo
    std::optional<Finding> finding = {}; ///< the first; nothing: the record is sound
};

/// What a record is held against.
struct Trust {
    std::vector<NoteVerifier> keys; ///< of those who may sign
    std::vector<QByteArray> notes; ///< checkpoints that were kept elsewhere; may be empty
    bool othersSignToo = false; ///< a store's checkpoints by other keys, such as other instances', are left out and counted
};

/// Opens a connection in the thread that calls it.
using Connect = std::function<Result<std::unique_ptr<storage::MaintenanceConnection>>()>;

/// Reads the whole record of a store, also while it grows, with so many threads and connections. Fails when it cannot be read.
[[nodiscard]] Result<VerificationReport> verifyStore(const Connect &connect, const Trust &trust, int threads);

} // namespace gatehouse::audit
