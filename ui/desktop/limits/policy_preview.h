#pragma once

#include "desktop/limits/limit_model.h"
#include "desktop/theme/label.h"
#include "desktop/theme/theme.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

class QGridLayout;
class QPushButton;

namespace gatehouse::desktop {

/// What a policy would have refused of what came in the last hour, beside what it refused as it is. Asks the server a moment
/// after the last change, and gives up what it asked before.
class PolicyPreview : public QFrame
{
    Q_OBJECT

public:
    PolicyPreview(Theme &theme, LimitModel &model, QWidget *parent = nullptr);

    /// Has `policy` tried, soon; what was shown before is greyed out until the answer comes.
    void ask(const client::LimitPolicy &policy);
    /// There is nothing that could be tried.
    void clear();
    /// What it comes to, in a sentence.
    [[nodiscard]] QString summary() const { return m_summary->text(); }

private:
    void send();
    void showPreview(const client::LimitPreview &preview);
    void showTrouble(const client::Trouble &trouble);
    void fill(const client::LimitPreview &preview, bool isKnown);
    void addRow(const QString &name, const QString &requests, const QString &callers, bool isHead = false);
    void setStale(bool stale);

    LimitModel &m_model;
    client::LimitPolicy m_policy;
    QTimer m_soon;
    QPointer<client::ApiCall> m_call;
    Label *m_summary;
    QPushButton *m_again;
    QWidget *m_numbers;
    QGridLayout *m_grid;
    int m_row = 0; ///< of the grid, the next that is free
    Label *m_note;
};

} // namespace gatehouse::desktop
