#include "audit/log_file.h"

#include "audit/audit_reader.h"
#include "audit/entry_text.h"

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

constexpr int kPage = 500;

std::unexpected<Error> unwritable(const QFile &file)
{
    return failure(ErrorKind::Unavailable, u"%1 cannot be written: %2"_s.arg(file.fileName(), file.errorString()));
}

} // namespace

LogFile::LogFile(storage::Database &database, const QString &path, QString positionFile)
    : m_database(database)
    , m_positionFile(std::move(positionFile))
    , m_file(path)
{
    (void)position(); // what is written to the record from now on is wanted; if it cannot be read now, it is later
}

Result<quint64> LogFile::position()
{
    if (m_next)
        return *m_next;
    bool isNumber = false;
    QFile kept(m_positionFile);
    const quint64 before = kept.open(QIODevice::ReadOnly) ? kept.readAll().trimmed().toULongLong(&isNumber) : 0;
    const Result<TreeHead> head = m_database.runBlocking(&storedHead);
    if (!head)
        return std::unexpected(head.error());
    // A record that is shorter is another one.
    m_next = isNumber && before <= head->size ? before : head->size;
    return *m_next;
}

Result<void> LogFile::write()
{
    if (m_reopen.exchange(false))
        m_file.close();
    for (;;) {
        const Result<quint64> next = position();
        if (!next)
            return std::unexpected(next.error());
        const auto after = *next == 0 ? std::nullopt : std::optional(*next - 1);
        const Result<Page> page =
            m_database.runBlocking([after](QSqlDatabase &sql) { return readPage(sql, {}, Order::OldestFirst, after, kPage); });
        if (!page)
            return std::unexpected(page.error());
        if (page->entries.empty())
            return {};
        std::string lines;
        for (const Entry &entry : page->entries) {
            appendJson(lines, entry);
            lines += '\n';
        }
        const Result<void> appended = append({lines.data(), std::ssize(lines)}, page->entries.back().sequence + 1);
        if (!appended || !page->next)
            return appended;
    }
}

Result<void> LogFile::append(const QByteArray &lines, quint64 next)
{
    constexpr auto kMode = QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered;
    if (!m_file.isOpen() && !m_file.open(kMode, QFile::ReadOwner | QFile::WriteOwner))
        return unwritable(m_file);
    if (m_file.write(lines) != lines.size()) {
        const auto failed = unwritable(m_file);
        m_file.close();
        return failed;
    }
    m_next = next;
    QFile kept(m_positionFile);
    if (!kept.open(QIODevice::WriteOnly | QIODevice::Truncate, QFile::ReadOwner | QFile::WriteOwner)
        || kept.write(QByteArray::number(next) + '\n') < 0)
        return unwritable(kept);
    return {};
}

} // namespace gatehouse::audit
