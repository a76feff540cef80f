#pragma once

#include <QObject>
#include <QSocketNotifier>

/// Turns SIGTERM, SIGINT and SIGHUP into Qt signals. One per process, in the main thread.
class SignalWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);

Q_SIGNALS:
    void stopRequested();
    void reloadRequested();

private:
    QSocketNotifier *m_notifier = nullptr;
};
