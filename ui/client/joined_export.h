#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryFile>

namespace gatehouse::client {

/// Makes one file of an export in JSON Lines that comes in pieces, as `gatehouse audit verify` reads it: the head, all
/// checkpoints, then the entries. For one thread at a time.
class JoinedExport
{
public:
    /// Nothing is at `path` before finish().
    explicit JoinedExport(QString path);

    [[nodiscard]] Result<void> take(const QByteArray &piece);
    /// Replaces what is at the path. Fails with Unavailable when it cannot be written.
    [[nodiscard]] Result<void> finish();

private:
    const QString m_path;
    QByteArray m_head; ///< of the first piece, and the checkpoints of all
    QTemporaryFile m_entries; ///< beside the path, as there is room for the whole there
};

} // namespace gatehouse::client
