#pragma once

#include "client/audit_entry.h"
#include "client/health_report.h"
#include "desktop/overview/traffic_history.h"
#include "desktop/theme/colours.h"

#include <QCoreApplication>

namespace gatehouse::desktop {

/// Something that asks for a person, and the page on which they mend it.
struct Attention {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::desktop::Attention)
public:
    Tone tone = Tone::Warning;
    QString title;
    QString explanation;
    QString action; ///< the words of the button
    QString page; ///< where it leads

    /// The worst first.
    [[nodiscard]] static std::vector<Attention> from(const std::optional<client::HealthReport> &health,
                                                     const std::optional<TrafficSample> &traffic,
                                                     const std::vector<client::AuditEntry> &events);
};

} // namespace gatehouse::desktop
