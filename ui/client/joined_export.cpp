#include "client/joined_export.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

constexpr qint64 kCopyAtOnce = 1 << 20;

std::unexpected<Error> unwritable(const QFileDevice &file)
{
    return failure(ErrorKind::Unavailable, file.errorString());
}

/// Where the entries of a piece begin.
qsizetype endOfHead(QByteArrayView piece)
{
    qsizetype at = 0;
    while (piece.sliced(at).startsWith(R"({"format":)") || piece.sliced(at).startsWith(R"({"checkpoint":)")) {
        const qsizetype end = piece.indexOf('\n', at);
        if (end < 0)
            return piece.size();
        at = end + 1;
    }
    return at;
}

} // namespace

JoinedExport::JoinedExport(QString path)
    : m_path(std::move(path))
    , m_entries(m_path + u".XXXXXX"_s)
{
}

Result<void> JoinedExport::take(const QByteArray &piece)
{
    if (!m_entries.isOpen() && !m_entries.open())
        return unwritable(m_entries);
    const qsizetype entries = endOfHead(piece);
    const QByteArray head = piece.first(entries);
    m_head += m_head.isEmpty() ? head : head.sliced(head.indexOf('\n') + 1); // of later ones only the checkpoints
    const QByteArrayView rest = QByteArrayView(piece).sliced(entries);
    if (m_entries.write(rest.data(), rest.size()) != rest.size())
        return unwritable(m_entries);
    return {};
}

Result<void> JoinedExport::finish()
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_head) != m_head.size() || !m_entries.seek(0))
        return unwritable(file);
    while (!m_entries.atEnd()) {
        const QByteArray part = m_entries.read(kCopyAtOnce);
        if (part.isEmpty() || file.write(part) != part.size())
            return part.isEmpty() ? unwritable(m_entries) : unwritable(file);
    }
    return file.commit() ? Result<void>() : unwritable(file);
}

} // namespace gatehouse::client
