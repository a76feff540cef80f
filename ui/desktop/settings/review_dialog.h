#pragma once

#include "desktop/settings/setting_model.h"
#include "desktop/theme/label.h"

#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace gatehouse::desktop {

class NoticeBar;

/// Shows what would change, as the server sees it, before it does; or what is wrong with it.
class ReviewDialog : public QDialog
{
    Q_OBJECT

public:
    /// `typed`: what must be typed before; empty: nothing.
    ReviewDialog(Theme &theme, SettingModel &model, SettingModel::Wanted wanted, QString typed, QWidget *parent);

Q_SIGNALS:
    void applied(int changes);

private:
    void preview();
    void showChanges(const std::vector<client::SettingChange> &changes);
    void apply();
    void enable();

    Theme &m_theme;
    SettingModel &m_model;
    const SettingModel::Wanted m_wanted;
    const QString m_typed;
    QString m_entered;
    QVBoxLayout *m_changes;
    NoticeBar *m_notice;
    QPushButton *m_apply;
    bool m_sound = false;
};

} // namespace gatehouse::desktop
