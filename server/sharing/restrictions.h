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
    QByteArray passphraseHash = {}; ///< 64 hex digits in small letters: SHA-256 of what the recipient must know

    /// From the `restrictions` of a request, whose shape the schema has checked. Fails with Invalid, naming the field.
    [[nodiscard]] static Result<Restrictions> fromJson(const QJsonObject &json);
    /// As they are stored: empty when nothing is restricted.
    [[nodiscard]] QByteArray toStored() const;
    /// Fails with Internal when that is not what toStored() wrote: then nobody may take the secret.
    [[nodiscard]] static Result<Restrictions> fromStored(QByteArrayView stored);

    [[nodiscard]] bool permit(const Visitor &visitor) const;
    [[nodiscard]] bool needsPassphrase() const { return !passphraseHash.isEmpty(); }
    /// Compares without telling by time how much of it is right.
    [[nodiscard]] bool passphraseMatches(QByteArrayView given) const;
    /// Which kinds there are: 1 addresses, 2 countries, 4 networks by number, 8 a passphrase.
    [[nodiscard]] int kinds() const;
};

} // namespace gatehouse::sharing
