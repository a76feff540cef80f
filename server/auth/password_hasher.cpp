#include "auth/password_hasher.h"

#include "core/one_shot.h"
#include "core/random.h"

#include <argon2.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace gatehouse::auth {

namespace {
constexpr std::size_t kSaltSize = 16;
constexpr std::size_t kHashSize = 32;

std::unexpected<Error> failureOf(int status)
{
    if (status == ARGON2_MEMORY_ALLOCATION_ERROR)
        return failure(ErrorKind::Unavailable, u"too little memory for a sign-in"_s);
    return failure(ErrorKind::Internal, u"argon2: "_s + QString::fromLatin1(argon2_error_message(status)));
}
} // namespace

PasswordHasher::PasswordHasher(PasswordHasherSettings settings)
    : m_settings(settings)
{
    m_pool.setMaxThreadCount(settings.threads);
}

bool PasswordHasher::takePlace(const QByteArray &caller)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting >= m_settings.mostWaiting || m_waitingOf.value(caller) >= m_settings.mostWaitingForOne)
        return false;
    ++m_waiting;
    ++m_waitingOf[caller];
    return true;
}

void PasswordHasher::leavePlace(const QByteArray &caller)
{
    const std::lock_guard lock(m_mutex);
    --m_waiting;
    if (--m_waitingOf[caller] == 0)
        m_waitingOf.remove(caller);
}

template<typename Work> auto PasswordHasher::runInPool(Work work, QByteArray caller) -> QCoro::Task<std::invoke_result_t<Work>>
{
    using Outcome = std::invoke_result_t<Work>;
    if (!takePlace(caller))
        co_return failure(ErrorKind::Unavailable, u"too many sign-ins at once"_s);
    OneShot<Outcome> computed;
    auto owned = std::make_shared<Work>(std::move(work)); // shared because QThreadPool takes only what can be copied
    m_pool.start([this, computed, owned, caller] {
        Outcome outcome = (*owned)();
        leavePlace(caller);
        computed.give(std::move(outcome));
    });
    Outcome outcome = co_await computed;
    co_return outcome;
}

QCoro::Task<Result<PasswordHash>> PasswordHasher::hash(SecretBytes password, QByteArray caller)
{
    return runInPool([this, password = std::move(password)] { return hashBlocking(password.view()); }, std::move(caller));
}

QCoro::Task<Result<bool>> PasswordHasher::verify(QByteArray encoded, SecretBytes password, QByteArray caller)
{
    return runInPool(
        [this, encoded = std::move(encoded), password = std::move(password)] { return matches(encoded, password.view()); },
        std::move(caller));
}

Result<PasswordHash> PasswordHasher::hashBlocking(QByteArrayView password) const
{
    ++m_computations;
    std::array<unsigned char, kSaltSize> salt{};
    fillRandom(salt.data(), salt.size());
    QByteArray encoded(
        static_cast<qsizetype>(argon2_encodedlen(m_settings.passes, m_settings.memoryKib, 1, kSaltSize, kHashSize, Argon2_id)),
        '\0');
    const int status = argon2id_hash_encoded(m_settings.passes, m_settings.memoryKib, 1, password.data(),
                                             static_cast<std::size_t>(password.size()), salt.data(), salt.size(), kHashSize,
                                             encoded.data(), static_cast<std::size_t>(encoded.size()));
    if (status != ARGON2_OK)
        return failureOf(status);
    encoded.truncate(encoded.indexOf('\0'));
    return PasswordHash{std::move(encoded)};
}

bool PasswordHasher::isOutdated(QByteArrayView encoded) const
{
    const QByteArray parameters =
        "$argon2id$v=19$m=" + QByteArray::number(m_settings.memoryKib) + ",t=" + QByteArray::number(m_settings.passes) + ",p=1$";
    return !encoded.startsWith(parameters);
}

Result<bool> PasswordHasher::matches(const QByteArray &encoded, QByteArrayView password) const
{
    if (encoded.isEmpty()) {
        const Result<PasswordHash> wasted = hashBlocking(password);
        return wasted ? Result<bool>(false) : std::unexpected(wasted.error());
    }
    ++m_computations;
    const int status = argon2id_verify(encoded.constData(), password.data(), static_cast<std::size_t>(password.size()));
    if (status != ARGON2_OK && status != ARGON2_VERIFY_MISMATCH)
        return failureOf(status);
    return status == ARGON2_OK;
}

} // namespace gatehouse::auth
