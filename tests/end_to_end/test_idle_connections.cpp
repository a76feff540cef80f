#include "tools.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <vector>

#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace gatehouse::e2e;

/// Ten thousand idle keep-alive connections, less a few to ask with: what each costs the server, and that it goes on serving
/// beside them.
class IdleConnectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void costLessThan25KibEach_data();
    void costLessThan25KibEach();
};

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif
constexpr int kPerAddress = 250; // of the 256 that are allowed
constexpr int kOwnDescriptors = 100;
constexpr double kMostKib = 25;

/// How many connections this process may hold, having raised what may be raised.
int affordableConnections()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<int>(std::min<rlim_t>(limit.rlim_max, 1'000'000)) - kOwnDescriptors;
}

int connectFrom(unsigned host, quint16 port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return -1;
    sockaddr_in from{};
    from.sin_family = AF_INET;
    from.sin_addr.s_addr = htonl(host);
    sockaddr_in server = from;
    server.sin_port = htons(port);
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(descriptor, reinterpret_cast<const sockaddr *>(&from), sizeof from) != 0
        || ::connect(descriptor, reinterpret_cast<const sockaddr *>(&server), sizeof server) != 0) {
        ::close(descriptor);
        return -1;
    }
    return descriptor;
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

} // namespace

void IdleConnectionsTest::costLessThan25KibEach_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("answered");
    QTest::addColumn<int>("most");
    QTest::newRow("after an answer") << QByteArray("GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n") << true << 9'900;
    QTest::newRow("in the middle of a head") << QByteArray("GET /health/live HTTP/1.1\r\nHost: a\r\nX: ") << false << 2'000;
}

void IdleConnectionsTest::costLessThan25KibEach()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, answered);
    QFETCH(int, most);
    ServerFolder folder;
    folder.configure(QByteArray(kGenerous).replace("mode: development\n", "mode: development\n  log_level: error\n")
                     + "  probe: {quota: 1000000}\nhttp: {head_timeout: 2m, idle_timeout: 2m}\n");
    ServerProcess server(folder);
    QVERIFY2(server.start(), server.output().constData());
    HttpClient before({.port = server.port(), .from = freshAddress()});
    QCOMPARE(before.get("/health").status, 200);
    const qint64 memoryBefore = residentKib(server.processId());

    const int count = std::min(most, affordableConnections());
    std::vector<int> descriptors;
    for (int i = 0; i < count; ++i) {
        descriptors.push_back(connectFrom(0x7f030001U + static_cast<unsigned>(i / kPerAddress), server.port())); // 127.3.0.1 …
        QVERIFY(descriptors.back() >= 0);
        QCOMPARE(::send(descriptors.back(), bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL), bytes.size());
        char buffer[4096];
        if (answered)
            QVERIFY(::recv(descriptors.back(), buffer, sizeof buffer, 0) > 0);
    }
    HttpClient beside({.port = server.port(), .from = freshAddress()});
    QCOMPARE(beside.get("/health").status, 200);
    const QByteArray metrics = beside.get("/metrics").body;
    const double each = double(residentKib(server.processId()) - memoryBefore) / count;
    qInfo("%d connections: %.1f KiB each", count, each);
    std::ranges::for_each(descriptors, ::close);
    for (const char *reason : {"too_many", "too_many_from_address", "silent"}) {
        const QByteArray series = "connections_dropped_total{reason=\"" + QByteArray(reason) + "\"}";
        QVERIFY2(!metrics.contains(series) || metrics.contains(series + " 0\n"), "not all of them are there");
    }
    if (!kSanitized)
        QVERIFY2(each < kMostKib, qPrintable(QString::number(each)));
}

QTEST_GUILESS_MAIN(IdleConnectionsTest)
#include "test_idle_connections.moc"
