#pragma once

#include "desktop/limits/limit_model.h"
#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

class QToolButton;

namespace gatehouse::desktop {

class LoadLine;

/// One policy: what it allows, whether it is enforced, and what passes it now.
class PolicyCard : public Card
{
    Q_OBJECT

public:
    PolicyCard(Theme &theme, const QString &policy, bool mayEdit, QWidget *parent = nullptr);

    void showPolicy(const client::LimitPolicy &policy, bool enabled, const std::vector<LimitModel::Load> &loads);

Q_SIGNALS:
    void editRequested(const QString &policy);

private:
    Badge *m_state;
    Label *m_numbers;
    Label *m_load;
    LoadLine *m_line;
};

} // namespace gatehouse::desktop
