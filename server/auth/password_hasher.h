#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QByteArray>
#include <QThreadPool>

#include <qcoro/qcorotask.h>

#include <QHash>

#include <atomic>
#include <mutex>

namespace gatehouse::auth {

/// The cost of one argon2id computation (RFC 9106) and how many may run or wait at once.
struct PasswordHasherSettings {
    quint32 memoryKib = 19456;
    quint32 passes = 2;
    int threads = 1;
    int mostWaiting = 32; ///< beyond it callers are turned away at once
    int mostWaitingForOne = 8; ///< the same for one caller, who would fill all places else
};

/// A PHC string: algorithm, parameters, salt and hash. A type of its own because std::expected of a QByteArray cannot be
/// awaited with GCC 12.
struct PasswordHash {
    QByteArray encoded;
};

/// Hashes passwords on threads of its own, so that no worker's loop waits for one. Thread-safe.
class PasswordHasher
{
public:
    explicit PasswordHasher(PasswordHasherSettings settings);

    /// The PHC string of `password`. `caller` is for whom: an account's identifier where one is signed in, else an address as
    /// limits count it. Fails with Unavailable when too many are waiting, or too many of that caller.
    [[nodiscard]] QCoro::Task<Result<PasswordHash>> hash(SecretBytes password, QByteArray caller);
    /// Whether `password` is that of the PHC string `encoded`. An empty `encoded`, for a user that does not exist,
    /// costs the same and is never right. Fails as hash() does, and with Unavailable when memory is short.
    [[nodiscard]] QCoro::Task<Result<bool>> verify(QByteArray encoded, SecretBytes password, QByteArray caller);
    /// Whether `encoded` was computed at another cost than this hasher's, and is better computed anew when the password
    /// is at hand.
    [[nodiscard]] bool isOutdated(QByteArrayView encoded) const;
    /// How many have been computed: what sign-ins cost.
    [[nodiscard]] quint64 computations() const { return m_computations; }
    /// hash() in the calling thread: for the command line.
    [[nodiscard]] Result<PasswordHash> hashBlocking(QByteArrayView password) const;

private:
    [[nodiscard]] Result<bool> matches(const QByteArray &encoded, QByteArrayView password) const;
    template<typename Work> [[nodiscard]] auto runInPool(Work work, QByteArray caller) -> QCoro::Task<std::invoke_result_t<Work>>;
    [[nodiscard]] bool takePlace(const QByteArray &caller);
    void leavePlace(const QByteArray &caller);

    const PasswordHasherSettings m_settings;
    std::mutex m_mutex; ///< of the next two
    int m_waiting = 0;
    QHash<QByteArray, int> m_waitingOf; ///< by caller; those who wait for nothing are not in it
    mutable std::atomic<quint64> m_computations = 0;
    QThreadPool m_pool; ///< destroyed first: waits for what runs
};

} // namespace gatehouse::auth
