#pragma once

#include "desktop/sharing/request_model.h"
#include "desktop/sharing/share_model.h"
#include "desktop/shell/page.h"
#include "desktop/shell/profile_store.h"

class QAbstractButton;
class QStackedWidget;

namespace gatehouse::desktop {

class AskCard;
class AskedList;
class NoticeBar;
class ReceiveCard;
class SendCard;
class SentList;

/// One-time secrets: send one or ask for one, see what became of it, open one.
class SharePage : public Page
{
    Q_OBJECT

public:
    SharePage(Theme &theme, client::AdminSession &session, const ProfileStore &profiles, QWidget *parent = nullptr);

    void resume() override;
    void pause() override;
    [[nodiscard]] bool holdsWork() const override;
    [[nodiscard]] ShareModel &model() { return m_model; }
    [[nodiscard]] RequestModel &requests() { return m_requests; }
    /// Keeps the key to what was asked for in a file, in place of none.
    void saveKey(const QByteArray &id, const QString &path);

private:
    [[nodiscard]] QWidget *makeContent();
    void addSides();
    void addActs();
    void showSide(int side);
    void burn(std::size_t index);
    void chooseKeyFile(const QByteArray &id);

    ShareModel m_model;
    RequestModel m_requests;
    NoticeBar *m_notice;
    SendCard *m_send;
    AskCard *m_ask;
    ReceiveCard *m_receive;
    SentList *m_sent;
    AskedList *m_asked;
    QStackedWidget *m_cards; ///< send, ask
    QStackedWidget *m_lists; ///< what was sent, what was asked for
    QList<QAbstractButton *> m_sides;
};

} // namespace gatehouse::desktop
