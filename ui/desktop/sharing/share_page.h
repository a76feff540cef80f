#pragma once

#include "desktop/sharing/share_model.h"
#include "desktop/shell/continued_page.h"
#include "desktop/shell/page.h"

namespace gatehouse::desktop {

class NoticeBar;
class SendCard;

/// One-time secrets: send one, see what became of it, open one.
class SharePage : public Page, public ContinuedPage
{
    Q_OBJECT

public:
    SharePage(Theme &theme, client::AdminSession &session, QWidget *parent = nullptr);

    void resume() override { m_model.setLive(true); }
    void pause() override { m_model.setLive(false); }
    [[nodiscard]] bool holdsWork() const override;
    [[nodiscard]] ShareModel &model() { return m_model; }

private:
    void burn(std::size_t index);

    ShareModel m_model;
    NoticeBar *m_notice;
    SendCard *m_send;
};

} // namespace gatehouse::desktop
