#pragma once

#include "desktop/limits/limit_model.h"
#include "desktop/theme/label.h"
#include "desktop/theme/theme.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QPushButton;
class QSpinBox;

namespace gatehouse::desktop {

class NoticeBar;
class PolicyPreview;

/// Changes the numbers of a policy; says what they come to, what changes, and what would have come of it in the last hour, before
/// anything does.
class PolicyDialog : public QDialog
{
    Q_OBJECT

public:
    PolicyDialog(Theme &theme, LimitModel &model, const client::LimitPolicy &policy, QWidget *parent);

Q_SIGNALS:
    /// It holds from now on; `before` leads back.
    void applied(const gatehouse::client::LimitPolicy &before);

private:
    [[nodiscard]] QFormLayout *makeForm();
    [[nodiscard]] QLayout *makeButtons(Theme &theme);
    [[nodiscard]] client::LimitPolicy entered() const;
    void show(const client::LimitPolicy &policy);
    void explain();
    void apply();
    void restore();
    void finish(const std::optional<client::Trouble> &trouble);

    LimitModel &m_model;
    const client::LimitPolicy m_before;
    QSpinBox *m_quota;
    QSpinBox *m_window;
    QComboBox *m_unit;
    QCheckBox *m_sameBurst;
    QSpinBox *m_burst;
    QComboBox *m_mode;
    QComboBox *m_outage;
    Label *m_meaning;
    Label *m_difference;
    PolicyPreview *m_preview;
    NoticeBar *m_notice;
    QPushButton *m_apply = nullptr;
};

} // namespace gatehouse::desktop
