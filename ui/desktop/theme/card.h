#pragma once

#include "desktop/theme/label.h"

#include <QBoxLayout>
#include <QFrame>

namespace gatehouse::desktop {

/// A ground for what belongs together, with a heading and, at its right, what can be done.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString &heading = {}, QWidget *parent = nullptr);

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// At the right of the heading.
    void addAction(QWidget *widget);
    /// Has the body reach the card's edges, as tables do.
    void setFlush();
    void setHeading(const QString &heading);

private:
    Label *m_heading;
    QHBoxLayout *m_head;
    QVBoxLayout *m_body;
};

} // namespace gatehouse::desktop
