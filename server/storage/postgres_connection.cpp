#include "storage/postgres_connection.h"

#include "storage/libpq.h"
#include "storage/statement.h"

#include <QLoggingCategory>
#include <QSqlError>

#include <algorithm>
#include <atomic>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

constexpr int kOldestVersion = 120000;
constexpr qint64 kMaintenanceLockLimit = 60'000; ///< milliseconds

Q_LOGGING_CATEGORY(lcConnection, "gatehouse.storage", QtInfoMsg)

/// What libpq would write to standard error, where every line has another form.
void logRemark(void *, const char *text)
{
    qCDebug(lcConnection, "PostgreSQL: %s", QByteArray(text).trimmed().constData());
}

/// What libpq says of a connection that failed: one line for each address that was tried.
QString reasonOf(const QSqlError &error)
{
    return error.databaseText().section(u"\nQPSQL"_s, 0, 0).simplified();
}

} // namespace

PostgresConnection::PostgresConnection()
{
    static std::atomic<quint64> connections = 0; // Qt names connections across the whole process
    m_name = u"gatehouse-postgres-%1"_s.arg(++connections);
    m_database = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
}

PostgresConnection::~PostgresConnection()
{
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const PostgresSettings &settings, const QByteArray &name,
                                                                     Purpose purpose)
{
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        return failure(ErrorKind::Unavailable, u"Qt's driver for PostgreSQL is missing: install libqt6sql6-psql"_s);
    const Result<PostgresTarget> target = targetOf(settings);
    if (!target)
        return std::unexpected(target.error());
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection);
    if (const Result<void> connected = connection->connect(*target, name); !connected)
        return std::unexpected(connected.error());
    if (const Result<void> prepared = connection->prepare(settings, purpose); !prepared)
        return std::unexpected(prepared.error());
    return connection;
}

Result<void> PostgresConnection::connect(const PostgresTarget &target, const QByteArray &name)
{
    m_database.setUserName(target.user);
    m_database.setPassword(target.password);
    m_database.setDatabaseName(target.database);
    m_database.setConnectOptions(target.options + u";application_name='%1'"_s.arg(QString::fromLatin1(name)));
    const bool opened = m_database.open();
    m_database.setPassword({});
    if (!opened)
        return failure(ErrorKind::Unavailable, u"the database cannot be reached: "_s + reasonOf(m_database.lastError()));
    PQsetNoticeProcessor(libpqConnection(m_database), &logRemark, nullptr);
    if (PQserverVersion(libpqConnection(m_database)) < kOldestVersion)
        return failure(ErrorKind::NotSupported,
                       u"the database is PostgreSQL %1; this program needs 12 or later"_s.arg(
                           QString::fromUtf8(PQparameterStatus(libpqConnection(m_database), "server_version"))));
    return {};
}

Result<void> PostgresConnection::prepare(const PostgresSettings &settings, Purpose purpose)
{
    const bool maintenance = purpose == Purpose::Maintenance;
    const qint64 limit = maintenance ? 0 : settings.statementTimeout.count();
    // Half of it for a lock, so that the reason that is told is the right one.
    const qint64 lockLimit = maintenance ? kMaintenanceLockLimit : limit / 2;
    Statement statement(m_database,
                        "SELECT set_config('statement_timeout', ?, false), set_config('lock_timeout', ?, false),"
                        " set_config('idle_in_transaction_session_timeout', ?, false),"
                        " set_config('default_transaction_isolation', 'read committed', false),"
                        " set_config('default_transaction_read_only', 'off', false),"
                        // What is acknowledged is on the disk, whatever the server does for others.
                        " CASE WHEN current_setting('synchronous_commit') = 'off'"
                        " THEN set_config('synchronous_commit', 'on', false) END");
    return statement.bindText(QByteArray::number(limit))
        .bindText(QByteArray::number(lockLimit))
        .bindText(QByteArray::number(limit))
        .execute();
}

int PostgresConnection::socket() const
{
    return PQsocket(libpqConnection(m_database));
}

bool PostgresConnection::isUsable() const
{
    const PGconn *const connection = libpqConnection(m_database);
    if (connection == nullptr || PQstatus(connection) != CONNECTION_OK || PQtransactionStatus(connection) != PQTRANS_IDLE)
        return false;
    // libpq notices only when it writes that the server has gone; by then a transaction is lost. Nothing is to be read while
    // nothing is asked, but notices before the end.
    char byte = 0;
    const ssize_t read = ::recv(PQsocket(connection), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return read != 0 && (read < 0 ? errno == EAGAIN || errno == EWOULDBLOCK : false);
}

} // namespace gatehouse::storage
