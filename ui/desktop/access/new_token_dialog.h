#pragma once

#include "desktop/access/token_model.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QPushButton;
class QSpinBox;

namespace gatehouse::desktop {

class CopyOnce;
class Label;

/// Makes a share token, and shows it this once.
class NewTokenDialog : public QDialog
{
    Q_OBJECT

public:
    NewTokenDialog(Theme &theme, TokenModel &tokens, QWidget *parent);

private:
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QWidget *makeResult(Theme &theme);
    void create();
    void show(const SecretBytes &token);

    TokenModel &m_tokens;
    QComboBox *m_life;
    QSpinBox *m_limit;
    QCheckBox *m_oneTime;
    Label *m_problem;
    QPushButton *m_create;
    QPushButton *m_cancel;
    QWidget *m_form;
    QWidget *m_result;
    CopyOnce *m_token = nullptr;
};

} // namespace gatehouse::desktop
