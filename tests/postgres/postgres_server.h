#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <optional>
#include <vector>

namespace gatehouse::tests {

/// A real PostgreSQL cluster in a folder that goes with this, on a free port of 127.0.0.1 and a Unix socket, with TLS. It
/// survives its own processes, but does not wait for the disk. Runs as a user without rights when the test runs as root, as
/// PostgreSQL wants it. Ends with the test, even when that crashes.
class PostgresServer
{
public:
    PostgresServer() = default;
    /// A standby that follows `primary`, which runs when this is started and outlives this.
    explicit PostgresServer(const PostgresServer *primary);
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    /// Makes the cluster at the first call, starts it and waits until it answers. False when it does not: then output() says why.
    [[nodiscard]] bool start();
    [[nodiscard]] QByteArray output() const;

    /// Makes an empty database and returns its name.
    [[nodiscard]] QByteArray makeDatabase();
    /// A URL over the Unix socket, which asks for no password.
    [[nodiscard]] QByteArray socketUrl(const QByteArray &database) const;
    /// The same for a new schema in the database `postgres`: as good as a database, and made in no time.
    [[nodiscard]] QByteArray socketUrlOfNewSchema();
    /// A URL over TCP with the password; `query` begins with `?`.
    [[nodiscard]] QByteArray url(const QByteArray &database, const QByteArray &query = {}) const;
    /// The user `certified` has no password but a certificate.
    [[nodiscard]] QByteArray certifiedUrl(const QByteArray &database, const QByteArray &query) const;
    /// The certificate that the server shows, which signed itself; those of a client: `client.pem`, `client.key`.
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Where it listens over TCP.
    [[nodiscard]] quint16 port() const { return m_port; }

    /// Runs SQL as the owner of everything. The first column of the first row, or nothing when it fails.
    [[nodiscard]] std::optional<QByteArray> query(const QByteArray &database, const QByteArray &sql) const;

    /// Ends every process of it at once, as the loss of the machine would.
    void kill();
    /// Halts and continues every process of it.
    void signal(int number) const;

private:
    [[nodiscard]] bool make();
    [[nodiscard]] bool makeData();
    [[nodiscard]] bool run(const QString &program, const QStringList &arguments) const;
    [[nodiscard]] bool openssl(const QStringList &arguments) const;
    void write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] std::vector<qint64> processes() const;

    const PostgresServer *const m_primary = nullptr; ///< null: of its own
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    int m_databases = 0;
    mutable QByteArray m_complaint;
};

} // namespace gatehouse::tests
