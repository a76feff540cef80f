#pragma once

#include "desktop/access/user_model.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace gatehouse::desktop {

class Label;

/// Makes a user: a name, a role, and a password that is made here and shown once, or typed.
class NewUserDialog : public QDialog
{
    Q_OBJECT

public:
    NewUserDialog(Theme &theme, UserModel &users, QWidget *parent);

private:
    void create();
    void showTrouble(const client::Trouble &trouble);
    void copyPassword();

    UserModel &m_users;
    QLineEdit *m_name;
    QComboBox *m_role;
    QLineEdit *m_password;
    Label *m_problem;
    QPushButton *m_create;
};

} // namespace gatehouse::desktop
