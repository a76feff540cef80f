#pragma once

#include "desktop/secrets/export_forms.h"
#include "desktop/secrets/secret_model.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;

namespace gatehouse::desktop {

class Label;

/// The names of the secrets that are set, in the form another way of running wants. Without values, which no server gives away.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(Theme &theme, const SecretModel &secrets, QWidget *parent);

private:
    [[nodiscard]] export_forms::Form form() const;
    void showForm();
    void save();
    void write(const QString &path);

    QStringList m_names;
    QComboBox *m_form;
    QPlainTextEdit *m_text;
    Label *m_note;
    Label *m_outcome;
};

} // namespace gatehouse::desktop
