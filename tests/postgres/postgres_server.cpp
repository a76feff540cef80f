#include "postgres_server.h"

#include "free_port.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <algorithm>
#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse::tests {

namespace {

constexpr char kPassword[] = "pass'wo;rd \\ \xc3\xa9"; // whatever stands between here and libpq has to leave it as it is
constexpr int kPatience = 30'000; ///< milliseconds
constexpr int kRestarts = 5'000; ///< milliseconds, in which a start that failed is tried again

/// Whom the server runs as: who runs the test, or somebody without rights for root. Null: as one is.
const passwd *serverUser()
{
    static const passwd *const user = [] {
        if (::geteuid() != 0)
            return static_cast<passwd *>(nullptr);
        passwd *const postgres = ::getpwnam("postgres");
        return postgres != nullptr ? postgres : ::getpwnam("nobody");
    }();
    return user;
}

/// In the child, before the program begins; serverUser() has been asked for by then.
void becomeServerUser()
{
    const passwd *const user = serverUser();
    if (user != nullptr && (::setgroups(0, nullptr) != 0 || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0))
        ::_exit(126);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // after setuid, which takes it back
}

/// The newest PostgreSQL of this machine.
QString programs()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    int newest = 0;
    for (const QString &version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        newest = std::max(newest, version.toInt());
    return newest > 0 ? versions.filePath(u"%1/bin/"_s.arg(newest)) : QString();
}

} // namespace

PostgresServer::PostgresServer(const PostgresServer *primary)
    : m_primary(primary)
{
}

PostgresServer::~PostgresServer()
{
    kill();
}

bool PostgresServer::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setChildProcessModifier(becomeServerUser);
    process.start(program, arguments);
    if (process.waitForFinished(kPatience) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    m_complaint += program.toUtf8() + ": " + process.errorString().toUtf8() + ' ' + process.readAllStandardError();
    return false;
}

void PostgresServer::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    file.close();
    if (const passwd *const user = serverUser(); user != nullptr)
        (void)!::chown(QFile::encodeName(file.fileName()).constData(), user->pw_uid, user->pw_gid);
}

bool PostgresServer::make()
{
    if (programs().isEmpty()) {
        m_complaint = "PostgreSQL is not installed";
        return false;
    }
    if (const passwd *const user = serverUser(); user != nullptr)
        (void)!::chown(QFile::encodeName(m_folder.path()).constData(), user->pw_uid, user->pw_gid);
    const QStringList key{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s};
    m_port = freePort();
    return makeData()
        && openssl(QStringList{u"req"_s, u"-x509"_s} + key
                   + QStringList{u"-subj"_s, u"/CN=server"_s, u"-addext"_s, u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s,
                                 u"-keyout"_s, u"server.key"_s, u"-out"_s, u"server.pem"_s})
        && openssl(QStringList{u"req"_s, u"-x509"_s} + key
                   + QStringList{u"-subj"_s, u"/CN=certified"_s, u"-keyout"_s, u"client.key"_s, u"-out"_s, u"client.pem"_s});
}

bool PostgresServer::makeData()
{
    if (m_primary != nullptr)
        return run(programs() + u"pg_basebackup"_s,
                   {u"-h"_s, m_primary->m_folder.path(), u"-p"_s, QString::number(m_primary->m_port), u"-U"_s, u"gatehouse"_s,
                    u"-D"_s, u"data"_s, u"-R"_s, u"-X"_s, u"stream"_s, u"-c"_s, u"fast"_s, u"--no-sync"_s});
    write(u"password"_s, kPassword);
    if (!run(programs() + u"initdb"_s,
             {u"-D"_s, u"data"_s, u"--no-sync"_s, u"--no-instructions"_s, u"-E"_s, u"UTF8"_s, u"--locale=C"_s, u"-U"_s,
              u"gatehouse"_s, u"--pwfile=password"_s, u"-A"_s, u"scram-sha-256"_s}))
        return false;
    write(u"data/pg_hba.conf"_s,
          "local all all trust\n"
          "hostssl all certified 127.0.0.1/32 cert\n"
          "host all all 127.0.0.1/32 scram-sha-256\n"
          "local replication all trust\n");
    return true;
}

bool PostgresServer::openssl(const QStringList &arguments) const
{
    return run(u"openssl"_s, arguments);
}

