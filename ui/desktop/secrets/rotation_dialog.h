#pragma once

#include "desktop/secrets/secret_model.h"
#include "desktop/shell/server_profile.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QRadioButton;

namespace gatehouse::desktop {

class KeyTimeline;
class Label;

/// Has another key sign: gracefully, with what is signed so far drawn until it ends, or at once.
class RotationDialog : public QDialog
{
    Q_OBJECT

public:
    RotationDialog(Theme &theme, SecretModel &secrets, const ServerProfile &profile, QWidget *parent);

private:
    void showFuture();
    void rotate();

    SecretModel &m_secrets;
    const bool m_isProduction;
    QRadioButton *m_graceful;
    QRadioButton *m_atOnce;
    KeyTimeline *m_future;
    Label *m_consequence;
    QLineEdit *m_typed;
    Label *m_typedLabel;
    Label *m_outcome;
    QPushButton *m_rotate;
    QPushButton *m_cancel;
};

} // namespace gatehouse::desktop
