#pragma once

#include "client/admin_session.h"
#include "desktop/guide/entrance.h"

class QLineEdit;
class QPushButton;

namespace gatehouse::desktop {

/// Covers the pages until who is signed in has entered their password again. The server judges it, over a session that ends at
/// once.
class LockScreen : public Entrance
{
    Q_OBJECT

public:
    /// `session`: the one that is covered; it lives longer.
    LockScreen(Theme &theme, client::AdminSession &session, std::unique_ptr<client::ApiClient> client, QWidget *parent = nullptr);

Q_SIGNALS:
    void unlocked();
    void signOutRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void tryPassword();
    void follow();
    void showTrouble(const client::Trouble &trouble);

    const QString m_username;
    client::AdminSession m_probe;
    QLineEdit *m_password;
    Label *m_problem;
    QPushButton *m_unlock;
};

} // namespace gatehouse::desktop
