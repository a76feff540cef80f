#pragma once

#include "desktop/health/health_model.h"
#include "desktop/health/latency_line.h"
#include "desktop/theme/card.h"

namespace gatehouse::desktop {

/// One thing the server needs: whether it works, how fast it answers, when it last did not, and what goes without it.
class DependencyCard : public Card
{
    Q_OBJECT

public:
    DependencyCard(Theme &theme, const QString &name, QWidget *parent = nullptr);

    void showCheck(const client::HealthReport::Check &check, const HealthModel::Past &past);

private:
    Badge *m_state;
    Label *m_latency;
    Label *m_detail;
    Label *m_failure;
    LatencyLine *m_line;
};

} // namespace gatehouse::desktop
