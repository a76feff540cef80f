#include "secrets/secret_thread.h"

#include <utility>

namespace gatehouse::secrets {

SecretThread::SecretThread()
{
    m_inside.moveToThread(m_thread.handle());
}

SecretThread::~SecretThread()
{
    std::deque<Job> refused;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        refused = std::exchange(m_jobs, {});
    }
    for (const Job &job : refused)
        job.refuse();
    m_thread.quit(); // which also ends the wait for a keychain
    m_thread.join();
}

void SecretThread::post(Job job)
{
    std::unique_lock lock(m_mutex);
    if (m_stopping) {
        lock.unlock();
        job.refuse();
        return;
    }
    m_jobs.push_back(std::move(job));
    lock.unlock();
    QMetaObject::invokeMethod(&m_inside, [this] { work(); }, Qt::QueuedConnection);
}

std::optional<SecretThread::Job> SecretThread::next()
{
    const std::lock_guard lock(m_mutex);
    if (m_jobs.empty())
        return std::nullopt;
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

void SecretThread::work()
{
    if (m_working)
        return; // whoever waits below goes on with it
    m_working = true;
    while (const std::optional<Job> job = next())
        job->run();
    m_working = false;
}

} // namespace gatehouse::secrets
