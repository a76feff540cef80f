#pragma once

#include "client/admin_session.h"
#include "client/limit_preview.h"
#include "client/limit_report.h"
#include "client/live_stream.h"

#include <QElapsedTimer>
#include <QTimer>

#include <expected>
#include <map>
#include <optional>

namespace gatehouse::desktop {

/// The rate limits, what passes them, and who is near or over one.
class LimitModel : public QObject
{
    Q_OBJECT

public:
    /// What a policy decided in one stretch of time, a second.
    struct Load {
        double allowed = 0;
        double refused = 0; ///< or would have been, in shadow mode
    };

    LimitModel(client::AdminSession &session, client::LiveStream &stream, QObject *parent = nullptr);

    void setLive(bool live);
    void refresh();
    [[nodiscard]] const std::optional<client::LimitReport> &report() const { return m_report; }
    [[nodiscard]] const std::vector<client::LimitUsage> &usages() const { return m_usages; }
    /// While this console was watching, oldest first.
    [[nodiscard]] const std::vector<Load> &loads(const QString &policy) { return m_past[policy].loads; }

    /// `done` gets nothing on success; what changed is read again.
    using Done = std::function<void(const std::optional<client::Trouble> &)>;
    void change(const client::LimitPolicy &policy, QObject *context, Done done);
    /// Has what is configured hold again, instead of what was changed while the server runs.
    void restore(const QString &policy, QObject *context, Done done);
    /// Asks what `policy` would have refused of what the server saw in the last hour; changes nothing.
    using Previewed = std::function<void(const std::expected<client::LimitPreview, client::Trouble> &)>;
    client::ApiCall *preview(const client::LimitPolicy &policy, QObject *context, Previewed done);
    void setExempt(const QStringList &networks, QObject *context, Done done);
    void setEnabled(bool enabled, QObject *context, Done done);
    /// Gives a caller back what was counted, by LimitUsage::key.
    void reset(const QString &key, QObject *context, Done done);

Q_SIGNALS:
    void changed(); ///< the report
    void usagesChanged();
    void troubled(const gatehouse::client::Trouble &trouble);

private:
    struct Past {
        quint64 allowed = 0;
        quint64 refused = 0;
        std::vector<Load> loads;
    };

    void readPolicies();
    void readUsages();
    void remember();
    void overrideSettings(const QJsonObject &settings, QObject *context, Done done);
    void act(client::ApiRequest request, QObject *context, Done done);

    client::AdminSession &m_session;
    client::LiveStream &m_stream;
    QTimer m_timer;
    QElapsedTimer m_since; ///< the last reading of counters
    QPointer<client::ApiCall> m_policiesCall;
    QPointer<client::ApiCall> m_usagesCall;
    std::optional<client::LimitReport> m_report;
    std::vector<client::LimitUsage> m_usages;
    std::map<QString, Past> m_past;
};

} // namespace gatehouse::desktop
