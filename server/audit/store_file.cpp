#include "audit/store_file.h"

#include "secrets/private_file.h"

#include <QFile>
#include <QtEndian>

#include <array>
#include <limits>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

StoreFile::StoreFile(QString path)
    : m_path(std::move(path))
    , m_descriptor(::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_CLOEXEC))
{
    if (const auto identity = secrets::identityOf(m_path))
        m_inode = identity->inode;
}

StoreFile::~StoreFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> StoreFile::check()
{
    const auto identity = secrets::identityOf(m_path);
    const std::lock_guard lock(m_mutex);
    if (!identity)
        return failure(ErrorKind::Unavailable, u"the database file %1 was removed"_s.arg(m_path));
    if (identity->inode != m_inode)
        return failure(ErrorKind::Unavailable, u"the database file %1 was replaced"_s.arg(m_path));
    if (identity->size < m_size && identity->size < sizeByHeader())
        return failure(ErrorKind::Unavailable, u"the database file %1 was cut off"_s.arg(m_path));
    m_size = identity->size;
    return {};
}

/// How large the database in the file is, by what the file begins with (https://www.sqlite.org/fileformat.html, section 1.3):
/// SQLite writes that before it cuts off what it has no more use for. Larger than any file when it cannot be read.
qint64 StoreFile::sizeByHeader() const
{
    std::array<char, 100> header{};
    if (::pread(m_descriptor, header.data(), header.size(), 0) != std::ssize(header))
        return std::numeric_limits<qint64>::max();
    const auto pageSize = qFromBigEndian<quint16>(header.data() + 16);
    const auto pages = qFromBigEndian<quint32>(header.data() + 28);
    return qint64(pages) * (pageSize == 1 ? 65'536 : pageSize);
}

} // namespace gatehouse::audit
