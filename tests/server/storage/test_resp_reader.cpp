#include "redis/resp_reader.h"

#include <QTest>

#include <array>

using namespace gatehouse;
using namespace gatehouse::storage;

namespace {

QByteArray toText(const RedisValue &value)
{
    switch (value.type) {
    case RedisValue::Type::Nil: return "nil";
    case RedisValue::Type::Integer: return QByteArray::number(value.integer);
    case RedisValue::Type::Status: return '+' + value.bytes;
    case RedisValue::Type::Bytes: return '\'' + value.bytes + '\'';
    case RedisValue::Type::Error: return '-' + value.bytes;
    case RedisValue::Type::Array: break;
    }
    QByteArrayList elements;
    for (const RedisValue &element : value.elements)
        elements << toText(element);
    return '[' + elements.join(' ') + ']';
}

QByteArray nested(int depth)
{
    return QByteArray("*1\r\n").repeated(depth) + ":1\r\n";
}

} // namespace

class TestRespReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfReply_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("status") << QByteArray("+OK\r\n") << QByteArray("+OK");
        QTest::newRow("error") << QByteArray("-ERR no\r\n") << QByteArray("-ERR no");
        QTest::newRow("integer") << QByteArray(":-9223372036854775808\r\n") << QByteArray("-9223372036854775808");
        QTest::newRow("nil") << QByteArray("$-1\r\n") << QByteArray("nil");
        QTest::newRow("nil array") << QByteArray("*-1\r\n") << QByteArray("nil");
        QTest::newRow("empty") << QByteArray("$0\r\n\r\n") << QByteArray("''");
        QTest::newRow("binary") << QByteArray("$5\r\na\0\r\nb\r\n", 11) << QByteArray("'a\0\r\nb'", 7);
        QTest::newRow("empty array") << QByteArray("*0\r\n") << QByteArray("[]");
        QTest::newRow("arrays in arrays") << QByteArray("*3\r\n*2\r\n:1\r\n$-1\r\n$1\r\nx\r\n*1\r\n+y\r\n")
                                          << QByteArray("[[1 nil] 'x' [+y]]");
        QTest::newRow("seven deep") << nested(7) << QByteArray("[[[[[[[1]]]]]]]");
    }
    void readsEveryKindOfReply()
    {
        QFETCH(const QByteArray, wire);
        RespReader whole;
        whole.feed(wire);
        const Result<std::optional<RedisValue>> value = whole.next();
        QVERIFY(value && *value);
        QTEST(toText(**value), "text");

        // The same twice in a row, byte by byte.
        RespReader piecemeal;
        int replies = 0;
        for (const char byte : wire + wire) {
            piecemeal.feed({&byte, 1});
            const Result<std::optional<RedisValue>> next = piecemeal.next();
            QVERIFY(next);
            if (*next) {
                ++replies;
                QTEST(toText(**next), "text");
            }
        }
        QCOMPARE(replies, 2);
    }

    void refusesWhatIsNoReply_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("another protocol") << QByteArray("HTTP/1.1 400 Bad Request\r\n");
        QTest::newRow("a negative length") << QByteArray("$-2\r\n");
        QTest::newRow("no number") << QByteArray(":1x\r\n");
        QTest::newRow("a length past all numbers") << QByteArray("$99999999999999999999\r\n");
        QTest::newRow("an array past all numbers") << QByteArray("*99999999999999999999\r\n");
        QTest::newRow("too deep") << nested(20);
        QTest::newRow("far too deep") << nested(100'000);
    }
    void refusesWhatIsNoReply()
    {
        QFETCH(const QByteArray, wire);
        RespReader reader;
        reader.feed(wire);
        QVERIFY(!reader.next());
        reader.feed("+OK\r\n");
        QVERIFY(!reader.next());
    }

    void givesNoMemoryForWhatIsOnlyAnnounced()
    {
        RespReader reader;
        reader.feed("*2147483647\r\n*2147483647\r\n$9000000000\r\n");
        const Result<std::optional<RedisValue>> value = reader.next();
        QVERIFY(value);
        QVERIFY(!*value);
    }

    void boundsTheBytesOfAReply()
    {
        RespReader reader({.maxBytes = 1000, .maxElements = 10});
        reader.feed("$999\r\n" + QByteArray(900, 'x'));
        QVERIFY(reader.next());
        reader.feed(QByteArray(99, 'x') + "\r\n");
        QVERIFY(reader.next().value().has_value());
        reader.feed("$5000\r\n" + QByteArray(994, 'x'));
        QVERIFY(!reader.next());
    }

    void boundsTheElementsOfAReplyButNotOfMany()
    {
        RespReader reader({.maxBytes = 1000, .maxElements = 10});
        for (int i = 0; i < 100; ++i) {
            reader.feed("*9\r\n" + QByteArray(":1\r\n").repeated(9));
            QVERIFY(reader.next().value().has_value());
        }
        reader.feed("*2\r\n*4\r\n" + QByteArray(":1\r\n").repeated(4) + "*4\r\n" + QByteArray(":1\r\n").repeated(4));
        QVERIFY(!reader.next());
    }

    void writesWordsOfAnyBytes()
    {
        QByteArray out;
        const std::array<QByteArrayView, 3> words{"SET", "", QByteArrayView("a\0\r\n", 4)};
        appendRespCommand(out, words);
        QCOMPARE(out, QByteArray("*3\r\n$3\r\nSET\r\n$0\r\n\r\n$4\r\na\0\r\n\r\n", 29));
    }
};

QTEST_APPLESS_MAIN(TestRespReader)
#include "test_resp_reader.moc"
