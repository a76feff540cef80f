#pragma once

#include "client/health_report.h"
#include "desktop/theme/colours.h"
#include "desktop/theme/icon_set.h"

#include <QCoreApplication>

namespace gatehouse::desktop {

/// How the state of a dependency reads to a person.
struct HealthWords {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::desktop::HealthWords)
public:
    [[nodiscard]] static QString state(client::Health health);
    [[nodiscard]] static Tone tone(client::Health health);
    [[nodiscard]] static Icon icon(client::Health health);
    /// "database": "Database". A check this console does not know is shown as it is.
    [[nodiscard]] static QString checkName(const QString &name);
    /// What does not work while it is away; empty for a check this console does not know.
    [[nodiscard]] static QString consequence(const QString &name);

    struct Duration {
        QString figure;
        QString unit;
    };
    /// In the largest unit that fits.
    [[nodiscard]] static Duration duration(std::chrono::seconds time);
};

} // namespace gatehouse::desktop
