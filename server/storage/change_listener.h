#pragma once

#include "core/error.h"
#include "core/event_thread.h"
#include "storage/postgres_connection.h"
#include "storage/watchdog.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace gatehouse::storage {

/// Hears what other processes announce (LISTEN gatehouse_changes; the triggers of the migrations do), over a connection of its
/// own in a thread of its own. Twice a second it asks whether the connection lives; after it was lost, something may have been
/// missed, so that counts as a change.
class ChangeListener
{
public:
    /// Calls `changed` in the thread: at first, whenever somebody else announced a change, after each interruption, and again
    /// until it succeeds. `name`: of the connections whose announcements are one's own, for which it is in no hurry. Everything
    /// outlives this.
    ChangeListener(const PostgresSettings &settings, QByteArray name, Watchdog &watchdog,
                   std::function<Result<void>(QSqlDatabase &)> changed);
    ~ChangeListener();
    ChangeListener(const ChangeListener &) = delete;
    ChangeListener &operator=(const ChangeListener &) = delete;

private:
    void beat();
    [[nodiscard]] bool listen();
    [[nodiscard]] bool isAlive();
    void takeIn();

    const PostgresSettings &m_settings;
    const QByteArray m_name;
    Watchdog &m_watchdog;
    const std::function<Result<void>(QSqlDatabase &)> m_changed;

    EventThread m_thread{"sql-listen"};
    QObject m_context; ///< lives in m_thread, as all below do
    QTimer *m_soon = nullptr; ///< takes in many announcements at once
    std::unique_ptr<PostgresConnection> m_connection;
    bool m_behind = false; ///< something changed that has not been taken in
};

} // namespace gatehouse::storage
