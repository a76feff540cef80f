#pragma once

#include "desktop/audit/audit_filter.h"
#include "desktop/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace gatehouse::desktop {

/// What is looked for in the record.
class AuditFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit AuditFilterBar(Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] AuditFilter filter() const;
    void clear();
    void focusSearch();

Q_SIGNALS:
    /// After typing has paused, or at once for what was chosen.
    void changed();

private:
    QLineEdit *m_text;
    QComboBox *m_when;
    QComboBox *m_action;
    QComboBox *m_outcome;
    QLineEdit *m_address;
    QWidget *m_clear = nullptr;
    QTimer m_typing;
};

} // namespace gatehouse::desktop
