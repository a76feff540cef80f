#pragma once

#include "client/managed_secret.h"
#include "desktop/theme/colours.h"

#include <QCoreApplication>

namespace gatehouse::desktop {

/// What a person reads of secrets.
class SecretWords
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::desktop::SecretWords)

public:
    [[nodiscard]] static QString purpose(const client::ManagedSecret &secret);
    [[nodiscard]] static QString source(const client::ManagedSecret &secret);
    [[nodiscard]] static QString strength(const client::ManagedSecret &secret);
    [[nodiscard]] static Tone strengthTone(const client::ManagedSecret &secret);
    /// "3 days"; empty where it is not known.
    [[nodiscard]] static QString age(const QDateTime &changed, const QDateTime &now);
    /// "in 87 days", "since 3 days"; empty where there is none.
    [[nodiscard]] static QString due(const client::ManagedSecret &secret, const QDateTime &now);
    [[nodiscard]] static QString place(const client::SecretPlace &place);
    /// What came of setting `name`, in a sentence or two.
    [[nodiscard]] static QString outcome(const QString &name, const client::StoredSecret &stored);
    /// "2 hours", "3 days".
    [[nodiscard]] static QString span(std::chrono::seconds span);
};

} // namespace gatehouse::desktop
