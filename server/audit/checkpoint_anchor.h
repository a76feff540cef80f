#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace gatehouse::audit {

/// A place beside the database that checkpoints are handed to, so that who rewrites the record would have to rewrite that too.
class CheckpointAnchor
{
public:
    virtual ~CheckpointAnchor() = default;
    /// Hands over a note. Fails with Unavailable; the next one is handed over whatever became of this.
    [[nodiscard]] virtual Result<void> publish(const QByteArray &note) = 0;
};

/// From a setting: `stdout`; `file:/path` for a file that is only ever appended to, and opened anew each time, so that it can be
/// moved away; or an http or https URL that notes are posted to as text. Fails with Invalid.
[[nodiscard]] Result<std::unique_ptr<CheckpointAnchor>> anchorFrom(const QByteArray &setting);

/// What an anchor writes: the note and an empty line.
[[nodiscard]] QByteArray anchoredText(const QByteArray &note);
/// The notes that an anchor's file holds; a file with one note alone is as good.
[[nodiscard]] std::vector<QByteArray> notesIn(QByteArrayView text);

} // namespace gatehouse::audit
