#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <map>
#include <vector>

namespace gatehouse::client {

/// What came of checking a record.
struct RecordCheck {
    quint64 first = 0; ///< the entry that it begins with: those before were sealed
    quint64 entries = 0; ///< that were checked
    quint64 checkpoints = 0;
    quint64 covered = 0; ///< entries from the very first on that are under the largest checkpoint
    QString problem; ///< empty: everything holds together
};

/// Checks a record that comes in pieces: exports in JSON Lines, each of which goes on where the one before ended. The tree is
/// that of RFC 9162, section 2.1, over SHA-256. Whether a checkpoint's signature is good takes the key that was kept elsewhere;
/// `gatehouse audit verify` does that. For one thread at a time.
class RecordChecker
{
public:
    /// `progress` gets the next entry, and says whether to go on. False: it does not hold, or was told to stop.
    bool take(const QByteArray &piece, const std::function<bool(quint64)> &progress);
    /// After the last piece.
    [[nodiscard]] RecordCheck finish();

private:
    bool takeLine(const QJsonObject &line);
    bool begin(const QJsonObject &head);
    bool takeCheckpoint(const QByteArray &note);
    bool takeEntry(quint64 sequence, const QByteArray &content);
    bool fail(const QString &problem);
    void grow(QByteArray leaf);
    [[nodiscard]] QByteArray root() const;

    bool m_hasBegun = false;
    quint64 m_size = 0;
    std::vector<QByteArray> m_roots; ///< of the perfect trees that the tree is made of, the largest first
    std::map<quint64, QByteArray> m_checkpoints; ///< root by size
    RecordCheck m_check;
};

} // namespace gatehouse::client
