#pragma once

#include "desktop/sharing/share_model.h"
#include "desktop/shell/profile_store.h"
#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

class QLineEdit;
class QPushButton;

namespace gatehouse::desktop {

class NoticeBar;
class ReceivedView;

/// Opens a link to a one-time secret, of this server or, once that was said and agreed to, of another.
class ReceiveCard : public Card
{
    Q_OBJECT

public:
    /// `profiles`: by which servers are known, and their certificates.
    ReceiveCard(Theme &theme, ShareModel &model, QUrl server, const ProfileStore &profiles, QWidget *parent = nullptr);

    /// Shows what came, or why nothing did.
    void showPayload(Result<client::SecretPayload> payload);

private:
    void open();
    void askAbout(const QUrl &server);
    void take(client::SecretLink link);
    [[nodiscard]] std::optional<ServerProfile> profileOf(const QUrl &server) const;

    ShareModel &m_model;
    const QUrl m_server;
    const ProfileStore &m_profiles;
    QLineEdit *m_link;
    QLineEdit *m_passphrase;
    QPushButton *m_open;
    NoticeBar *m_notice;
    ReceivedView *m_received;
    QUrl m_agreed; ///< another server that may be asked
};

} // namespace gatehouse::desktop
