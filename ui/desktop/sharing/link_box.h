#pragma once

#include "desktop/theme/theme.h"

#include <QFrame>

class QLineEdit;

namespace gatehouse::desktop {

/// A link that was made, to be copied and handed on. Not there until there is one.
class LinkBox : public QFrame
{
    Q_OBJECT

public:
    /// `words`: what the link is. `name`: of the link, as a screen reader says it.
    LinkBox(Theme &theme, const QString &words, const QString &name, QWidget *parent = nullptr);

    void showLink(const QString &link);

Q_SIGNALS:
    void copied();

private:
    QLineEdit *m_link;
};

} // namespace gatehouse::desktop
