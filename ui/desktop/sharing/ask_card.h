#pragma once

#include "desktop/sharing/request_model.h"
#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

class QLineEdit;
class QPushButton;

namespace gatehouse::desktop {

class LifeChoice;
class LinkBox;
class NoticeBar;

/// Makes a link with which somebody who has no account sends a secret here, encrypted so that only this console opens it.
class AskCard : public Card
{
    Q_OBJECT

public:
    AskCard(Theme &theme, RequestModel &model, QWidget *parent = nullptr);

    void focusNote();

private:
    void ask();
    void showLink(const Result<QString> &link);

    RequestModel &m_model;
    QLineEdit *m_note;
    LifeChoice *m_life;
    NoticeBar *m_notice;
    QPushButton *m_ask;
    LinkBox *m_link;
};

} // namespace gatehouse::desktop
