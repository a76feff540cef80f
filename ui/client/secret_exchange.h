#pragma once

#include "client/request_key.h"
#include "client/secret_link.h"
#include "client/secret_payload.h"
#include "client/sharing_client.h"

namespace gatehouse::client {

/// How a secret is to be kept.
struct SendOptions {
    std::chrono::seconds expiresIn{0};
    Restrictions restrictions = {};
    bool receipt = false;
};

struct SentSecret {
    SecretLink link; ///< with its key
    QByteArray receiptToken; ///< empty when none was asked for
};

/// Encrypts `payload` under a fresh key and stores it.
[[nodiscard]] QCoro::Task<Result<SentSecret>> sendSecret(SharingClient &client, SecretPayload payload, SendOptions options,
                                                         QByteArray token, Transfer transfer = {});

/// Takes and decrypts what `link`, which has a key, leads to; checks the digest before anything is handed on. Fails with
/// Conflict when what came is not what was sent; then it is gone all the same.
[[nodiscard]] QCoro::Task<Result<SecretPayload>> receiveSecret(SharingClient &client, SecretLink link, QByteArray passphraseHash,
                                                               Transfer transfer = {});

/// What is asked for by `link`. Fails with Forbidden when the server's key is not the one of the link, as then somebody else
/// would read the answer; with Gone when there is one already.
[[nodiscard]] QCoro::Task<Result<SecretRequest>> openRequest(SharingClient &client, RequestLink link);

/// Encrypts `payload` for whoever made the request, which openRequest() returned for this link, and stores it.
[[nodiscard]] QCoro::Task<Result<void>> answerRequest(SharingClient &client, RequestLink link, SecretRequest request,
                                                      SecretPayload payload, Transfer transfer = {});

/// Takes and decrypts the answer to the request `id`, which was made with `key`. Fails as receiveSecret().
[[nodiscard]] QCoro::Task<Result<SecretPayload>> collectAnswer(SharingClient &client, QByteArray id, const RequestKey &key,
                                                               QByteArray collectToken, Transfer transfer = {});

} // namespace gatehouse::client
