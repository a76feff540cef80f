#include "redis/redis_url.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::storage;

class TestRedisUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsWrittenAsItShould_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("display");
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QByteArray>("password");
        const auto row = [](const char *name, const char *text, const char *display, const char *user = "",
                            const QByteArray &password = {}) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(display) << QByteArray(user) << password;
        };
        row("the port is Redis's own", "redis://localhost", "redis://localhost:6379/0");
        row("a port and a database", "redis://10.0.0.1:7000/3", "redis://10.0.0.1:7000/3");
        row("an empty database is 0", "redis://localhost:6379/", "redis://localhost:6379/0");
        row("IPv6", "redis://[::1]:7000/3", "redis://[::1]:7000/3");
        row("IPv6 without a port", "redis://[fe80::1]", "redis://[fe80::1]:6379/0");
        row("TLS", "rediss://redis.example.org/1", "rediss://redis.example.org:6379/1");
        row("a password alone", "redis://:secret@localhost", "redis://localhost:6379/0", "", "secret");
        row("a user and a password", "rediss://gate:secret@h:1/2", "rediss://h:1/2", "gate", "secret");
        row("encoded", "redis://g%40te:%3a%2F%40%23%3F%25%00@h", "redis://h:6379/0", "g@te", QByteArray(":/@#?%\0", 7));
        row("a socket", "redis+unix:///run/redis/redis.sock", "redis+unix:///run/redis/redis.sock?db=0");
        row("a socket with everything", "redis+unix://u:p@/run/a%20b.sock?db=4", "redis+unix:///run/a b.sock?db=4", "u", "p");
        row("Sentinel", "redis-sentinel://a,b:26380/mymaster", "redis-sentinel://a:26379,b:26380/mymaster/0");
        row("Sentinel with everything", "rediss-sentinel://u:p@[::1]:1,b:2/m-1.x_y/7", "rediss-sentinel://[::1]:1,b:2/m-1.x_y/7",
            "u", "p");
    }
    void readsWhatIsWrittenAsItShould()
    {
        QFETCH(const QByteArray, text);
        const Result<RedisUrl> url = RedisUrl::parse(text);
        QVERIFY2(url.has_value(), url ? "" : qUtf8Printable(url.error().detail));
        QTEST(url->toDisplay(), "display");
        QTEST(url->user, "user");
        QTEST(url->password.view().toByteArray(), "password");
    }

    void refusesAllElseWithoutRepeatingIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {
                 "",
                 "localhost",
                 "http://hunter2",
                 "REDIS://hunter2",
                 "redis:/hunter2",
                 "redis://",
                 "redis://:hunter2@",
                 "redis:///0",
                 "redis://hunter2@localhost",
                 "redis://u:@hunter2",
                 "redis://u:hunter2:x@localhost",
                 "redis://u:hunter2@x@localhost",
                 "redis://u:hunter2/x@localhost",
                 "redis://u:hunter2?x@localhost",
                 "redis://u:hunter2#x@localhost",
                 "redis://u:hunter2%@localhost",
                 "redis://u:hunter2%4@localhost",
                 "redis://u:hunter2%4g@localhost",
                 "redis://u:hunter2 @localhost",
                 "redis://u:hunter2\n@localhost",
                 "redis://:hunter2@local host",
                 "redis://:hunter2@host:",
                 "redis://:hunter2@host:0",
                 "redis://:hunter2@host:65536",
                 "redis://:hunter2@host:99999999999999999999",
                 "redis://:hunter2@host:-1",
                 "redis://:hunter2@host:06379",
                 "redis://:hunter2@host:6379x",
                 "redis://:hunter2@::1",
                 "redis://:hunter2@[::1",
                 "redis://:hunter2@[::1]x",
                 "redis://:hunter2@[]",
                 "redis://:hunter2@host/x",
                 "redis://:hunter2@host/-1",
                 "redis://:hunter2@host/65536",
                 "redis://:hunter2@host/1/2",
                 "redis://:hunter2@host?db=1",
                 "redis://:hunter2@a,b/0",
                 "redis+unix://:hunter2@relative",
                 "redis+unix://:hunter2@/",
                 "redis+unix://:hunter2@/a%00b",
                 "redis+unix://:hunter2@/a?database=1",
                 "redis+unix://:hunter2@/a?db=",
                 "redis-sentinel://:hunter2@a",
                 "redis-sentinel://:hunter2@a/",
                 "redis-sentinel://:hunter2@a//1",
                 "redis-sentinel://:hunter2@a,/m",
                 "redis-sentinel://:hunter2@,a/m",
                 "redis-sentinel://:hunter2@a/m/x",
                 "redis-sentinel://:hunter2@a/m%41",
             })
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("a socket's path that is too long") << "redis+unix:///hunter2" + QByteArray(108, 'x');
    }
    void refusesAllElseWithoutRepeatingIt()
    {
        QFETCH(const QByteArray, text);
        const Result<RedisUrl> url = RedisUrl::parse(text);
        QVERIFY(!url);
        QCOMPARE(url.error().kind, ErrorKind::Invalid);
        QVERIFY(!url.error().detail.isEmpty());
        QVERIFY(!url.error().detail.contains(QStringLiteral("hunter2")));
    }

    void showsNeitherUserNorPassword()
    {
        const Result<RedisUrl> url = RedisUrl::parse("redis-sentinel://somebody:hunter2@a/m");
        QVERIFY(url);
        QVERIFY(!url->toDisplay().contains(QStringLiteral("somebody")));
        QVERIFY(!url->toDisplay().contains(QStringLiteral("hunter2")));
    }
};

QTEST_APPLESS_MAIN(TestRedisUrl)
#include "test_redis_url.moc"
