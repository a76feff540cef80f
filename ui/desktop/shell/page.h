#pragma once

#include "desktop/theme/label.h"
#include "desktop/theme/theme.h"

#include <QKeySequence>
#include <QVBoxLayout>

namespace gatehouse::desktop {

/// One page of the console: a heading, what can be done at its right, and a body. A page is a small widget over a model;
/// it knows no other page. Its actions() are offered by the command palette while it shows.
class Page : public QWidget
{
    Q_OBJECT

public:
    Page(Theme &theme, const QString &title, const QString &explanation, QWidget *parent = nullptr);

    /// It shows from now on: what is live may begin.
    virtual void resume() { }
    /// It does not show any more.
    virtual void pause() { }

    /// Whether something is lost with it that was entered or handed out. While it does, it is not made anew, as pages are in
    /// another language.
    [[nodiscard]] virtual bool holdsWork() const { return false; }
    /// Where within it somebody is, as setPlace() of a page made anew takes it; empty: where it begins.
    [[nodiscard]] virtual QString place() const { return {}; }
    virtual void setPlace(const QString &) { }

Q_SIGNALS:
    /// Another page is wanted, by the identifier of its PageEntry.
    void pageRequested(const QString &id);

protected:
    [[nodiscard]] Theme &theme() const { return m_theme; }
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// At the right of the heading.
    void addControl(QWidget *control);
    /// An act of this page, for its button, its shortcut and the command palette.
    QAction *addAct(const QString &text, Icon icon, const QKeySequence &shortcut);
    void setExplanation(const QString &explanation);

private:
    Theme &m_theme;
    Label *m_explanation;
    QHBoxLayout *m_head;
    QVBoxLayout *m_body;
};

/// A page in the list at the side. Made when it is first shown.
struct PageEntry {
    QString id;
    QString title;
    QString section;
    Icon icon;
    QKeySequence shortcut;
    std::function<Page *()> make;
};

} // namespace gatehouse::desktop
