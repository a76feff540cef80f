#pragma once

#include "desktop/limits/limit_model.h"
#include "desktop/shell/page.h"
#include "desktop/shell/server_profile.h"
#include "desktop/state/stateful_area.h"

class QGridLayout;

namespace gatehouse::desktop {

class ExemptionList;
class NoticeBar;
class PolicyCard;
class TableMemory;
class UsageList;

/// The rate limits: what each lets through, who is near or over one, and what can be changed while the server runs.
class LimitsPage : public Page
{
    Q_OBJECT

public:
    LimitsPage(Theme &theme, ServerProfile profile, client::AdminSession &session, client::LiveStream &stream,
               TableMemory &tables, QWidget *parent = nullptr);

    void resume() override { m_model.setLive(true); }
    void pause() override { m_model.setLive(false); }
    [[nodiscard]] LimitModel &model() { return m_model; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeContent();
    /// Policies and exemptions in as many columns as there is room for.
    void arrange();
    void addActs();
    void showReport();
    [[nodiscard]] PolicyCard *cardFor(const QString &policy);
    void edit(const QString &policy);
    void offerWayBack(const client::LimitPolicy &before);
    void setExempt(const QStringList &networks);
    void reset(const client::LimitUsage &usage);
    void toggleEnabled();
    /// Shows what went wrong, if anything did; else `success`.
    void tell(const std::optional<client::Trouble> &trouble, const QString &success);

    const ServerProfile m_profile;
    client::AdminSession &m_session;
    LimitModel m_model;
    StatefulArea *m_area = nullptr;
    NoticeBar *m_notice;
    QGridLayout *m_grid;
    ExemptionList *m_exempt;
    UsageList *m_usages;
    QAction *m_toggle = nullptr;
    std::map<QString, PolicyCard *> m_cards;
    QList<QWidget *> m_places; ///< of the grid, in order
    int m_columns = 0;
};

} // namespace gatehouse::desktop
