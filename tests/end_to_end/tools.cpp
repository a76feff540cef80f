#include "tools.h"

#include <QJsonDocument>
#include <QProcess>

#include <atomic>

namespace gatehouse::e2e {

QHostAddress freshAddress()
{
    static std::atomic<quint32> next = 0x7f010001; // 127.1.0.1
    return QHostAddress(next.fetch_add(1));
}

Outcome runProgram(const QString &program, const QStringList &arguments, int seconds)
{
    QProcess process;
    process.start(program, arguments);
    process.closeWriteChannel();
    Outcome outcome;
    if (process.waitForFinished(seconds * 1000)) {
        outcome.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    } else {
        process.kill();
        process.waitForFinished();
    }
    outcome.output = process.readAllStandardOutput();
    outcome.errors = process.readAllStandardError();
    return outcome;
}

bool makeCertificate(const QString &certificateFile, const QString &keyFile, const QString &commonName)
{
    const QString arguments = QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
                                             "-subj /CN=%1 -addext subjectAltName=DNS:localhost,IP:127.0.0.1");
    return runProgram(QStringLiteral("openssl"),
                      arguments.arg(commonName).split(u' ')
                          + QStringList{QStringLiteral("-keyout"), keyFile, QStringLiteral("-out"), certificateFile})
               .exitCode
        == 0;
}

Answer registerAdmin(const ServerProcess &server)
{
    HttpClient client({.port = server.port(), .from = freshAddress()});
    return client.post(
        "/auth/register",
        {{QStringLiteral("username"), QStringLiteral("admin")}, {QStringLiteral("password"), QLatin1String(kPassword)}});
}

Answer signIn(const ServerProcess &server, const QByteArray &username, const QByteArray &password)
{
    HttpClient client({.port = server.port(), .from = freshAddress()});
    return client.post(
        "/auth/login",
        {{QStringLiteral("username"), QString::fromUtf8(username)}, {QStringLiteral("password"), QString::fromUtf8(password)}});
}

QByteArray accessToken(const ServerProcess &server, const QByteArray &username, const QByteArray &password)
{
    return signIn(server, username, password).json().value(QLatin1String("access_token")).toString().toUtf8();
}

Answer askJson(const ServerProcess &server, const QByteArray &method, const QByteArray &path, const QByteArray &token,
               const QJsonObject &body)
{
    HeaderList headers = token.isEmpty() ? HeaderList() : bearer(token);
    QByteArray text;
    if (!body.isEmpty()) {
        text = QJsonDocument(body).toJson(QJsonDocument::Compact);
        headers.append(std::pair<QByteArray, QByteArray>("Content-Type", "application/json"));
    }
    return HttpClient({.port = server.port(), .from = freshAddress()}).request(method, path, text, headers);
}

qint64 metric(HttpClient &client, const QByteArray &sample)
{
    for (const QByteArray &line : client.get("/metrics").body.split('\n')) {
        if (line.startsWith(sample + ' '))
            return line.sliced(sample.size() + 1).toLongLong();
    }
    return -1;
}

} // namespace gatehouse::e2e
