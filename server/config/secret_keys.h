#pragma once

#include <QByteArray>

#include <vector>

namespace gatehouse::config {

/// A secret that has a key in the configuration file. The file may only say which variable holds it (`${JWT_SECRET}`); the value
/// is read by secrets/ and never comes through the settings.
struct SecretKey {
    QByteArray key; ///< "auth.jwt_secret"
    QByteArray name; ///< of the secret and of its plain variable: "JWT_SECRET"
    std::vector<QByteArray> fileAliases; ///< keys of other guides' files
    std::vector<QByteArray> variables; ///< of other guides

    /// Every variable that may hold it, the first that is set wins: GATEHOUSE_…, AUTOSCALER_…, HYPERCODE_…, HAKANAI_…, plain.
    [[nodiscard]] std::vector<QByteArray> variablesInOrder() const;
};

[[nodiscard]] const std::vector<SecretKey> &secretKeys();

/// The secret with that key, or that key of another guide; null when there is none.
[[nodiscard]] const SecretKey *findSecretKey(QByteArrayView key);

/// Whether a variable of that name, or the file that it names when it ends in _FILE, holds a secret.
[[nodiscard]] bool isSecretVariable(QByteArrayView variable);

/// `variables` with those that follow from the keys, in the order in which the first that is set wins: GATEHOUSE_SECTION_KEY,
/// AUTOSCALER_SECTION_KEY, HYPERCODE_…, HAKANAI_…, bare names.
[[nodiscard]] std::vector<QByteArray> variablesByPrecedence(const QByteArray &key, const std::vector<QByteArray> &fileAliases,
                                                            const std::vector<QByteArray> &variables);

} // namespace gatehouse::config
