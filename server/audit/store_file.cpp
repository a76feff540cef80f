#include "audit/store_file.h"

#include "secrets/private_file.h"

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

StoreFile::StoreFile(QString path)
    : m_path(std::move(path))
{
    if (const auto identity = secrets::identityOf(m_path))
        m_inode = identity->inode;
}

Result<void> StoreFile::check()
{
    const auto identity = secrets::identityOf(m_path);
    const std::lock_guard lock(m_mutex);
    if (!identity)
        return failure(ErrorKind::Unavailable, u"the database file %1 was removed"_s.arg(m_path));
    if (identity->inode != m_inode)
        return failure(ErrorKind::Unavailable, u"the database file %1 was replaced"_s.arg(m_path));
    if (identity->size < m_size)
        return failure(ErrorKind::Unavailable, u"the database file %1 was cut off"_s.arg(m_path));
    m_size = identity->size;
    return {};
}

} // namespace gatehouse::audit
