#pragma once

#include "desktop/health/health_model.h"
#include "desktop/shell/page.h"
#include "desktop/state/stateful_area.h"

namespace gatehouse::desktop {

class DependencyCard;

/// Each thing the server needs, and how it is doing.
class HealthPage : public Page
{
    Q_OBJECT

public:
    HealthPage(Theme &theme, client::AdminSession &session, client::LiveStream &stream, QWidget *parent = nullptr);

    void resume() override { m_model.setLive(true); }
    void pause() override { m_model.setLive(false); }

private:
    void showReport();
    [[nodiscard]] DependencyCard *cardFor(const QString &check);

    HealthModel m_model;
    StatefulArea *m_area = nullptr;
    Badge *m_state;
    QVBoxLayout *m_rows;
    std::map<QString, DependencyCard *> m_cards;
};

} // namespace gatehouse::desktop
