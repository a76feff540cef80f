#pragma once

#include "client/health_report.h"
#include "client/live_stream.h"

#include <map>

namespace gatehouse::desktop {

/// Notices what a person should know of although they do not look: once for each time it happens.
class Alerts : public QObject
{
    Q_OBJECT

public:
    Alerts(client::AdminSession &session, client::LiveStream &stream, QObject *parent = nullptr);

Q_SIGNALS:
    void alert(const QString &title, const QString &text);

private:
    void judge(const client::HealthReport &report);

    std::map<QString, client::Health> m_before;
};

} // namespace gatehouse::desktop
