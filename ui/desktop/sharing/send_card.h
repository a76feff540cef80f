#pragma once

#include "desktop/sharing/share_model.h"
#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace gatehouse::desktop {

class NoticeBar;
class RestrictionFields;

/// Hands over a text or files once: what, for how long, to whom; then the link.
class SendCard : public Card
{
    Q_OBJECT

public:
    SendCard(Theme &theme, ShareModel &model, QWidget *parent = nullptr);

    void focusText();
    void addFiles(const QStringList &paths);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] QWidget *makeOptions();
    [[nodiscard]] QWidget *makeLink(Theme &theme);
    void chooseFiles();
    void removeFile();
    void send();
    /// Fails with the words for a person.
    [[nodiscard]] Result<client::SecretPayload> payload() const;
    [[nodiscard]] QString description() const;
    void showLink(const Result<QString> &link);
    void enable();

    ShareModel &m_model;
    QPlainTextEdit *m_text;
    QListWidget *m_files;
    QComboBox *m_life;
    QCheckBox *m_receipt;
    RestrictionFields *m_restrictions;
    NoticeBar *m_notice;
    QPushButton *m_send;
    QWidget *m_linkRow = nullptr;
    QLineEdit *m_link = nullptr;
    bool m_sending = false;
};

} // namespace gatehouse::desktop
