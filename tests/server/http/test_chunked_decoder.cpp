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
