#include "storage/prepared_queries.h"

#include <QSqlDriver>
#include <QVariant>

namespace gatehouse::storage {

namespace {

/// More than there are statements that are executed often; what is put together anew each time does not pile up.
constexpr std::size_t kMost = 64;

} // namespace

PreparedQueries::PreparedQueries(QObject *driver)
    : QObject(driver)
{
}

PreparedQueries &PreparedQueries::of(const QSqlDatabase &database)
{
    QSqlDriver *const driver = database.driver();
    auto *const made = driver->findChild<PreparedQueries *>(QString(), Qt::FindDirectChildrenOnly);
    return made != nullptr ? *made : *new PreparedQueries(driver);
}

QSqlQuery PreparedQueries::take(const QSqlDatabase &database, const QString &sql)
{
    if (const auto kept = m_queries.find(sql); kept != m_queries.end())
        return std::move(m_queries.extract(kept).mapped());
    QSqlQuery query(database);
    query.setForwardOnly(true);
    (void)query.prepare(sql);
    return query;
}

void PreparedQueries::giveBack(const QString &sql, QSqlQuery query)
{
    query.finish();
    if (m_queries.size() >= kMost)
        return;
    const auto values = static_cast<int>(query.boundValues().size());
    for (int i = 0; i < values; ++i)
        query.bindValue(i, QVariant());
    m_queries.insert_or_assign(sql, std::move(query));
}

} // namespace gatehouse::storage
