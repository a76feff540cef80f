#include "storage/change_listener.h"

#include "storage/statement.h"

#include <QSqlDriver>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

using namespace std::chrono_literals;

constexpr auto kBeat = 500ms;
constexpr auto kSoon = 10ms;
const QString kChannel = u"gatehouse_changes"_s;

} // namespace

ChangeListener::ChangeListener(const PostgresSettings &settings, QByteArray name, Watchdog &watchdog,
                               std::function<Result<void>(QSqlDatabase &)> changed)
    : m_settings(settings)
    , m_name(std::move(name))
    , m_watchdog(watchdog)
    , m_changed(std::move(changed))
{
    m_context.moveToThread(m_thread.handle());
    QMetaObject::invokeMethod(&m_context, [this] {
        m_soon = new QTimer(&m_context);
        m_soon->setSingleShot(true);
        QObject::connect(m_soon, &QTimer::timeout, &m_context, [this] { takeIn(); });
        auto *const beats = new QTimer(&m_context);
        QObject::connect(beats, &QTimer::timeout, &m_context, [this] { beat(); });
        beats->start(kBeat);
        beat();
    });
}

ChangeListener::~ChangeListener()
{
    QMetaObject::invokeMethod(&m_context, [this] {
        qDeleteAll(m_context.findChildren<QTimer *>());
        m_connection.reset();
        m_thread.quit();
    });
    m_thread.join();
}

void ChangeListener::beat()
{
    if (m_connection && !isAlive())
        m_connection.reset();
    if (!m_connection && !listen())
        return;
    if (m_behind)
        takeIn();
}

/// What was announced until now is heard before the answer is.
bool ChangeListener::isAlive()
{
    const Watchdog::Guard guard(m_watchdog, m_connection->socket(), m_settings.statementTimeout);
    return execute(m_connection->database(), "SELECT 1").has_value();
}

bool ChangeListener::listen()
{
    auto opened = PostgresConnection::open(m_settings, m_name);
    if (!opened)
        return false;
    m_connection = std::move(*opened);
    QSqlDriver *const driver = m_connection->database().driver();
    const auto heard = [this](const QString &, QSqlDriver::NotificationSource, const QVariant &from) {
        m_behind = true;
        // Who changed something here has taken it in, unless the connection broke just then: that can wait for the next beat.
        if (from.toByteArray() != m_name && !m_soon->isActive())
            m_soon->start(kSoon);
    };
    QObject::connect(driver, &QSqlDriver::notification, &m_context, heard);
    if (!driver->subscribeToNotification(kChannel)) {
        m_connection.reset();
        return false;
    }
    m_behind = true;
    return true;
}

void ChangeListener::takeIn()
{
    if (!m_connection)
        return;
    const Watchdog::Guard guard(m_watchdog, m_connection->socket(), m_settings.statementTimeout + 1s);
    // What is announced meanwhile is heard later and sets it again.
    m_behind = false;
    m_behind = !m_changed(m_connection->database());
}

} // namespace gatehouse::storage
