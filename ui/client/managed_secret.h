#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace gatehouse::client {

/// One of the product's own secrets as administrators see it: everything but its value.
struct ManagedSecret {
    enum class State {
        NotSet,
        Set,
        MadeHere, ///< the server signs with a key that it made itself
        Unknown, ///< the place that may have it cannot be read
    };
    QString name;
    QStringList aliases;
    QString purpose;
    State state = State::Unknown;
    QString source; ///< empty: none
    int neededBits = 0; ///< 0: not judged
    bool isStrong = true;
    QString weakness;
    QDateTime changed; ///< invalid: not known
    QDateTime due; ///< invalid: never
    bool isOverdue = false;
    bool canBeSet = false;
    bool canBeGenerated = false;
    bool canBeRotated = false;
    QString problem; ///< what is wrong with where or how it is kept

    [[nodiscard]] static ManagedSecret fromJson(const QJsonObject &object);
};

/// A key that signs access tokens, or did, or will.
struct SigningKeyLife {
    enum class State { Next, Active, VerifyOnly };
    QString id;
    State state = State::Next;
    QString algorithm;
    bool isGiven = false; ///< it is the JWT_SECRET
    QDateTime created;
    QDateTime activated; ///< invalid: not yet
    QDateTime retires; ///< of VerifyOnly

    [[nodiscard]] static SigningKeyLife fromJson(const QJsonObject &object);
};

/// A place that secrets can be put into.
struct SecretPlace {
    QString name; ///< "file", "keychain"
    QString place;
    QString problem; ///< why nothing can be put there; empty: it can
};

/// What `GET /api/v1/admin/secrets` tells.
struct SecretPage {
    std::vector<ManagedSecret> secrets;
    std::vector<SigningKeyLife> keys;
    std::chrono::seconds grace{};
    std::vector<SecretPlace> places;
    QString defaultPlace;

    [[nodiscard]] static SecretPage fromJson(const QJsonObject &object);
};

/// What came of setting one.
struct StoredSecret {
    enum class Effect { Now, Restart, None };
    QString place;
    Effect effect = Effect::Restart;
    QString hiddenBy; ///< the place that wins; empty: none does
    QStringList warnings;

    [[nodiscard]] static StoredSecret fromJson(const QJsonObject &object);
};

/// The `signing_keys` of an answer.
[[nodiscard]] std::vector<SigningKeyLife> signingKeysFromJson(const QJsonObject &object);

} // namespace gatehouse::client
