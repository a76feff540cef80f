#include "desktop/state/state_panel.h"

#include <QLabel>
#include <QTest>

#include <algorithm>

using namespace gatehouse::desktop;
using namespace Qt::StringLiterals;

class TestStatePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLongExplanationIsShownWhole_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 420;
        QTest::newRow("wide") << 1600;
    }

    void aLongExplanationIsShownWhole()
    {
        QFETCH(const int, width);
        const QString explanation = u"Lines appear here as the server writes them. "_s.repeated(4).trimmed();
        Theme theme;
        StatePanel panel(theme);
        panel.showEmpty(Icon::Empty, u"Nothing has been written yet"_s, explanation);
        panel.resize(width, 700);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        const auto labels = panel.findChildren<QLabel *>();
        const auto said = std::ranges::find(labels, explanation, &QLabel::text);
        QVERIFY(said != labels.end());
        QVERIFY((*said)->height() >= (*said)->heightForWidth((*said)->width()));
    }
};

QTEST_MAIN(TestStatePanel)
#include "test_state_panel.moc"
