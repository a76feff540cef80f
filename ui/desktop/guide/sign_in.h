#pragma once

#include "client/admin_session.h"
#include "desktop/guide/entrance.h"
#include "desktop/shell/server_profile.h"

class QCheckBox;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace gatehouse::desktop {

/// Asks who it is; on a server without users, makes the first one, its administrator.
class SignIn : public Entrance
{
    Q_OBJECT

public:
    enum class Purpose { SignIn, FirstAdministrator };

    SignIn(Theme &theme, const ServerProfile &profile, client::AdminSession &session, Purpose purpose, QWidget *parent = nullptr);

    /// Offers to stay signed in when the program is started again.
    void offerToRemember(bool isWanted);
    /// While it is being found out whether somebody is still signed in; a password may be entered all the same.
    void showLooking(bool looks);
    /// What does not keep anybody from signing in.
    void warn(const QString &text);

Q_SIGNALS:
    /// Another server is wanted.
    void serverChangeRequested();
    void rememberingChosen(bool wanted);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void submit();
    void showTrouble(const client::Trouble &trouble);
    void setBusy(bool busy);

    client::AdminSession &m_session;
    Purpose m_purpose;
    QLineEdit *m_username;
    QLineEdit *m_password;
    QLineEdit *m_code = nullptr; ///< null: none is needed
    QCheckBox *m_remember;
    Label *m_rememberNote;
    Label *m_problem;
    QProgressBar *m_progress;
    QPushButton *m_submit;
};

} // namespace gatehouse::desktop
