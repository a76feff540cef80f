#include "core/event_thread.h"
#include "core/one_shot.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <qcoro/qcorotask.h>

#include <algorithm>
#include <future>
#include <thread>
#include <vector>

using namespace gatehouse;

namespace {

/// What came of waiting.
struct Seen {
    std::vector<int> values;
    std::vector<QThread *> threads;
};

QCoro::Task<> await(OneShot<int> shot, Seen &seen)
{
    const int value = co_await shot;
    seen.values.push_back(value);
    seen.threads.push_back(QThread::currentThread());
}

/// Counts the events that a thread handles for its queue.
class EventCount : public QObject
{
public:
    int events = 0;

    bool eventFilter(QObject *, QEvent *) override
    {
        ++events;
        return false;
    }
};

} // namespace

class TestOneShot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasGivenBeforeIsThereAtOnce();
    void whoWaitsGoesOnInTheirOwnThread();
    void aBatchWakesAThreadOnceAndKeepsItsOrder();
    void manyThreadsGiveToMany();
    void whatIsGivenToAThreadThatEndedIsLetGo();
};

void TestOneShot::whatWasGivenBeforeIsThereAtOnce()
{
    const OneShot<int> shot;
    shot.give(7);
    Seen seen;
    const QCoro::Task<> waiting = await(shot, seen);
    QVERIFY(waiting.isReady());
    QCOMPARE(seen.values, std::vector{7});
}

void TestOneShot::whoWaitsGoesOnInTheirOwnThread()
{
    const OneShot<int> shot;
    Seen seen;
    const QCoro::Task<> waiting = await(shot, seen);
    std::jthread([shot] { shot.give(7); }).join();
    QVERIFY(!waiting.isReady()); // only the event loop resumes it
    QTRY_VERIFY(waiting.isReady());
    QCOMPARE(seen.values, std::vector{7});
    QCOMPARE(seen.threads, std::vector{QThread::currentThread()});
}

void TestOneShot::aBatchWakesAThreadOnceAndKeepsItsOrder()
{
    constexpr int kBatch = 100;
    EventCount count;
    ResumeQueue::ofThisThread()->installEventFilter(&count);
    std::vector<OneShot<int>> shots(kBatch);
    std::vector<QCoro::Task<>> waiting;
    Seen seen;
    for (const OneShot<int> &shot : shots)
        waiting.push_back(await(shot, seen));
    std::jthread([&shots] {
        for (int i = 0; i < kBatch; ++i)
            shots[std::size_t(i)].give(i);
    }).join();
    QTRY_COMPARE(seen.values.size(), std::size_t(kBatch));
    for (int i = 0; i < kBatch; ++i)
        QCOMPARE(seen.values[std::size_t(i)], i);
    QCOMPARE(count.events, 1);
}

void TestOneShot::manyThreadsGiveToMany()
{
    constexpr int kShots = 20'000;
    constexpr int kThreads = 4;
    std::vector<OneShot<int>> shots(kShots);
    std::vector<std::jthread> givers;
    for (int thread = 0; thread < kThreads; ++thread)
        givers.emplace_back([&shots, thread] {
            for (int i = thread; i < kShots; i += kThreads)
                shots[std::size_t(i)].give(i);
        });
    // Meanwhile: some are there already, some come while somebody begins to wait, and most later.
    std::vector<QCoro::Task<>> waiting;
    Seen seen;
    for (const OneShot<int> &shot : shots) {
        waiting.push_back(await(shot, seen));
        if (waiting.size() % 64 == 0)
            QCoreApplication::processEvents();
    }
    QTRY_COMPARE(seen.values.size(), std::size_t(kShots));
    std::ranges::sort(seen.values);
    for (int i = 0; i < kShots; ++i)
        QCOMPARE(seen.values[std::size_t(i)], i);
}

void TestOneShot::whatIsGivenToAThreadThatEndedIsLetGo()
{
    const OneShot<int> shot;
    bool resumed = false;
    std::weak_ptr<ResumeQueue> queue;
    {
        EventThread thread("waits");
        QObject context;
        context.moveToThread(thread.handle());
        std::promise<void> began;
        std::coroutine_handle<> never;
        QMetaObject::invokeMethod(&context, [&] {
            struct Never { // a coroutine whose frame can be given back by whoever began it
                struct promise_type {
                    Never get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
                    std::suspend_never initial_suspend() noexcept { return {}; }
                    std::suspend_always final_suspend() noexcept { return {}; }
                    void return_void() { }
                    void unhandled_exception() { }
                };
                std::coroutine_handle<> handle;
            };
            const auto wait = [](OneShot<int> waited, bool &done) -> Never {
                (void)co_await waited;
                done = true;
            };
            never = wait(shot, resumed).handle;
            queue = ResumeQueue::ofThisThread();
            began.set_value();
        });
        began.get_future().wait();
        thread.quit();
        thread.join();
        QVERIFY(!queue.expired()); // as somebody may still give
        shot.give(7);
        never.destroy();
    }
    QVERIFY(!resumed);
    QVERIFY(queue.expired());
}

QTEST_GUILESS_MAIN(TestOneShot)
#include "test_one_shot.moc"