bool PostgresServer::start()
{
    if (m_port == 0 && !make())
        return false;
    QStringList arguments{u"-D"_s, path(u"data"_s)};
    for (const QString &setting :
         {u"port=%1"_s.arg(m_port), u"listen_addresses=127.0.0.1"_s, u"unix_socket_directories=%1"_s.arg(m_folder.path()),
          u"shared_buffers=16MB"_s, u"max_connections=60"_s, u"ssl=on"_s, u"ssl_cert_file=%1"_s.arg(path(u"server.pem"_s)),
          u"ssl_key_file=%1"_s.arg(path(u"server.key"_s)), u"ssl_ca_file=%1"_s.arg(path(u"client.pem"_s)),
          u"logging_collector=off"_s,
          // A process that is killed loses nothing that the kernel was told. Waiting for the disk would only guard against a
          // machine that goes down, and a start after a kill would wait for whatever else is being written, minutes at worst.
          u"fsync=off"_s})
        arguments += {u"-c"_s, setting};
    m_process.setChildProcessModifier(becomeServerUser);
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(path(u"log"_s), QIODevice::Append);
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < kPatience) {
        if (m_process.state() == QProcess::NotRunning) {
            // After a kill it refuses to start as long as one of its old processes is about to end.
            if (since.elapsed() > kRestarts)
                return false;
            m_process.start(programs() + u"postgres"_s, arguments);
        }
        if (query("postgres", "SELECT 1"))
            return true;
        m_process.waitForFinished(20);
    }
    return false;
}

QByteArray PostgresServer::output() const
{
    QFile log(path(u"log"_s));
    return m_complaint + (log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray());
}

std::optional<QByteArray> PostgresServer::query(const QByteArray &database, const QByteArray &sql) const
{
    QProcess psql;
    psql.start(programs() + u"psql"_s,
               {u"-XAtqh"_s, m_folder.path(), u"-p"_s, QString::number(m_port), u"-U"_s, u"gatehouse"_s, u"-d"_s,
                QString::fromUtf8(database), u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-c"_s, QString::fromUtf8(sql)});
    if (!psql.waitForFinished(kPatience) || psql.exitCode() != 0) {
        m_complaint = psql.readAllStandardError();
        return std::nullopt;
    }
    return psql.readAllStandardOutput().trimmed();
}

QByteArray PostgresServer::makeDatabase()
{
    const QByteArray name = "test" + QByteArray::number(++m_databases);
    if (!query("postgres", "CREATE DATABASE " + name))
        qFatal("cannot make a database: %s", output().constData());
    return name;
}

QByteArray PostgresServer::socketUrl(const QByteArray &database) const
{
    return "postgres://gatehouse@/" + database + "?host=" + m_folder.path().toUtf8() + "&port=" + QByteArray::number(m_port);
}

QByteArray PostgresServer::socketUrlOfNewSchema()
{
    const QByteArray name = "test" + QByteArray::number(++m_databases);
    if (!query("postgres", "CREATE SCHEMA " + name))
        qFatal("cannot make a schema: %s", output().constData());
    return socketUrl("postgres") + "&options=-csearch_path%3D" + name;
}

QByteArray PostgresServer::url(const QByteArray &database, const QByteArray &query) const
{
    return "postgres://gatehouse:" + QByteArray(kPassword).toPercentEncoding() + "@127.0.0.1:" + QByteArray::number(m_port) + '/'
        + database + query;
}

QByteArray PostgresServer::certifiedUrl(const QByteArray &database, const QByteArray &query) const
{
    return "postgres://certified@127.0.0.1:" + QByteArray::number(m_port) + '/' + database + query;
}

std::vector<qint64> PostgresServer::processes() const
{
    const qint64 postmaster = m_process.processId();
    std::vector<qint64> all{postmaster};
    QFile children(u"/proc/%1/task/%1/children"_s.arg(postmaster));
    if (children.open(QIODevice::ReadOnly)) {
        for (const QByteArray &child : children.readAll().simplified().split(' '))
            all.push_back(child.toLongLong());
    }
    std::erase(all, 0);
    return all;
}

void PostgresServer::signal(int number) const
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    for (const qint64 process : processes())
        ::kill(static_cast<pid_t>(process), number);
}

void PostgresServer::kill()
{
    signal(SIGKILL);
    m_process.waitForFinished();
}

} // namespace gatehouse::tests
