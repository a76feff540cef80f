#include "desktop/health/health_model.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop {

namespace {

constexpr std::chrono::milliseconds kInterval = 2s;
constexpr std::size_t kRemembered = 150;

} // namespace

HealthModel::HealthModel(client::AdminSession &session, client::LiveStream &stream, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_stream(stream)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_stream.isLive())
            refresh();
    });
    connect(&session.link(), &client::LinkWatch::lost, this, &HealthModel::troubled);
    connect(&session.link(), &client::LinkWatch::returned, this, &HealthModel::refresh);
    // Also while the page does not show: what happens meanwhile is what one comes to look for.
    m_stream.listen(client::StreamTopic::Health, this, [this](const QJsonValue &data) { take(data.toObject()); });
}

void HealthModel::setLive(bool live)
{
    if (!live) {
        m_timer.stop();
        return;
    }
    m_timer.start(kInterval);
    refresh();
}

void HealthModel::refresh()
{
    if (m_call || m_session.state() != client::AdminSession::State::SignedIn)
        return;
    m_call = m_session.get(u"/health"_s, {}, this, [this](const client::ApiAnswer &answer) {
        // An unhealthy server answers 503, and says what is wrong.
        if (const QJsonObject report = answer.json(); report.contains("checks"_L1)) {
            take(report);
            return;
        }
        if (const auto trouble = client::Trouble::of(answer))
            Q_EMIT troubled(*trouble);
    });
}

void HealthModel::take(const QJsonObject &report)
{
    m_report = client::HealthReport::fromJson(report);
    for (const client::HealthReport::Check &check : m_report->checks) {
        Past &past = m_past[check.name];
        past.latencies.push_back(check.latencyMs);
        if (past.latencies.size() > kRemembered)
            past.latencies.erase(past.latencies.begin());
        if (check.health != client::Health::Healthy) {
            past.lastFailure = QDateTime::currentDateTime();
            past.lastDetail = check.detail;
        }
    }
    Q_EMIT changed();
}

} // namespace gatehouse::desktop
