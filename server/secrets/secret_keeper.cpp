#include "secrets/secret_keeper.h"

#include "secrets/environment_source.h"
#include "secrets/process_configuration.h"

#include <utility>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

SecretKeeper::SecretKeeper()
{
    m_inside.moveToThread(&m_thread);
    m_thread.setObjectName(u"secrets"_s);
    m_thread.start();
}

SecretKeeper::~SecretKeeper()
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
    m_thread.wait();
}

Result<std::unique_ptr<SecretKeeper>> SecretKeeper::open(ProcessConfiguration &configuration)
{
    std::unique_ptr<SecretKeeper> keeper(new SecretKeeper);
    Result<void> opened;
    const auto open = [&] {
        Result<SecretChain> chain = configuration.openSecrets(keeper->m_clock);
        if (chain)
            keeper->m_chain.emplace(std::move(*chain));
        else
            opened = std::unexpected(chain.error());
    };
    QMetaObject::invokeMethod(&keeper->m_inside, open, Qt::BlockingQueuedConnection);
    if (!opened)
        return std::unexpected(opened.error());
    return keeper;
}

void SecretKeeper::post(Job job)
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

std::optional<SecretKeeper::Job> SecretKeeper::next()
{
    const std::lock_guard lock(m_mutex);
    if (m_jobs.empty())
        return std::nullopt;
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

void SecretKeeper::work()
{
    if (m_working)
        return; // whoever waits below goes on with it
    m_working = true;
    while (const std::optional<Job> job = next())
        job->run();
    m_working = false;
}

} // namespace gatehouse::secrets
