#include "../server/audit/audit_fixture.h"
#include "../ui/desktop/console_driver.h"
#include "frame_watch.h"

#include "desktop/audit/audit_page.h"
#include "desktop/shell/workspace.h"

#include <QEventLoop>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <sys/resource.h>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 600'000; ///< milliseconds
constexpr int kFrame = 16; ///< milliseconds
constexpr int kUpdates = 50; ///< a second
constexpr int kStarts = 5;
const QString kStartOnce = u"--start-once"_s; ///< of this program: what it does as a child

qint64 monotonicNow()
{
    timespec now{};
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

double processorSeconds()
{
    rusage usage{};
    (void)getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Megabytes of this process that are in memory.
double residentMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList lines = status.readAll().split('\n');
    const auto line = std::ranges::find_if(lines, [](const QByteArray &one) { return one.startsWith("VmRSS:"); });
    return line == lines.end() ? 0 : line->simplified().split(' ').value(1).toDouble() / 1024;
}

/// Not by the log, which is the server's.
template<typename... Values> void say(const char *format, Values... values)
{
    (void)std::fprintf(stdout, format, values...); // NOLINT(cppcoreguidelines-pro-type-vararg)
    (void)std::fflush(stdout);
}

/// Says when the page that lets one sign in was painted, counted from a moment in the parent, and ends.
class FirstPaint final : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *const field = qobject_cast<QLineEdit *>(watched);
        if (event->type() == QEvent::Paint && field && field->echoMode() == QLineEdit::Password && field->isEnabled())
            QMetaObject::invokeMethod(qApp, [] { qApp->exit(0); }, Qt::QueuedConnection);
        return false;
    }
};

/// The console as its main() makes it, with the server of `folder`, up to its first page.
int startOnce(const QString &folder, quint16 port, qint64 began)
{
    FirstPaint paint;
    qApp->installEventFilter(&paint);
    const SystemClock clock;
    QFile log(folder + u"/log"_s);
    if (!log.open(QIODevice::WriteOnly))
        return 1;
    const auto logger = telemetry::Logger::install(
        {.format = telemetry::LogFormat::Text, .level = telemetry::LogLevel::Info, .categories = {}}, clock, log.handle());
    QSettings preferences(folder + u"/console.ini"_s, QSettings::IniFormat);
    embedded::EmbeddedServer server({u"--data-dir"_s, folder + u"/data"_s, u"--http-port"_s, QString::number(port)}, **logger);
    desktop::Theme theme;
    desktop::Language language;
    desktop::ConsoleWindow window(theme, language, server, preferences);
    window.show();
    const int code = QApplication::exec();
    (void)std::printf("%lld\n", static_cast<long long>((monotonicNow() - began) / 1'000'000));
    (void)std::fflush(stdout);
    return code;
}

} // namespace

/// What the console costs, and how long it keeps a person waiting: start, memory, processor while nothing happens, and the
/// longest frame while a record of a million entries is scrolled and fifty updates a second arrive. BENCH_AUDIT_ENTRIES: another
/// number of entries.
class BenchConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_console = std::make_unique<tests::ConsoleDriver>();
        m_console->open();
        QVERIFY(m_console->arrive());
    }

    void memoryAndProcessorAtRest()
    {
        for (const QString &id : m_console->workspace()->pageIds()) {
            m_console->go(id);
            QTest::qWait(500);
        }
        m_console->go(u"overview"_s);
        QTest::qWait(3000);
        constexpr int kRest = 30'000;
        const double before = processorSeconds();
        QEventLoop rest; // QTest::qWait() would look for events a hundred times a second
        QTimer::singleShot(kRest, &rest, &QEventLoop::quit);
        rest.exec();
        say("processor at rest, console and server: %.2f %% of a core\n", (processorSeconds() - before) / (kRest / 1000.0) * 100);
        say("resident after every page, console and server: %.0f MB\n", residentMegabytes());
    }

    void aRecordOfAMillionEntriesIsScrolled()
    {
        fillRecord();
        m_console->open();
        QVERIFY(m_console->signIn());
        m_console->go(u"audit"_s);
        auto &model = qobject_cast<desktop::AuditPage *>(m_console->workspace()->currentPage())->model();
        QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() > 100, kPatience);
        say("the record has %d rows\n", model.rowCount());
        auto *const table = m_console->find<QTableView>(u"Entries of the record"_s);
        QScrollBar &bar = *table->verticalScrollBar();
        const int last = bar.maximum();
        measure("wheel, three rows a frame", 300, [&bar](int) { bar.setValue(bar.value() + 100); });
        measure("the bar dragged from end to end", 300,
                [&bar, last](int frame) { bar.setValue(int(qint64(last) * frame / 300)); });
        measure("jumps", 120, [&bar, last](int frame) { bar.setValue(int(qint64(last) * (frame * 37 % 120) / 120)); });
        const Updates updates(m_console->port());
        bar.setValue(0);
        measure("wheel, while updates arrive", 300, [&bar](int) { bar.setValue(bar.value() + 100); });
        m_console->go(u"logs"_s);
        measure("the log, while updates arrive", 300, [](int) { });
        m_console->go(u"overview"_s);
        measure("the overview, while updates arrive", 300, [](int) { });
        say("resident with the record open, console and server: %.0f MB\n", residentMegabytes());
    }

    void startToFirstPage()
    {
        m_console->close();
        QTemporaryDir folder;
        QSettings kept(folder.filePath(u"console.ini"_s), QSettings::IniFormat);
        kept.setValue(u"server/name"_s, u"This computer"_s);
        kept.setValue(u"server/embedded"_s, true);
        kept.setValue(u"server/used"_s, true);
        kept.sync();
        std::vector<int> times;
        for (int i = 0; i <= kStarts; ++i) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                        {kStartOnce, folder.path(), QString::number(m_console->port() + 1), QString::number(monotonicNow())});
            QVERIFY(child.waitForFinished(kPatience));
            QCOMPARE(child.exitCode(), 0);
            if (i > 0) // the first makes the data folder
                times.push_back(child.readAllStandardOutput().trimmed().toInt());
        }
        std::ranges::sort(times);
        say("start to the first page painted: %d ms (median of %d), %d ms at most\n", times[times.size() / 2], kStarts,
            times.back());
    }

