#include "storage/sql_thread.h"

#include "storage/sqlite_settings.h"
#include "storage/statement.h"

#include <QFile>
#include <QSqlError>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <future>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

constexpr std::chrono::milliseconds kWatchInterval{50};
constexpr QFile::Permissions kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// Makes sure the file exists with its owner's permissions before SQLite opens it: the -wal and -shm files take over
/// the mode of the main file.
Result<void> secureFile(const QString &path)
{
    if (!QFile::exists(path)) {
        // Another process may have made it meanwhile.
        if (const Result<void> made = makeSqliteFile(path); made || made.error().kind != ErrorKind::Conflict)
            return made;
    }
    QFile file(path);
    if (!file.setPermissions(kOwnerOnly))
        return failure(ErrorKind::Unavailable, u"cannot close the database file to others: "_s + file.errorString());
    return {};
}

/// Changes whenever another connection commits (https://www.sqlite.org/pragma.html#pragma_data_version); nothing when it
/// cannot be read.
std::optional<qint64> dataVersion(QSqlDatabase &database)
{
    Statement statement(database, "PRAGMA data_version", Prepared::Kept); // twenty times a second
    return statement.execute() && statement.next() ? std::optional(statement.number(0)) : std::nullopt;
}

} // namespace

SqlThread::SqlThread()
{
    m_context.moveToThread(m_thread.handle());
}

SqlThread::~SqlThread()
{
    QMetaObject::invokeMethod(
        &m_context,
        [this] {
            close();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.join();
}

Result<void> SqlThread::open(const QString &path)
{
    Result<void> outcome;
    QMetaObject::invokeMethod(&m_context, [this, &outcome, &path] { outcome = connectTo(path); }, Qt::BlockingQueuedConnection);
    return outcome;
}

Result<void> SqlThread::connectTo(const QString &path)
{
    if (path != u":memory:"_s) {
        if (const Result<void> secured = secureFile(path); !secured)
            return secured;
    }
    static std::atomic<quint64> connections = 0; // Qt names connections across the whole process
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"gatehouse-%1"_s.arg(++connections));
    database.setConnectOptions(sqliteConnectOptions());
    database.setDatabaseName(path);
    const QString name = database.connectionName();
    if (!database.open()) {
        const QString reason = database.lastError().text();
        database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
        return failure(ErrorKind::Unavailable, u"cannot open the database: "_s + reason);
    }
    m_database = database;
    return configureSqlite(*m_database);
}

void SqlThread::close()
{
    qDeleteAll(m_context.findChildren<QTimer *>());
    if (!m_database)
        return;
    const QString name = m_database->connectionName();
    m_database.reset();
    QSqlDatabase::removeDatabase(name);
}

void SqlThread::post(Job job)
{
    ++m_waiting;
    queue([this, perform = std::move(job.perform)](QSqlDatabase &database) {
        --m_waiting;
        perform(database);
    });
}

EngineStatus SqlThread::status() const
{
    return {.connections = 1, .busy = 0, .waiting = m_waiting, .refused = 0, .broken = 0};
}

void SqlThread::queue(std::function<void(QSqlDatabase &)> work)
{
    QMetaObject::invokeMethod(
        &m_context,
        [this, work = std::move(work)] {
            work(*m_database);
            // A full queue leaves the timer no turn.
            if (m_watch && m_watch->sinceLook.elapsed() >= kWatchInterval.count())
                look();
        },
        Qt::QueuedConnection);
}

void SqlThread::watch(std::function<Result<void>(QSqlDatabase &)> changed)
{
    queue([this, changed = std::move(changed)](QSqlDatabase &database) {
        m_watch = Watch{changed, dataVersion(database), {}};
        m_watch->sinceLook.start();
        auto *timer = new QTimer(&m_context);
        QObject::connect(timer, &QTimer::timeout, &m_context, [this] { look(); });
        timer->start(kWatchInterval);
    });
}

void SqlThread::look()
{
    m_watch->sinceLook.start();
    const std::optional<qint64> version = dataVersion(*m_database);
    // What is committed while `changed` reads has a later version than this one, so it is not missed.
    if (version && version != m_watch->known && m_watch->changed(*m_database))
        m_watch->known = version;
}

} // namespace gatehouse::storage
