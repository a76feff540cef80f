#pragma once

#include "desktop/theme/theme.h"

#include <QDialog>

class QAction;
class QLineEdit;
class QListWidget;

namespace gatehouse::desktop {

/// Every page and action by a few letters of its name: type, arrows, Return. Ctrl+K.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    /// Offers `actions`, in this order while nothing is typed. They live longer.
    CommandPalette(Theme &theme, QList<QAction *> actions, QWidget *parent);

    /// How well `typed` fits `name`: letters in order, better when together and at beginnings of words; negative: not at all.
    [[nodiscard]] static int score(const QString &name, const QString &typed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QString &typed);
    void run();

    QList<QAction *> m_actions;
    QLineEdit *m_input;
    QListWidget *m_list;
};

} // namespace gatehouse::desktop
