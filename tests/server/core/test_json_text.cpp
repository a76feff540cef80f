#include "core/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace gatehouse;

class TestJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadBackByAParser_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("read");
        QTest::addRow("empty") << QByteArray() << QString();
        QTest::addRow("plain") << QByteArray("/auth/verify") << QStringLiteral("/auth/verify");
        QTest::addRow("quote and backslash") << QByteArray("a\"b\\c") << QStringLiteral("a\"b\\c");
        QTest::addRow("control characters") << QByteArray("a\r\n\t\x01\x1f\x7f", 7) << QStringLiteral("a\r\n\t\x01\x1f\x7f");
        QTest::addRow("NUL") << QByteArray("a\0b", 3) << QString::fromUtf8("a\0b", 3);
        QTest::addRow("UTF-8") << QByteArray("caf\xc3\xa9 \xf0\x9f\x94\x91") << QString::fromUtf8("caf\xc3\xa9 \xf0\x9f\x94\x91");
        QTest::addRow("not UTF-8") << QByteArray("a\xff") << QString::fromUtf8("a\xef\xbf\xbd");
    }

    void isReadBackByAParser()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, read);
        std::string json = "[";
        appendJsonString(json, text);
        json += ']';
        const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
        QCOMPARE(document.array().size(), 1);
        QCOMPARE(document.array().at(0).toString(), read);
    }
};

QTEST_APPLESS_MAIN(TestJsonText)
#include "test_json_text.moc"
