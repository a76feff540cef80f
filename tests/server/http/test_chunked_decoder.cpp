#include "http/chunked_decoder.h"

#include <QTest>

using namespace gatehouse::http;

class TestChunkedDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesFromEverySplit();
    void refusesMalformedBodies_data();
    void refusesMalformedBodies();
    void decodesWellFormedBodies_data();
    void decodesWellFormedBodies();
    void tellsOfATooLargeChunkBeforeItComes();
};

void TestChunkedDecoder::decodesFromEverySplit()
{
    const QByteArray bytes("4;a=b\r\nWiki\r\n005\r\npedia\r\n0\r\nX-Trailer: yes\r\n\r\nnext");
    const qsizetype end = bytes.size() - 4;
    for (qsizetype split = 0; split < end; ++split) {
        ChunkedDecoder decoder;
        QByteArray body;
        QVERIFY(decoder.feed(QByteArrayView(bytes).first(split), 100, body).state == ChunkedDecoder::State::Incomplete);
        const ChunkedDecoder::Progress progress = decoder.feed(QByteArrayView(bytes).sliced(split), 100, body);
        QVERIFY(progress.state == ChunkedDecoder::State::Complete);
        QCOMPARE(progress.consumed, end - split);
        QCOMPARE(body, "Wikipedia");
    }
}

void TestChunkedDecoder::refusesMalformedBodies_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("no digits", "\r\n");
    row("prefix", "0x4\r\nWiki\r\n");
    row("plus", "+4\r\nWiki\r\n");
    row("minus", "-4\r\nWiki\r\n");
    row("bare line feed", "4\nWiki\r\n");
    row("bare carriage return", "4\r4\r\nWiki\r\n");
    row("seventeen digits", "00000000000000004\r\nWiki\r\n");
    row("minus before one", "-1\r\nWiki\r\n");
    row("underscore", "1_0\r\nWiki\r\n");
    row("space first", " 4\r\nWiki\r\n");
    row("space last", "4 \r\nWiki\r\n");
    row("tab last", "4\t\r\nWiki\r\n");
    row("space inside", "4 0\r\nWiki\r\n");
    row("not hexadecimal", "g\r\nWiki\r\n");
    row("comma", "4,0\r\nWiki\r\n");
    row("empty line first", "\r\n4\r\nWiki\r\n");
    row("size over 63 bits", "8000000000000000\r\n");
    row("size of 64 bits", "ffffffffffffffff\r\n");
    row("sum over 63 bits", "1\r\na\r\n7fffffffffffffff\r\n");
    row("size that wraps", "10000000000000004\r\nWiki\r\n");
    row("line feed after a chunk", "4\r\nWiki\n0\r\n\r\n");
    row("carriage return after a chunk", "4\r\nWiki\r0\r\n\r\n");
    row("longer than announced", "4\r\nWikis\r\n0\r\n\r\n");
    row("line feed after the last size", "0\n\r\n");
    row("line feed for the last line", "0\r\n\n");
    row("carriage return before an extension", "4\r;a\r\nWiki\r\n");
    row("line feed in an extension", "4;a\nb\r\nWiki\r\n");
    row("carriage return in an extension", "4;a\rb\r\nWiki\r\n");
    row("line end in a quoted extension", "4;a=\"b\r\nc\"\r\nWiki\r\n");
    row("nul in an extension", QByteArray("4;a\0b\r\nWiki\r\n", 14));
    row("semicolon without a name", "4;\r\nWiki\r\n");
    row("two semicolons", "4;;a\r\nWiki\r\n");
    row("extension without a semicolon", "4 a\r\nWiki\r\n");
    row("extension without a value", "4;a=\r\nWiki\r\n");
    row("extension with a blank last", "4;a \r\nWiki\r\n");
    row("quote without an end", "4;a=\"b\r\nWiki\r\n");
    row("quote with an escape for an end", "4;a=\"b\\\"\r\nWiki\r\n");
    row("extension of one byte too many", "4;" + QByteArray(256, 'a') + "\r\nWiki\r\n");
    row("blanks of one byte too many", "4" + QByteArray(257, ' ') + ";a\r\nWiki\r\n");
    row("extensions that add up", QByteArray("1;" + QByteArray(250, 'a') + "\r\nx\r\n").repeated(70));
    row("line feed in the trailers", "0\r\nA: b\n\r\n");
    row("space before the colon of a trailer", "0\r\nA : b\r\n\r\n");
    row("trailer without a name", "0\r\n: b\r\n\r\n");
    row("trailer with a control character", "0\r\nA: \x01\r\n\r\n");
    row("long trailer", "0\r\nA: " + QByteArray(8190, 'b') + "\r\n\r\n");
    row("long trailers together", "0\r\n" + QByteArray("A: " + QByteArray(8000, 'b') + "\r\n").repeated(5) + "\r\n");
    row("long extension", "4;" + QByteArray(300, 'a') + "\r\n");
    row("control character in an extension", "4;\x01\r\nWiki\r\n");
    row("wrong size", "3\r\nWiki\r\n");
    row("no end after a chunk", "4\r\nWiki5\r\n");
    row("malformed trailer", "0\r\nnonsense\r\n\r\n");
    row("folded trailer", "0\r\nA: b\r\n c\r\n\r\n");
    row("too many trailers", "0\r\n" + QByteArray("a: b\r\n").repeated(101) + "\r\n");
}

