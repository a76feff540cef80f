#pragma once

#include "client/limit_report.h"

#include <QCoreApplication>

namespace gatehouse::desktop {

/// How rate limits read to a person.
struct LimitWords {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::desktop::LimitWords)
public:
    /// "general": "Every address". A policy this console does not know is shown as it is.
    [[nodiscard]] static QString policyName(const QString &name);
    /// What it is there for; empty for one this console does not know.
    [[nodiscard]] static QString purpose(const QString &name);
    /// "60 a minute, 30 at once"
    [[nodiscard]] static QString numbers(const client::LimitPolicy &policy);
    /// "a minute", "5 minutes", "90 s"
    [[nodiscard]] static QString window(double seconds);
    /// What the numbers come to for a caller.
    [[nodiscard]] static QString meaning(const client::LimitPolicy &policy);
    /// What happens while shared counters are away.
    [[nodiscard]] static QString outage(const QString &outage);
    /// The API changes the two policies of signing in together, by the name of the first.
    [[nodiscard]] static QString settableName(const QString &name);
};

} // namespace gatehouse::desktop
