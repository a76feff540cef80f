#pragma once

#include <QString>

namespace gatehouse::desktop {

/// A page with something to lose. In another language pages are made anew: this one says what goes on.
class ContinuedPage
{
public:
    virtual ~ContinuedPage() = default;

    /// Whether something is lost with it that was entered or handed out. While it does, it is not made anew.
    [[nodiscard]] virtual bool holdsWork() const = 0;
    /// Where within it somebody is, as setPlace() takes it; empty: where it begins.
    [[nodiscard]] virtual QString place() const { return {}; }
    virtual void setPlace(const QString &) { }
};

} // namespace gatehouse::desktop
