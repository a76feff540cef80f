#pragma once

#include "desktop/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace gatehouse::desktop {

class Label;

/// A secret that is shown this once: masked until asked for, copied with a countdown after which it is off the clipboard.
class CopyOnce : public QWidget
{
    Q_OBJECT

public:
    explicit CopyOnce(Theme &theme, QWidget *parent = nullptr);

    void setSecret(const QString &secret);
    [[nodiscard]] QString secret() const;
    /// Forgets it, and takes it off the clipboard.
    void forget();

private:
    void copy();
    void count();

    QLineEdit *m_field;
    QPushButton *m_reveal;
    QPushButton *m_copy;
    Label *m_note;
    QTimer m_second;
    int m_left = 0; ///< seconds that it stays on the clipboard
};

} // namespace gatehouse::desktop
