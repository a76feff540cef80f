#pragma once

#include "desktop/guide/entrance.h"
#include "desktop/shell/language.h"
#include "desktop/shell/server_profile.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace gatehouse::desktop {

/// The first question: a server in this program, or one that runs elsewhere. Return takes the first.
class ServerChoice : public Entrance
{
    Q_OBJECT

public:
    /// `language` can be chosen here, too, and lives longer. `dataFolder`: where a server in this program would keep its data.
    ServerChoice(Theme &theme, Language &language, const QString &dataFolder, QWidget *parent = nullptr);

    /// Why the last choice did not do.
    void showProblem(const QString &problem);

Q_SIGNALS:
    void chosen(const gatehouse::desktop::ServerProfile &profile);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addRemoteFields();
    void addLanguage(Language &language);
    void choose();

    QRadioButton *m_embedded;
    QRadioButton *m_remote;
    QWidget *m_fields;
    QLineEdit *m_url;
    QComboBox *m_stage;
    Label *m_problem;
    QPushButton *m_continue;
};

} // namespace gatehouse::desktop
