#pragma once

#include "desktop/shell/server_profile.h"
#include "desktop/theme/label.h"
#include "desktop/theme/theme.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace gatehouse::desktop {

/// Says what a server is called, where it is and what it is for.
class ProfileDialog : public QDialog
{
    Q_OBJECT

public:
    ProfileDialog(Theme &theme, const ServerProfile &profile, QWidget *parent);

Q_SIGNALS:
    void entered(const gatehouse::desktop::ServerProfile &profile);

private:
    void addColours();
    void save();

    const ServerProfile m_before;
    QLineEdit *m_name;
    QLineEdit *m_url;
    QComboBox *m_stage;
    QComboBox *m_colour;
    QCheckBox *m_readOnly;
    Label *m_problem;
};

} // namespace gatehouse::desktop
