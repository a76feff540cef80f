#pragma once

#include "desktop/sharing/share_model.h"
#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace gatehouse::desktop {

class NoticeBar;

/// Opens a link to a one-time secret of this server. What comes is masked until somebody wants to see it.
class ReceiveCard : public Card
{
    Q_OBJECT

public:
    ReceiveCard(Theme &theme, ShareModel &model, QUrl server, QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *makeContent(Theme &theme);
    void open();
    void showPayload(Result<client::SecretPayload> payload);
    void reveal(bool shown);
    void save();
    void forget();

    ShareModel &m_model;
    const QUrl m_server;
    QLineEdit *m_link;
    QLineEdit *m_passphrase;
    QPushButton *m_open;
    NoticeBar *m_notice;
    QWidget *m_content = nullptr;
    Label *m_what = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_reveal = nullptr;
    QPushButton *m_copy = nullptr;
    client::SecretPayload m_payload;
};

} // namespace gatehouse::desktop
