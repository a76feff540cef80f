#include "core/base64url.h"

#include <QTest>

using namespace gatehouse;

class TestBase64Url : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesOfAnyLengthComeBack()
    {
        for (const QByteArray &bytes :
             {QByteArray(), QByteArray("f"), QByteArray("fo"), QByteArray("foo"), QByteArray("\xfb\xff\xfe\xff")}) {
            const QByteArray text = toBase64Url(bytes);
            const std::optional<SecretBytes> back = secretFromBase64Url(text, bytes.size());
            QVERIFY2(back, text.constData());
            QCOMPARE(back->view(), QByteArrayView(bytes));
        }
    }

    void writesTheUrlAlphabetWithoutPadding() { QCOMPARE(toBase64Url("\xfb\xff\xfe\xff"), QByteArray("-__-_w")); }

    void anotherSpellingIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("padding") << QByteArray("Zm8=");
        QTest::newRow("the other alphabet") << QByteArray("+//+");
        QTest::newRow("unused bits that are set") << QByteArray("Zm9");
        QTest::newRow("a lone character") << QByteArray("Z");
        QTest::newRow("a line's end") << QByteArray("Zm8\n");
        QTest::newRow("a space") << QByteArray("Zm 8");
        QTest::newRow("a zero byte") << QByteArray("Zm\0 8", 5);
    }
    void anotherSpellingIsRefused()
    {
        QFETCH(QByteArray, text);
        QByteArray out(text.size(), '\0');
        QCOMPARE(fromBase64Url(text, {out.data(), static_cast<std::size_t>(out.size())}), -1);
    }

    void anotherLengthIsRefused()
    {
        QVERIFY(secretFromBase64Url("Zm8", 2));
        QVERIFY(!secretFromBase64Url("Zm8", 1));
        QVERIFY(!secretFromBase64Url("Zm8", 3));
        QVERIFY(!secretFromBase64Url({}, 1));
    }
};

QTEST_GUILESS_MAIN(TestBase64Url)
#include "test_base64url.moc"
