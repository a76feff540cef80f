#include "tools.h"

#include <QTest>

#include <random>
#include <thread>
#include <vector>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kRounds = 20;
constexpr int kClients = 3;

/// What the server has acknowledged to one client of one round.
struct Acknowledged {
    QStringList users;
    QString refreshToken; ///< of the last answer; empty while a refresh was on its way, whose outcome nobody knows
};

QJsonObject credentials(const QString &name)
{
    return {{u"username"_s, name}, {u"password"_s, QLatin1String(kPassword)}};
}

/// Registers users and refreshes a session until the server is gone.
void load(quint16 port, const QHostAddress &from, const QByteArray &admin, const QString &prefix, Acknowledged &acknowledged)
{
    HttpClient client({.port = port, .from = from}, 3s);
    for (int i = 0;; ++i) {
        const QString name = prefix + QString::number(i);
        if (client.post("/auth/register", credentials(name), bearer(admin)).status != 201)
            return;
        acknowledged.users.append(name);
        const QString token = acknowledged.refreshToken;
        acknowledged.refreshToken.clear();
        const Answer session = token.isEmpty() ? client.post("/auth/login", credentials(name))
                                               : client.post("/auth/refresh", {{u"refresh_token"_s, token}});
        if (session.status != 200)
            return;
        acknowledged.refreshToken = session.json().value("refresh_token"_L1).toString();
    }
}

} // namespace

/// Anything acknowledged survives `kill -9`.
class CrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothingAcknowledged();
};

void CrashTest::losesNothingAcknowledged()
{
    ServerFolder folder;
    folder.configure(kGenerous);
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    QCOMPARE(registerAdmin(server).status, 201);
    std::mt19937 random(20260101); // the moments of the kills are the same in each run, as far as that helps
    QStringList everybody{u"admin"_s};
    int sessions = 0;

    for (int round = 0; round < kRounds; ++round) {
        const QByteArray admin = accessToken(server, "admin");
        QVERIFY(!admin.isEmpty());
        std::vector<Acknowledged> acknowledged(kClients);
        std::vector<std::thread> clients;
        for (int i = 0; i < kClients; ++i) {
            clients.emplace_back(load, server.port(), freshAddress(), admin, u"r%1c%2n"_s.arg(round).arg(i),
                                 std::ref(acknowledged[static_cast<size_t>(i)]));
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50 + random() % 250));
        server.kill();
        for (std::thread &client : clients)
            client.join();

        QVERIFY2(server.start(), server.output().constData());
        for (const Acknowledged &client : acknowledged) {
            if (!client.users.isEmpty())
                QCOMPARE(signIn(server, client.users.last().toUtf8()).status, 200);
            everybody += client.users;
            if (client.refreshToken.isEmpty())
                continue;
            HttpClient again({.port = server.port(), .from = freshAddress()});
            QCOMPARE(again.post("/auth/refresh", {{u"refresh_token"_s, client.refreshToken}}).status, 200);
            ++sessions;
        }
    }
    // A name that is taken was kept.
    const QByteArray admin = accessToken(server, "admin");
    HttpClient client({.port = server.port(), .from = freshAddress()});
    for (const QString &name : everybody)
        QCOMPARE(client.post("/auth/register", credentials(name), bearer(admin)).status, 409);
    QVERIFY2(everybody.size() > kRounds, "the load was too light to prove anything");
    QVERIFY(sessions > 0);

    const Outcome verified = folder.run({u"audit"_s, u"verify"_s});
    QVERIFY2(verified.exitCode == 0, verified.errors.constData());
    const QByteArray recorded =
        folder.run({u"audit"_s, u"list"_s, u"--action"_s, u"auth.register"_s, u"--limit"_s, u"1000000"_s, u"--json"_s}).output;
    for (const QString &name : everybody)
        QVERIFY2(recorded.contains("\"target\":\"" + name.toUtf8() + "\",\"outcome\":\"success\""), qPrintable(name));
}

QTEST_GUILESS_MAIN(CrashTest)
#include "test_crash.moc"