private:
    /// Requests that the server tells of as they come, from a thread of their own.
    class Updates
    {
    public:
        explicit Updates(quint16 port)
        {
            m_inside.moveToThread(&m_thread);
            m_thread.start();
            QMetaObject::invokeMethod(&m_inside, [this, port] {
                auto *const manager = new QNetworkAccessManager(&m_inside);
                auto *const timer = new QTimer(&m_inside);
                const QUrl url(u"http://127.0.0.1:%1/health/live"_s.arg(port));
                QObject::connect(timer, &QTimer::timeout, manager, [manager, url] {
                    QNetworkReply *const reply = manager->get(QNetworkRequest(url));
                    QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
                });
                timer->start(1000 / kUpdates);
            });
        }
        ~Updates()
        {
            QMetaObject::invokeMethod(
                &m_inside,
                [this] {
                    qDeleteAll(m_inside.children());
                    m_inside.moveToThread(nullptr);
                },
                Qt::BlockingQueuedConnection);
            m_thread.quit();
            m_thread.wait();
        }

    private:
        QThread m_thread;
        QObject m_inside;
    };

    /// Behind the server's back, as that many would take it hours.
    void fillRecord()
    {
        const int wanted = qEnvironmentVariableIntValue("BENCH_AUDIT_ENTRIES");
        const int entries = wanted > 0 ? wanted : 1'000'000;
        m_console->close();
        m_console->server().stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_console->server().state(), desktop::LocalServer::State::Stopped, kPatience);
        {
            audit::tests::Record record(std::move(*storage::Database::openSqlite(m_console->folder() + u"/data/gatehouse.db"_s)));
            audit::AuditStore store;
            for (int begin = int(record.head().size); begin < entries; begin += 10'000)
                QVERIFY(record.append(store, audit::tests::numberedEntries(begin, 10'000)));
        }
        m_console->server().start();
        QTRY_VERIFY_WITH_TIMEOUT(m_console->server().state() == desktop::LocalServer::State::Running, kPatience);
    }

    template<typename Act> void measure(const char *what, int frames, Act act)
    {
        QTest::qWait(200);
        FrameWatch &watch = *FrameWatch::instance();
        watch.begin();
        for (int frame = 0; frame < frames; ++frame) {
            act(frame);
            QTest::qWait(kFrame);
        }
        const FrameWatch::Longest longest = watch.end();
        say("%-36s longest %5.1f ms, of which the processor %5.1f ms; one in a hundred over %.1f ms\n", what, longest.wall,
            longest.processor, longest.wallOfHundredth);
    }

    std::unique_ptr<tests::ConsoleDriver> m_console;
};

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && !qEnvironmentVariableIsSet("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    FrameWatch application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == kStartOnce)
        return startOnce(arguments.value(2), quint16(arguments.value(3).toUInt()), arguments.value(4).toLongLong());
    BenchConsole bench;
    return QTest::qExec(&bench, argc, argv);
}
#include "bench_console.moc"
