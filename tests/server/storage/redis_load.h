#pragma once

#include "redis/redis_client.h"

#include <QTimer>

#include <qcoro/qcorotimer.h>

/// Callers that ask Redis without pause, each for an answer that only it can get, and look at what they get.
class RedisLoad
{
public:
    RedisLoad(gatehouse::storage::RedisClient &client, int callers)
        : m_client(client)
    {
        for (int i = 0; i < callers; ++i)
            m_running.push_back(run(i));
    }
    ~RedisLoad() { stop(); }

    /// Waits for every caller to end.
    void stop()
    {
        m_stop = true;
        for (QCoro::Task<> &task : m_running)
            QCoro::waitFor(task);
        m_running.clear();
    }

    [[nodiscard]] int answered() const { return m_answered; }
    [[nodiscard]] int failed() const { return m_failed; }
    [[nodiscard]] int mismatched() const { return m_mismatched; } ///< got another's answer
    [[nodiscard]] qint64 longest() const { return m_longest; } ///< in milliseconds, over all calls
    void forgetLongest() { m_longest = 0; }

private:
    QCoro::Task<> run(int caller)
    {
        for (int i = 0; !m_stop; ++i) {
            const QByteArray word = QByteArray::number(caller) + '.' + QByteArray::number(i);
            QElapsedTimer time;
            time.start();
            gatehouse::storage::RedisCall call = m_client.call({"ECHO", word});
            const gatehouse::Result<gatehouse::storage::RedisValue> reply = co_await call;
            m_longest = std::max(m_longest, time.elapsed());
            if (reply) {
                ++m_answered;
                m_mismatched += reply->bytes == word ? 0 : 1;
                continue;
            }
            ++m_failed;
            QTimer pause;
            pause.start(1);
            co_await pause;
        }
    }

    gatehouse::storage::RedisClient &m_client;
    std::vector<QCoro::Task<>> m_running;
    bool m_stop = false;
    int m_answered = 0;
    int m_failed = 0;
    int m_mismatched = 0;
    qint64 m_longest = 0;
};
