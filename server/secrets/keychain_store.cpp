#include "secrets/keychain_store.h"

#include <QEventLoop>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

namespace {

/// Runs `job` to its end. A job that does not end in time is left to delete itself when it does.
Result<void> run(QKeychain::Job &job, std::chrono::milliseconds patience)
{
    QEventLoop loop;
    bool ended = false;
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    const auto connection = QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        ended = true;
        loop.quit();
    });
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    job.start();
    if (!ended)
        loop.exec();
    QObject::disconnect(connection);
    if (!ended) {
        job.setAutoDelete(true);
        return failure(ErrorKind::Unavailable, u"the keychain does not answer; is it locked?"_s);
    }
    if (job.error() == QKeychain::NoError)
        return {};
    if (job.error() == QKeychain::EntryNotFound)
        return failure(ErrorKind::NotFound, u"not in the keychain"_s);
    return failure(ErrorKind::Unavailable, u"the keychain: %1"_s.arg(job.errorString()));
}

/// Deletes a job that has ended; one that has not deletes itself.
struct DeleteEnded {
    void operator()(QKeychain::Job *job) const
    {
        if (!job->autoDelete())
            job->deleteLater();
    }
};
template<typename Job> using JobPtr = std::unique_ptr<Job, DeleteEnded>;

template<typename Job> JobPtr<Job> makeJob(const QString &service, const QByteArray &name)
{
    JobPtr<Job> job(new Job(service));
    job->setKey(QString::fromLatin1(name));
    return job;
}

} // namespace

KeychainStore::KeychainStore(QString service, std::chrono::milliseconds patience)
    : m_service(std::move(service))
    , m_patience(patience)
{
}

Result<std::optional<SecretBytes>> KeychainStore::read(const QByteArray &name)
{
    const auto job = makeJob<QKeychain::ReadPasswordJob>(m_service, name);
    const Result<void> done = run(*job, m_patience);
    if (!done && done.error().kind == ErrorKind::NotFound)
        return std::nullopt;
    if (!done)
        return std::unexpected(done.error());
    QByteArray value = job->binaryData();
    if (value.isEmpty())
        return std::nullopt;
    return SecretBytes::takeFrom(value);
}

Result<void> KeychainStore::write(const QByteArray &name, const SecretBytes &value)
{
    const auto job = makeJob<QKeychain::WritePasswordJob>(m_service, name);
    // The library and the bus have copies of their own, which cannot be reached.
    QByteArray copy = value.view().toByteArray();
    job->setBinaryData(copy);
    const Result<void> done = run(*job, m_patience);
    if (done)
        job->setBinaryData({});
    cleanse(copy);
    if (!done)
        return done;
    const Result<std::optional<SecretBytes>> kept = read(name);
    if (kept && *kept && equalInConstantTime((*kept)->view(), value.view()))
        return {};
    return failure(ErrorKind::Unavailable, u"the keychain keeps nothing; is it locked?"_s);
}

Result<void> KeychainStore::remove(const QByteArray &name)
{
    const auto job = makeJob<QKeychain::DeletePasswordJob>(m_service, name);
    const Result<void> done = run(*job, m_patience);
    return !done && done.error().kind == ErrorKind::NotFound ? Result<void>() : done;
}

Result<std::optional<FoundSecret>> KeychainStore::find(const KnownSecret &secret)
{
    Result<std::optional<SecretBytes>> value = read(secret.name);
    if (!value)
        return std::unexpected(value.error());
    if (!*value)
        return std::nullopt;
    if ((*value)->size() > kLongestSecret)
        return failure(ErrorKind::Unavailable, u"%1 in the keychain is too long"_s.arg(QString::fromLatin1(secret.name)));
    return FoundSecret{std::move(**value), u"keychain"_s, {}, {}};
}

Result<void> KeychainStore::store(std::vector<NamedSecret> secrets)
{
    // A keychain knows no transaction, so what was there before is put back when one fails.
    std::vector<std::pair<QByteArray, std::optional<SecretBytes>>> before;
    for (const NamedSecret &secret : secrets) {
        Result<std::optional<SecretBytes>> old = read(secret.name);
        Result<void> written = old ? write(secret.name, secret.value) : Result<void>(std::unexpected(old.error()));
        if (!written) {
            for (const auto &[name, value] : before)
                (void)(value ? write(name, *value) : remove(name));
            return written;
        }
        before.emplace_back(secret.name, std::move(*old));
    }
    return {};
}

} // namespace gatehouse::secrets
