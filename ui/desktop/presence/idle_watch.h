#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace gatehouse::desktop {

/// Notices that nobody has touched the console for a while.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(QObject *parent = nullptr);

    /// 0: never.
    void setPatience(std::chrono::milliseconds patience);

Q_SIGNALS:
    void idled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_timer;
};

} // namespace gatehouse::desktop
