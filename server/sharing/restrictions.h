#pragma once

#include "core/error.h"
#include "sharing/visitor.h"

#include <QByteArray>
#include <QJsonObject>

#include <vector>

namespace gatehouse::sharing {

/// Who may take a secret. What is empty restricts nothing; of several kinds all must hold.
struct Restrictions {
    std::vector<IpNetwork> networks = {};
    QByteArrayList countries = {}; ///< ISO 3166-1 alpha-2
    std::vector<quint32> asns = {};
    /// digestOf() the hash that the recipient must show; empty: none. So who reads what is stored cannot show it.
    QByteArray passphraseDigest = {};

    /// From the `restrictions` of a request, whose shape the schema has checked. Fails with Invalid, naming the field.
    [[nodiscard]] static Result<Restrictions> fromJson(const QJsonObject &json);
    /// As they are stored: empty when nothing is restricted.
    [[nodiscard]] QByteArray toStored() const;
    /// Fails with Internal when that is not what toStored() wrote: then nobody may take the secret.
    [[nodiscard]] static Result<Restrictions> fromStored(QByteArrayView stored);
    /// What is stored and compared of a passphrase's hash, which comes as 64 hex digits: SHA-256 of them in small letters, in
    /// hex.
    [[nodiscard]] static QByteArray digestOf(QByteArrayView passphraseHash);

    [[nodiscard]] bool permit(const Visitor &visitor) const;
    [[nodiscard]] bool needsPassphrase() const { return !passphraseDigest.isEmpty(); }
    /// Whether that is the passphrase's hash. Compares without telling by time how much of it is right.
    [[nodiscard]] bool passphraseMatches(QByteArrayView given) const;
    /// Which kinds there are: 1 addresses, 2 countries, 4 networks by number, 8 a passphrase.
    [[nodiscard]] int kinds() const;
};

} // namespace gatehouse::sharing
