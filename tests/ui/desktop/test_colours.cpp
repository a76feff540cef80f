#include "desktop/theme/colours.h"
#include "desktop/theme/contrast.h"
#include "desktop/theme/icon_set.h"

#include <QImage>
#include <QTest>

using namespace gatehouse::desktop;

class TestColours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfTheStandard_data();
    void contrastIsThatOfTheStandard();
    void everyTextIsLegible_data();
    void everyTextIsLegible();
    void aGreyHighlightIsNoAccent();
    void everyIconDrawsSomethingInItsColour();
};

void TestColours::contrastIsThatOfTheStandard_data()
{
    QTest::addColumn<QColor>("a");
    QTest::addColumn<QColor>("b");
    QTest::addColumn<double>("ratio");
    QTest::newRow("black on white") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
    QTest::newRow("same") << QColor(Qt::red) << QColor(Qt::red) << 1.0;
    QTest::newRow("the grey that just does") << QColor(0x76, 0x76, 0x76) << QColor(Qt::white) << 4.54;
}

void TestColours::contrastIsThatOfTheStandard()
{
    QFETCH(QColor, a);
    QFETCH(QColor, b);
    QFETCH(double, ratio);
    QVERIFY(std::abs(contrastRatio(a, b) - ratio) < 0.01);
    QVERIFY(std::abs(contrastRatio(b, a) - ratio) < 0.01);
}

void TestColours::everyTextIsLegible_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QColor>("accent");
    for (const bool dark : {false, true}) {
        for (const char *accent : {"#1f6f68", "#ffd400", "#000000", "#ffffff", "#3daee9", "#e01b24", "#77767b", "#00ff00"})
            QTest::addRow("%s, accent %s", dark ? "dark" : "light", accent) << dark << QColor(QLatin1String(accent));
    }
}

void TestColours::everyTextIsLegible()
{
    QFETCH(bool, dark);
    QFETCH(QColor, accent);
    for (const TextPair &pair : textPairs(coloursFor(dark, accent))) {
        const double ratio = contrastRatio(pair.text, pair.background);
        QVERIFY2(ratio >= 4.5,
                 qPrintable(QStringLiteral("%1: %2 on %3 is %4")
                                .arg(QLatin1String(pair.name), pair.text.name(), pair.background.name())
                                .arg(ratio)));
    }
}

void TestColours::aGreyHighlightIsNoAccent()
{
    QPalette system;
    system.setColor(QPalette::Highlight, QColor(0x88, 0x88, 0x88));
    QVERIFY(accentOf(system).saturationF() > 0.1F);
    system.setColor(QPalette::Highlight, QColor(0xe0, 0x1b, 0x24));
    QCOMPARE(accentOf(system), QColor(0xe0, 0x1b, 0x24));
}

void TestColours::everyIconDrawsSomethingInItsColour()
{
    for (int icon = 0; icon <= int(Icon::Next); ++icon) {
        const QImage drawn = tintedIcon(Icon(icon), Qt::red, Qt::gray).pixmap(QSize(64, 64), 1).toImage();
        int inked = 0;
        for (int y = 0; y < drawn.height(); ++y) {
            for (int x = 0; x < drawn.width(); ++x) {
                const QColor pixel = drawn.pixelColor(x, y);
                inked += pixel.alpha() > 200 && pixel.red() > 200 && pixel.green() < 60 ? 1 : 0;
            }
        }
        QVERIFY2(inked > 40, qPrintable(QStringLiteral("icon %1 draws %2 pixels").arg(icon).arg(inked)));
    }
}

QTEST_MAIN(TestColours)
#include "test_colours.moc"
