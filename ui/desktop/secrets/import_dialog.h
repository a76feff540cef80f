#pragma once

#include "core/dotenv.h"
#include "desktop/secrets/secret_model.h"

#include <QDialog>

class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace gatehouse::desktop {

class Label;

/// Takes the secrets of a .env file over, one after the other: those that a person leaves chosen.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(Theme &theme, SecretModel &secrets, QWidget *parent);

    /// Reads the file and shows what of it is a secret here.
    void readFile(const QString &path);

private:
    void chooseFile();
    void showFound();
    void say(const QString &words, Tone tone);
    void takeNext();
    [[nodiscard]] int chosen() const;

    struct Found {
        QString name; ///< the secret's own
        SecretBytes value;
    };
    SecretModel &m_secrets;
    std::vector<Found> m_found;
    QStringList m_others; ///< that are none of ours
    int m_next = 0; ///< row that is taken next; the number of rows when none is
    int m_failed = 0;
    QListWidget *m_list;
    Label *m_explanation;
    Label *m_outcome;
    QPushButton *m_choose;
    QPushButton *m_take;
    QPushButton *m_cancel;
};

} // namespace gatehouse::desktop
