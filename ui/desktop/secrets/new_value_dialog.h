#pragma once

#include "desktop/secrets/secret_model.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace gatehouse::desktop {

class CopyOnce;
class Label;

/// Gives a secret another value: typed, made by the server and shown to nobody, or made here and shown this once.
class NewValueDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Way { Typed, Generated };
    NewValueDialog(Theme &theme, SecretModel &secrets, const client::ManagedSecret &secret, Way way, QWidget *parent);
    ~NewValueDialog() override;

private:
    [[nodiscard]] QWidget *makeTyped();
    [[nodiscard]] QWidget *makeGenerated();
    [[nodiscard]] QWidget *makePlaces();
    [[nodiscard]] QString consequence() const;
    void keep();
    void finish(const SecretModel::Outcome<client::StoredSecret> &outcome);

    SecretModel &m_secrets;
    const client::ManagedSecret m_secret;
    const Way m_way;
    QLineEdit *m_value = nullptr; ///< of Typed
    QRadioButton *m_shown = nullptr; ///< of Generated, as is the next
    CopyOnce *m_once = nullptr;
    QComboBox *m_place = nullptr;
    QWidget *m_question; ///< everything that is asked; hidden once it is done
    Label *m_outcome;
    QPushButton *m_keep;
    QPushButton *m_cancel;
};

} // namespace gatehouse::desktop
