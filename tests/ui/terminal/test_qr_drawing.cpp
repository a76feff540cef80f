#include "terminal/qr_drawing.h"

#include <QTest>

#include <qrencode.h>

using namespace gatehouse;
using namespace gatehouse::terminal;
using namespace Qt::StringLiterals;

namespace {

constexpr int kQuietZone = 4;

/// The modules of a drawing, row by row: true where it is dark.
QList<QList<bool>> modulesOf(QString drawing, QrColours colours)
{
    const bool own = colours == QrColours::Own;
    drawing.remove(u"\x1b[30;107m"_s).remove(u"\x1b[0m"_s);
    QList<QList<bool>> rows;
    for (const QString &line : drawing.chopped(1).split(u'\n')) {
        QList<bool> upper;
        QList<bool> lower;
        for (const QChar c : line) {
            const bool upperSet = c == u'\u2588' || c == u'\u2580';
            const bool lowerSet = c == u'\u2588' || c == u'\u2584';
            upper.append(upperSet == own);
            lower.append(lowerSet == own);
        }
        rows.append(upper);
        rows.append(lower);
    }
    return rows;
}

} // namespace

Q_DECLARE_METATYPE(QrColours)

class TestQrDrawing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsEveryModule_data();
    void drawsEveryModule();
    void refusesWhatDoesNotFit();
};

void TestQrDrawing::drawsEveryModule_data()
{
    QTest::addColumn<QrColours>("colours");
    QTest::newRow("black on white") << QrColours::Own;
    QTest::newRow("the terminal's colours") << QrColours::Terminals;
}

void TestQrDrawing::drawsEveryModule()
{
    QFETCH(QrColours, colours);
    const QByteArray link = "https://a.example/s/01KAHV3R8J0000000000000000"
                            "#AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8:LPJNul-wow4m6Dsqxbning";
    const Result<QString> drawing = qrDrawing(QString::fromLatin1(link), colours);
    QVERIFY(drawing);
    const QList<QList<bool>> modules = modulesOf(*drawing, colours);
    QRcode *code = QRcode_encodeData(static_cast<int>(link.size()), reinterpret_cast<const unsigned char *>(link.constData()), 0,
                                     QR_ECLEVEL_L);
    const int width = code->width + 2 * kQuietZone;
    QVERIFY(modules.size() >= width);
    for (int row = 0; row < width; ++row) {
        QCOMPARE(modules[row].size(), width);
        for (int column = 0; column < width; ++column) {
            const int y = row - kQuietZone;
            const int x = column - kQuietZone;
            const bool inside = y >= 0 && y < code->width && x >= 0 && x < code->width;
            QCOMPARE(modules[row][column], inside && (code->data[y * code->width + x] & 1) != 0);
        }
    }
    // A finder pattern stands in three corners (ISO/IEC 18004, section 6.3.3).
    for (const auto &[y, x] : {std::pair(0, 0), std::pair(0, code->width - 7), std::pair(code->width - 7, 0)}) {
        QVERIFY(modules[kQuietZone + y][kQuietZone + x]);
        QVERIFY(!modules[kQuietZone + y + 1][kQuietZone + x + 1]);
        QVERIFY(modules[kQuietZone + y + 3][kQuietZone + x + 3]);
    }
    QRcode_free(code);
}

void TestQrDrawing::refusesWhatDoesNotFit()
{
    QVERIFY(!qrDrawing(QString(4000, u'a'), QrColours::Own));
}

QTEST_APPLESS_MAIN(TestQrDrawing)
#include "test_qr_drawing.moc"
