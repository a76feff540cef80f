#pragma once

#include "desktop/state/state_panel.h"

#include <QDateTime>
#include <QStackedWidget>
#include <QTimer>

namespace gatehouse::desktop {

/// Content that comes from a server, or what stands in its place. Once there was content it stays, greyed out and with its
/// age, while the server is away.
class StatefulArea : public QWidget
{
    Q_OBJECT

public:
    StatefulArea(Theme &theme, QWidget *content, QWidget *parent = nullptr);

    void showLoading();
    void showContent();
    void showEmpty(Icon icon, const QString &title, const QString &explanation, const QString &action = {});
    /// In place of the content; above it, with its age, where there is some already.
    void showTrouble(const client::Trouble &trouble);
    [[nodiscard]] bool isStale() const { return m_stale; }

Q_SIGNALS:
    void retryRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setStale(bool stale);
    void sayAge();

    QStackedWidget *m_stack;
    StatePanel *m_panel;
    QWidget *m_content;
    QWidget *m_veil; ///< over what is stale
    QFrame *m_notice = nullptr;
    Label *m_age;
    QString m_reason;
    QDateTime m_updated; ///< invalid: there has been no content
    bool m_stale = false;
    QTimer m_ageTimer;
};

} // namespace gatehouse::desktop
