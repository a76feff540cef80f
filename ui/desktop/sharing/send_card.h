#pragma once

#include "desktop/sharing/share_model.h"
#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

class QCheckBox;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace gatehouse::desktop {

class LifeChoice;
class LinkBox;
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
    LifeChoice *m_life;
    QCheckBox *m_receipt;
    RestrictionFields *m_restrictions;
    NoticeBar *m_notice;
    QPushButton *m_send;
    LinkBox *m_link;
    bool m_sending = false;
};

} // namespace gatehouse::desktop
