#pragma once

#include "client/api_client.h"
#include "core/secret_bytes.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <chrono>
#include <optional>

namespace gatehouse::client {

/// Who may take a secret; what is empty restricts nothing.
struct Restrictions {
    QByteArrayList ips = {}; ///< addresses and CIDRs
    QByteArrayList countries = {}; ///< ISO 3166-1 alpha-2
    QList<quint32> asns = {};
    QByteArray passphraseHash = {}; ///< passphraseHash() of the passphrase

    [[nodiscard]] bool isEmpty() const
    {
        return ips.isEmpty() && countries.isEmpty() && asns.isEmpty() && passphraseHash.isEmpty();
    }
};

/// What a server is told of a passphrase: its SHA-256, in hexadecimal.
[[nodiscard]] QByteArray passphraseHash(QByteArrayView passphrase);

/// A secret to be stored.
struct NewSecret {
    QByteArray data; ///< base64 of what was encrypted
    std::chrono::seconds expiresIn{0};
    Restrictions restrictions = {};
    bool receipt = false; ///< whether its creator wants to be able to ask what became of it
};

struct CreatedSecret {
    QByteArray id;
    QByteArray receiptToken; ///< empty when none was asked for
};

/// Base64 of what was encrypted, as it was stored.
struct StoredData {
    QByteArray data;
};

/// A token for those who are to create secrets.
struct NewToken {
    std::chrono::seconds lifetime{0};
    std::optional<qint64> uploadSizeLimit = {}; ///< bytes
    bool oneTime = false;
};

struct IssuedToken {
    SecretBytes token;
};

/// What became of a secret.
struct Receipt {
    QString state; ///< waiting, taken, expired, burned, destroyed or locked
    QString created; ///< RFC 3339, as all times
    QString expires;
    QString taken; ///< empty: it was not
    QString takenFrom; ///< "192.0.2.1, DE, AS64496", as far as known
    int failedAttempts = 0;
};

struct CreatedRequest {
    QByteArray id;
    QByteArray collectToken;
};

/// What somebody asks for.
struct SecretRequest {
    QByteArray publicPoint; ///< 65 bytes as the server has them: to be compared with the link's fingerprint before use
    QString state; ///< open, answered or collected
    QString expires;
    QString note;
};

/// Speaks the sharing part of one server's API: it stores and hands out what is encrypted already. Errors are told as a person
/// can act on them: Unauthenticated, Forbidden, NotFound (unknown or expired), Gone (taken already), TooLarge, Limited,
/// NotSupported, Invalid, Unavailable. Lives in the thread of its ApiClient, which outlives it; its coroutines must end before.
class SharingClient
{
public:
    explicit SharingClient(ApiClient &api)
        : m_api(api)
    {
    }

    [[nodiscard]] const QUrl &server() const { return m_api.base(); }

    /// `token`: of who may create; empty for anybody.
    [[nodiscard]] QCoro::Task<Result<CreatedSecret>> create(NewSecret secret, QByteArray token, Transfer transfer = {});
    /// Takes it, which works once. `passphraseHash`: empty when there is none.
    [[nodiscard]] QCoro::Task<Result<StoredData>> take(QByteArray id, QByteArray passphraseHash, Transfer transfer = {});
    [[nodiscard]] QCoro::Task<Result<Receipt>> receipt(QByteArray id, QByteArray receiptToken);
    /// Removes a secret that nobody has taken.
    [[nodiscard]] QCoro::Task<Result<void>> burn(QByteArray id, QByteArray receiptToken);
    [[nodiscard]] QCoro::Task<Result<IssuedToken>> createToken(NewToken wanted, QByteArray adminToken);

    /// The longest that the server keeps anything; nothing when it does not say.
    [[nodiscard]] QCoro::Task<std::optional<std::chrono::seconds>> longestLifetime();

    [[nodiscard]] QCoro::Task<Result<CreatedRequest>> ask(QByteArray publicPoint, std::chrono::seconds expiresIn, QString note,
                                                          QByteArray token);
    [[nodiscard]] QCoro::Task<Result<SecretRequest>> request(QByteArray id);
    [[nodiscard]] QCoro::Task<Result<void>> answer(QByteArray id, QByteArray data, Transfer transfer = {});
    /// Takes the answer to a request, which works once.
    [[nodiscard]] QCoro::Task<Result<StoredData>> collect(QByteArray id, QByteArray collectToken, Transfer transfer = {});

private:
    ApiClient &m_api;
};

} // namespace gatehouse::client
