#pragma once

#include "client/user_directory.h"
#include "desktop/audit/audit_filter.h"
#include "desktop/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;

namespace gatehouse::desktop {

/// What is looked for in the record.
class AuditFilterBar : public QWidget
{
    Q_OBJECT

public:
    /// `users` lives longer.
    AuditFilterBar(Theme &theme, client::UserDirectory &users, QWidget *parent = nullptr);

    [[nodiscard]] AuditFilter filter() const;
    void clear();
    void focusSearch();
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// After typing has paused, or at once for what was chosen.
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillActors();

    client::UserDirectory &m_users;
    QLineEdit *m_text;
    QComboBox *m_when;
    QComboBox *m_actor;
    QComboBox *m_action;
    QComboBox *m_outcome;
    QLineEdit *m_address;
    QWidget *m_clear = nullptr;
    QHBoxLayout *m_line = nullptr;
    QHBoxLayout *m_below = nullptr;
    QHBoxLayout *m_choices = nullptr; ///< in one of the two
    QTimer m_typing;
};

} // namespace gatehouse::desktop
