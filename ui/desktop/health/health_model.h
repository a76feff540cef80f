#pragma once

#include "client/admin_session.h"
#include "client/health_report.h"
#include "client/live_stream.h"

#include <QTimer>

#include <map>
#include <optional>

namespace gatehouse::desktop {

/// How the server and what it needs are doing, and did while this console was watching.
class HealthModel : public QObject
{
    Q_OBJECT

public:
    /// What is remembered of one dependency.
    struct Past {
        std::vector<double> latencies; ///< milliseconds, the latest last
        QDateTime lastFailure; ///< invalid: none seen
        QString lastDetail; ///< of that failure
    };

    HealthModel(client::AdminSession &session, client::LiveStream &stream, QObject *parent = nullptr);

    void setLive(bool live);
    void refresh();
    [[nodiscard]] const std::optional<client::HealthReport> &report() const { return m_report; }
    [[nodiscard]] const Past &past(const QString &check) { return m_past[check]; }

Q_SIGNALS:
    void changed();
    void troubled(const gatehouse::client::Trouble &trouble);

private:
    void take(const QJsonObject &report);

    client::AdminSession &m_session;
    client::LiveStream &m_stream;
    QTimer m_timer;
    QPointer<client::ApiCall> m_call;
    std::optional<client::HealthReport> m_report;
    std::map<QString, Past> m_past;
};

} // namespace gatehouse::desktop
