#pragma once

#include "desktop/sharing/request_model.h"
#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

class QStackedWidget;

namespace gatehouse::desktop {

/// What others were asked for from here, and what can be done about it.
class AskedList : public Card
{
    Q_OBJECT

public:
    AskedList(Theme &theme, RequestModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void collectRequested(const QByteArray &id);
    /// The key to the answer is to be kept in a file.
    void keyRequested(const QByteArray &id);

private:
    void showAsked();
    [[nodiscard]] QWidget *makeRow(const RequestModel::Asked &asked);
    void addActs(QHBoxLayout *row, const RequestModel::Asked &asked);

    Theme &m_theme;
    RequestModel &m_model;
    QStackedWidget *m_stack;
    QVBoxLayout *m_rows;
};

/// How a request is called that has no note.
[[nodiscard]] QString nameOf(const RequestModel::Asked &asked);

} // namespace gatehouse::desktop
