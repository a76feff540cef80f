#include "tools.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <array>
#include <atomic>
#include <csignal>
#include <random>
#include <thread>
#include <vector>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace gatehouse::e2e;

/// A client that leaves at any moment leaves nothing behind: after 100,000 of them, memory and descriptors are where they were.
class AbortsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leaveNothingBehind();
};

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true; // slow, and memory that was freed is kept; leaks are reported at the end instead
#else
constexpr bool kSanitized = false;
#endif
constexpr int kWarmUp = kSanitized ? 1'000 : 20'000;
constexpr int kAborts = kSanitized ? 5'000 : 100'000;
constexpr int kClients = 4;
/// What 100,000 aborts may add: some forty bytes each would be seen.
constexpr qint64 kMemorySlack = 4 * 1024;

struct Script {
    QByteArray bytes;
    int weight = 1;
};

QByteArray postOf(const QByteArray &path, const QByteArray &json, const QByteArray &fields = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + fields
        + "Content-Length: " + QByteArray::number(json.size()) + "\r\n\r\n" + json;
}

std::vector<Script> scripts()
{
    const QByteArray probe = "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n";
    const QByteArray large = "GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n";
    const QByteArray login = postOf("/auth/login", R"({"username":"admin","password":"Wrong-Horse-7!"})");
    const QByteArray refresh = postOf("/auth/refresh", R"({"refresh_token":"nonsense"})");
    const QByteArray invalid = postOf("/auth/login", R"({"username":7,"password":"x"})");
    const QByteArray chunked = "POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: "
                               "chunked\r\n\r\n8;a=b\r\n{\"user\":1\r\n1\r\n}\r\n0\r\nA: b\r\n\r\n";
    const QByteArray expecting = postOf("/auth/login", QByteArray(5000, ' '), "Expect: 100-continue\r\n");
    const QByteArray refused = "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n";
    return {{probe, 20},
            {large, 10},
            {login, 2}, // a password hash each
            {refresh, 10},
            {invalid, 10},
            {chunked, 10},
            {expecting, 10},
            {refused, 10},
            {probe + large + invalid + refresh + chunked + probe, 15},
            {large.repeated(40), 2}};
}

/// One client: connects from many addresses, sends a random part of a script, perhaps reads a little, and is gone.
class Leaver
{
public:
    Leaver(quint16 port, unsigned seed)
        : m_port(port)
        , m_random(seed)
        , m_scripts(scripts())
    {
        std::vector<int> weights;
        for (const Script &script : m_scripts)
            weights.push_back(script.weight);
        m_choice = std::discrete_distribution<>(weights.begin(), weights.end());
    }

    [[nodiscard]] bool leaveOnce()
    {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (descriptor < 0)
            return false;
        const sockaddr_in from = address(0x7f020000U + static_cast<unsigned>(upTo(511)), 0); // 127.2.0.0/23
        const sockaddr_in server = address(INADDR_LOOPBACK, m_port);
        if (::bind(descriptor, reinterpret_cast<const sockaddr *>(&from), sizeof from) != 0
            || ::connect(descriptor, reinterpret_cast<const sockaddr *>(&server), sizeof server) != 0) {
            ::close(descriptor);
            return false;
        }
        const QByteArray &bytes = m_scripts[static_cast<size_t>(m_choice(m_random))].bytes;
        const auto size = upTo(1) == 0 ? bytes.size() : upTo(bytes.size());
        (void)::send(descriptor, bytes.constData(), static_cast<size_t>(size), MSG_NOSIGNAL);
        readALittle(descriptor);
        if (upTo(2) == 0)
            ::shutdown(descriptor, SHUT_WR);
        const linger reset{.l_onoff = upTo(3) == 0 ? 0 : 1, .l_linger = 0};
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
        ::close(descriptor);
        return true;
    }

private:
    [[nodiscard]] static sockaddr_in address(unsigned host, quint16 port)
    {
        sockaddr_in result{};
        result.sin_family = AF_INET;
        result.sin_port = htons(port);
        result.sin_addr.s_addr = htonl(host);
        return result;
    }

    [[nodiscard]] qsizetype upTo(qsizetype most) { return std::uniform_int_distribution<qsizetype>(0, most)(m_random); }

    void readALittle(int descriptor)
    {
        char buffer[2048];
        pollfd waiting{descriptor, POLLIN, 0};
        if (upTo(2) == 0 && ::poll(&waiting, 1, static_cast<int>(upTo(3))) == 1)
            (void)::recv(descriptor, buffer, static_cast<size_t>(upTo(sizeof buffer - 1) + 1), MSG_DONTWAIT);
    }

    quint16 m_port;
    std::mt19937 m_random;
    std::vector<Script> m_scripts;
    std::discrete_distribution<> m_choice;
};

/// How many of `count` clients could connect.
int leave(quint16 port, int count, unsigned seed)
{
    std::atomic<int> connected = 0;
    std::vector<std::thread> clients;
    for (unsigned i = 0; i < kClients; ++i) {
        clients.emplace_back([port, count, &connected, seed, i] {
            Leaver leaver(port, seed + i);
            for (int n = 0; n < count / kClients; ++n)
                connected += leaver.leaveOnce() ? 1 : 0;
        });
    }
    for (std::thread &client : clients)
        client.join();
    return connected;
}

qint64 residentKib(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:") + 6;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toLongLong();
}

qsizetype descriptors(qint64 process)
{
    return QDir(QStringLiteral("/proc/%1/fd").arg(process))
        .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
        .size();
}

/// The number of descriptors once it has not changed for a second.
qsizetype settledDescriptors(qint64 process)
{
    qsizetype last = -1;
    for (qsizetype now = descriptors(process); now != last; now = descriptors(process)) {
        last = now;
        QTest::qWait(1000);
    }
    return last;
}

} // namespace

void AbortsTest::leaveNothingBehind()
{
    ServerFolder folder;
    // Hundreds of thousands of access lines would be most of the work.
    folder.configure(QByteArray(kGenerous).replace("mode: development\n", "mode: development\n  log_level: error\n")
                     + "  probe: {quota: 1000000}\n");
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    QCOMPARE(registerAdmin(server).status, 201);
    QCOMPARE(leave(server.port(), kWarmUp, 1), kWarmUp);
    const qsizetype descriptorsBefore = settledDescriptors(server.processId());
    const qint64 memoryBefore = residentKib(server.processId());

    QCOMPARE(leave(server.port(), kAborts, 1'000), kAborts);
    QTRY_COMPARE_WITH_TIMEOUT(descriptors(server.processId()), descriptorsBefore, 30'000);
    const qint64 memoryAfter = residentKib(server.processId());
    QVERIFY2(descriptorsBefore < 40, "connections are still open");
    qInfo("resident: %lld KiB, then %lld KiB", memoryBefore, memoryAfter);
    if (!kSanitized)
        QVERIFY2(memoryAfter - memoryBefore < kMemorySlack, qPrintable(QString::number(memoryAfter - memoryBefore)));

    HttpClient client({.port = server.port(), .from = freshAddress()});
    QCOMPARE(client.get("/health").status, 200);
    client.disconnect();
    server.signal(SIGTERM);
    QCOMPARE(server.waitForEnd(std::chrono::seconds(30)), std::optional<int>(0));
}

QTEST_GUILESS_MAIN(AbortsTest)
#include "test_aborts.moc"
