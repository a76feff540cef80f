#pragma once

#include "client/request_key.h"
#include "client/secret_link.h"

#include <QJsonObject>

namespace gatehouse::client {

/// What the sender of a secret keeps, to ask later what became of it or to burn it: a file of JSON.
struct KeptReceipt {
    SecretLink link; ///< without a key
    QByteArray token;

    [[nodiscard]] QByteArray toFile() const;
    /// Fails with Malformed when `text` is no such file.
    [[nodiscard]] static Result<KeptReceipt> fromFile(QByteArrayView text);
};

/// What somebody who asked for a secret keeps, to collect and to decrypt the answer: a file of JSON that holds the private key.
struct KeptRequest {
    QUrl server;
    QByteArray id;
    RequestKey key;
    SecretBytes collectToken;

    [[nodiscard]] SecretBytes toFile() const;
    /// Fails with Malformed when `text` is no such file.
    [[nodiscard]] static Result<KeptRequest> fromFile(QByteArrayView text);
};

} // namespace gatehouse::client
