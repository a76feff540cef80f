#pragma once

#include "client/audit_entry.h"
#include "client/overview.h"
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

    bool operator==(const Attention &) const = default;

    /// The worst first. `events`: the latest of the record.
    [[nodiscard]] static std::vector<Attention> from(const client::Overview &overview,
                                                     const std::vector<client::AuditEntry> &events);
};

} // namespace gatehouse::desktop
