#include "../../server/storage/redis_server.h"
#include "console_driver.h"
#include "desktop/presence/alerts.h"
#include "desktop/shell/workspace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using desktop::LocalServer;

namespace {

constexpr int kPatience = 20'000; ///< milliseconds, on a busy machine

/// A desktop with a tray, which an offscreen one has not.
class Tray final : public desktop::TrayIcon
{
public:
    using TrayIcon::TrayIcon;
    [[nodiscard]] bool isVisible() const override { return shown; }
    void tell(const QString &title, const QString &text) override { told.append(title + u": "_s + text); }

    bool shown = true;
    QStringList told;
};

} // namespace

/// What the console does while nobody looks at it.
class TestConsolePresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void closingEndsWhereThatIsWanted();
    void closingStaysInTheTrayWhereThatIsWanted();
    void closingNeverHidesAWindowThatNothingLeadsBackTo();
    void aDependencyThatFailsIsToldOfOnce();
    void aServerThatIsGoneIsToldOf();
    void nothingIsToldToWhoLooksOrWantsNone();
    void whoTouchesNothingIsLockedOut();
    void whoWorksIsNot();
    void anIdleTimeOfNothingIsNever();

private:
    [[nodiscard]] desktop::ConsoleWindow &window() { return m_console->window(); }
    void lookElsewhere();
    void lookHere();

    QWidget m_elsewhere; ///< another program's window

    std::unique_ptr<RedisServer> m_redis;
    std::unique_ptr<tests::ConsoleDriver> m_console;
    Tray *m_tray = nullptr;
};

void TestConsolePresence::initTestCase()
{
    m_redis = std::make_unique<RedisServer>();
    qputenv("REDIS_URL", m_redis->url());
    m_console = std::make_unique<tests::ConsoleDriver>();
    m_console->open();
    QVERIFY(m_console->arrive());
    auto tray = std::make_unique<Tray>(m_console->theme(), m_console->server());
    m_tray = tray.get();
    window().useTray(std::move(tray));
}

void TestConsolePresence::lookElsewhere()
{
    m_elsewhere.show();
    m_elsewhere.activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(!window().isActiveWindow(), kPatience);
}

void TestConsolePresence::lookHere()
{
    window().activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(window().isActiveWindow(), kPatience);
}

void TestConsolePresence::closingEndsWhereThatIsWanted()
{
    window().preferences().setClosesToTray(false);
    QCloseEvent close;
    QApplication::sendEvent(&window(), &close);
    QVERIFY(close.isAccepted());
}

void TestConsolePresence::closingStaysInTheTrayWhereThatIsWanted()
{
    window().preferences().setClosesToTray(true);
    window().close();
    QVERIFY(!window().isVisible());
    QVERIFY(m_console->workspace()); // as it was left
    Q_EMIT m_tray->openRequested();
    QVERIFY(window().isVisible());
    QCOMPARE(m_console->server().state(), LocalServer::State::Running);
}

void TestConsolePresence::closingNeverHidesAWindowThatNothingLeadsBackTo()
{
    window().preferences().setClosesToTray(true);
    m_tray->shown = false; // the desktop's tray has crashed
    QCloseEvent close;
    QApplication::sendEvent(&window(), &close);
    QVERIFY(close.isAccepted());
    m_tray->shown = true;
    window().preferences().setClosesToTray(false);
}

void TestConsolePresence::aDependencyThatFailsIsToldOfOnce()
{
    lookElsewhere();
    const auto ofRedis = [this] { return m_tray->told.filter(u"Redis: "_s).size(); };
    m_redis->kill();
    QTRY_VERIFY_WITH_TIMEOUT(ofRedis() > 0, kPatience);
    QTest::qWait(2500); // some more readings
    QCOMPARE(ofRedis(), 1);
    m_redis->start();
    QTRY_VERIFY_WITH_TIMEOUT((m_redis->kill(), QTest::qWait(1500), m_redis->start(), QTest::qWait(1500), ofRedis() > 1),
                             2 * kPatience); // another time is another notice
}

void TestConsolePresence::aServerThatIsGoneIsToldOf()
{
    lookElsewhere();
    m_tray->told.clear();
    m_console->server().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!m_tray->told.filter(u"does not answer"_s).isEmpty(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_console->server().state(), LocalServer::State::Stopped, kPatience);
    QCOMPARE(m_tray->told.filter(u"does not answer"_s).size(), 1);
    m_console->server().start();
    QTRY_COMPARE_WITH_TIMEOUT(window().session()->link().state(), client::LinkWatch::State::Up, kPatience);
}

void TestConsolePresence::nothingIsToldToWhoLooksOrWantsNone()
{
    const auto loseServer = [this] {
        m_tray->told.clear();
        m_console->server().stop();
        QTRY_COMPARE_WITH_TIMEOUT(window().session()->link().state(), client::LinkWatch::State::Down, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_console->server().state(), LocalServer::State::Stopped, kPatience);
        m_console->server().start();
        QTRY_COMPARE_WITH_TIMEOUT(window().session()->link().state(), client::LinkWatch::State::Up, kPatience);
    };
    window().preferences().setNotifies(false);
    loseServer();
    QVERIFY(m_tray->told.isEmpty());
    window().preferences().setNotifies(true);
    lookHere();
    loseServer();
    QVERIFY2(m_tray->told.filter(u"does not answer"_s).isEmpty(), qPrintable(m_tray->told.join(u'\n')));
}

void TestConsolePresence::whoTouchesNothingIsLockedOut()
{
    window().idleWatch().setPatience(300ms);
    QVERIFY(!window().isLocked());
    QTRY_VERIFY_WITH_TIMEOUT(window().isLocked(), kPatience);
    QVERIFY(!m_console->workspace()->isVisible());
    window().idleWatch().setPatience(0ms);
    auto *const password = m_console->find<QLineEdit>(u"Password to unlock"_s);
    password->setText(QLatin1String(tests::ConsoleDriver::kPassword));
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!window().isLocked(), kPatience);
}

void TestConsolePresence::whoWorksIsNot()
{
    desktop::IdleWatch watch;
    QSignalSpy idled(&watch, &desktop::IdleWatch::idled);
    watch.setPatience(2000ms);
    QElapsedTimer time;
    time.start();
    QElapsedTimer sinceKey;
    qint64 longest = 0; // a machine that is busy with other things may not let anybody work
    while (time.elapsed() < 4000) { // twice the time
        sinceKey.start();
        QTest::keyClick(&window(), Qt::Key_Shift);
        QTest::qWait(20);
        longest = std::max(longest, sinceKey.elapsed());
    }
    QVERIFY(idled.count() == 0 || longest > 1000);
    idled.clear();
    QTRY_COMPARE_WITH_TIMEOUT(idled.count(), 1, kPatience);
}

void TestConsolePresence::anIdleTimeOfNothingIsNever()
{
    desktop::IdleWatch watch;
    QSignalSpy idled(&watch, &desktop::IdleWatch::idled);
    watch.setPatience(0ms);
    QTest::keyClick(&window(), Qt::Key_Shift);
    QTest::qWait(100);
    QCOMPARE(idled.count(), 0);
}

QTEST_MAIN(TestConsolePresence)
#include "test_console_presence.moc"
