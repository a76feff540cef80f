#include "core/event_thread.h"

#include <QEventLoop>
#include <QTest>

#include <atomic>
#include <thread>

using namespace gatehouse;

/// Threads that have really ended when they are joined.
class TestEventThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsWhatItIsSent();
    void hasEndedInEveryRespectOnceJoined();
    void objectsThatAreToBeDeletedAreGoneOnceJoined();
    void quitEndsLoopsWithinTheLoop();
    void quitsFromWithin();
    void quitsBeforeItHasDoneAnything();
};

namespace {

/// Takes its time at the end of its thread, as a library may.
struct ThreadState {
    std::atomic<bool> *gone = nullptr;
    ~ThreadState()
    {
        if (gone == nullptr)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        *gone = true;
    }
};
thread_local ThreadState state;

} // namespace

void TestEventThread::runsWhatItIsSent()
{
    EventThread thread("worker with a long name");
    QObject inside;
    inside.moveToThread(thread.handle());
    QThread *seen = nullptr;
    QMetaObject::invokeMethod(&inside, [&] { seen = QThread::currentThread(); }, Qt::BlockingQueuedConnection);
    QCOMPARE(seen, thread.handle());
    QVERIFY(seen != QThread::currentThread());
}

void TestEventThread::hasEndedInEveryRespectOnceJoined()
{
    std::atomic<bool> gone = false;
    EventThread thread("test");
    QObject inside;
    inside.moveToThread(thread.handle());
    QMetaObject::invokeMethod(&inside, [&] { state.gone = &gone; }, Qt::BlockingQueuedConnection);
    thread.quit();
    thread.join();
    QVERIFY(gone);
}

void TestEventThread::objectsThatAreToBeDeletedAreGoneOnceJoined()
{
    std::atomic<bool> gone = false;
    EventThread thread("test");
    QObject inside;
    inside.moveToThread(thread.handle());
    const auto leave = [&] {
        auto *object = new QObject;
        connect(object, &QObject::destroyed, object, [&] { gone = true; }, Qt::DirectConnection);
        object->deleteLater();
        thread.quit();
    };
    QMetaObject::invokeMethod(&inside, leave, Qt::BlockingQueuedConnection);
    thread.join();
    QVERIFY(gone);
}

void TestEventThread::quitEndsLoopsWithinTheLoop()
{
    std::atomic<bool> within = false;
    EventThread thread("test");
    QObject inside;
    inside.moveToThread(thread.handle());
    QMetaObject::invokeMethod(&inside, [&] {
        QEventLoop loop;
        QMetaObject::invokeMethod(&inside, [&] { within = true; }, Qt::QueuedConnection);
        loop.exec();
    });
    QTRY_VERIFY(within);
    thread.quit();
    thread.join();
}

void TestEventThread::quitsFromWithin()
{
    EventThread thread("test");
    QObject inside;
    inside.moveToThread(thread.handle());
    QMetaObject::invokeMethod(&inside, [&] { thread.quit(); });
    thread.join();
}

void TestEventThread::quitsBeforeItHasDoneAnything()
{
    for (int i = 0; i < 100; ++i)
        const EventThread thread("test");
}

QTEST_GUILESS_MAIN(TestEventThread)
#include "test_event_thread.moc"