void TestChunkedDecoder::refusesMalformedBodies()
{
    QFETCH(QByteArray, bytes);
    ChunkedDecoder decoder;
    QByteArray body;
    QVERIFY(decoder.feed(bytes, 100, body).state == ChunkedDecoder::State::Refused);
    QCOMPARE(decoder.refusal().status, 400);
    ChunkedDecoder slow;
    ChunkedDecoder::State state = ChunkedDecoder::State::Incomplete;
    for (qsizetype at = 0; at < bytes.size() && state == ChunkedDecoder::State::Incomplete; ++at)
        state = slow.feed(QByteArrayView(bytes).sliced(at, 1), 100, body).state;
    QVERIFY(state == ChunkedDecoder::State::Refused);
}

void TestChunkedDecoder::decodesWellFormedBodies_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("decoded");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &decoded) {
        QTest::newRow(name) << bytes << decoded;
    };
    row("empty", "0\r\n\r\n", "");
    row("upper case", "A\r\nhelloworld\r\n0\r\n\r\n", "helloworld");
    row("zeros first", "0000000000000004\r\nWiki\r\n0000\r\n\r\n", "Wiki");
    row("line ends in the data", "4\r\n\r\n\r\n\r\n0\r\n\r\n", "\r\n\r\n");
    row("extension of all it may have", "4;" + QByteArray(255, 'a') + "\r\nWiki\r\n0\r\n\r\n", "Wiki");
    row("extension with a value", "4;a=b;c\r\nWiki\r\n0;d\r\n\r\n", "Wiki");
    row("extension in quotes", "4;a=\"b;c=\\\"\\\\ \"\r\nWiki\r\n0\r\n\r\n", "Wiki");
    row("blanks around", "4 ; a\t=\tb ;c\r\nWiki\r\n0\r\n\r\n", "Wiki");
    row("trailers that would frame it otherwise", "4\r\nWiki\r\n0\r\nContent-Length: 9\r\nTransfer-Encoding: x\r\n\r\n", "Wiki");
    row("100 trailers", "0\r\n" + QByteArray("a: b\r\n").repeated(100) + "\r\n", "");
}

void TestChunkedDecoder::decodesWellFormedBodies()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, decoded);
    for (const qsizetype portion : {bytes.size(), qsizetype(1), qsizetype(3)}) {
        ChunkedDecoder decoder;
        QByteArray body;
        ChunkedDecoder::Progress progress;
        for (qsizetype at = 0; at < bytes.size(); at += portion)
            progress = decoder.feed(QByteArrayView(bytes).sliced(at, std::min(portion, bytes.size() - at)), 100, body);
        QVERIFY2(progress.state == ChunkedDecoder::State::Complete, decoder.refusal().reason);
        QCOMPARE(body, decoded);
    }
}

void TestChunkedDecoder::tellsOfATooLargeChunkBeforeItComes()
{
    ChunkedDecoder decoder;
    QByteArray body;
    (void)decoder.feed("65\r\n", 100, body);
    QVERIFY(decoder.announcedSize() > 100);
    QVERIFY(body.isEmpty());
}

QTEST_APPLESS_MAIN(TestChunkedDecoder)
#include "test_chunked_decoder.moc"
