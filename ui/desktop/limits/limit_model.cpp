#include "desktop/limits/limit_model.h"

#include "desktop/limits/limit_words.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop {

namespace {

constexpr std::chrono::milliseconds kInterval = 3s;
constexpr std::size_t kRemembered = 200;
const QString kPath = u"/api/v1/admin/limits"_s;

double perSecond(quint64 before, quint64 now, double seconds)
{
    return now >= before && seconds > 0 ? double(now - before) / seconds : 0; // less than before: the server was started again
}

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

LimitModel::LimitModel(client::AdminSession &session, client::LiveStream &stream, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_stream(stream)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        readPolicies();
        if (!m_stream.isLive())
            readUsages();
    });
    const auto again = [this] {
        if (m_timer.isActive())
            refresh();
    };
    connect(&stream, &client::LiveStream::liveChanged, this, again);
    connect(&session.link(), &client::LinkWatch::returned, this, again);
    connect(&session.link(), &client::LinkWatch::lost, this, &LimitModel::troubled);
}

void LimitModel::setLive(bool live)
{
    if (!live) {
        m_timer.stop();
        m_since.invalidate();
        m_stream.leave(client::StreamTopic::Limits, this);
        return;
    }
    if (!m_timer.isActive()) {
        m_stream.listen(client::StreamTopic::Limits, this, [this](const QJsonValue &data) {
            m_usages = client::limitUsagesFromJson(data.toArray());
            Q_EMIT usagesChanged();
        });
    }
    m_timer.start(kInterval);
    refresh();
}

void LimitModel::refresh()
{
    readPolicies();
    readUsages();
}

void LimitModel::readPolicies()
{
    if (m_policiesCall || m_session.state() != client::AdminSession::State::SignedIn)
        return;
    m_policiesCall = m_session.get(kPath, {}, this, [this](const client::ApiAnswer &answer) {
        if (const auto trouble = client::Trouble::of(answer)) {
            Q_EMIT troubled(*trouble);
            return;
        }
        m_report = client::LimitReport::fromJson(answer.json());
        remember();
        Q_EMIT changed();
    });
}

void LimitModel::readUsages()
{
    if (m_usagesCall || m_session.state() != client::AdminSession::State::SignedIn)
        return;
    m_usagesCall = m_session.get(kPath + u"/usage"_s, {}, this, [this](const client::ApiAnswer &answer) {
        if (answer.status != 200)
            return;
        m_usages = client::limitUsagesFromJson(answer.json().value("items"_L1).toArray());
        Q_EMIT usagesChanged();
    });
}

void LimitModel::remember()
{
    const double seconds = m_since.isValid() ? double(m_since.elapsed()) / 1000 : 0;
    m_since.start();
    for (const client::LimitPolicy &policy : m_report->policies) {
        Past &past = m_past[policy.name];
        const quint64 refused = policy.refused + policy.shadowed;
        if (seconds > 0)
            past.loads.push_back({perSecond(past.allowed, policy.allowed, seconds), perSecond(past.refused, refused, seconds)});
        if (past.loads.size() > kRemembered)
            past.loads.erase(past.loads.begin());
        past.allowed = policy.allowed;
        past.refused = refused;
    }
}

void LimitModel::change(const client::LimitPolicy &policy, QObject *context, Done done)
{
    const QString path = kPath + u'/' + LimitWords::settableName(policy.name);
    act({.method = "PUT", .path = path, .json = textOf(policy.toJson())}, context, std::move(done));
}

client::ApiCall *LimitModel::preview(const client::LimitPolicy &policy, QObject *context, Previewed done)
{
    const QString path = kPath + u"/preview/"_s + LimitWords::settableName(policy.name);
    return m_session.call({.method = "POST", .path = path, .json = textOf(policy.toJson())}, context,
                          [done = std::move(done)](const client::ApiAnswer &answer) {
                              if (const std::optional<client::Trouble> trouble = client::Trouble::of(answer))
                                  done(std::unexpected(*trouble));
                              else
                                  done(client::LimitPreview::fromJson(answer.json()));
                          });
}

void LimitModel::restore(const QString &policy, QObject *context, Done done)
{
    QJsonObject settings;
    for (const QLatin1String number : {"quota"_L1, "window"_L1, "burst"_L1, "shadow"_L1, "outage"_L1})
        settings.insert(u"limits.%1.%2"_s.arg(LimitWords::settableName(policy), number), QJsonValue::Null);
    overrideSettings(settings, context, std::move(done));
}

void LimitModel::setExempt(const QStringList &networks, QObject *context, Done done)
{
    overrideSettings({{u"limits.exempt"_s, QJsonArray::fromStringList(networks)}}, context, std::move(done));
}

void LimitModel::setEnabled(bool enabled, QObject *context, Done done)
{
    overrideSettings({{u"limits.enabled"_s, enabled}}, context, std::move(done));
}

void LimitModel::reset(const QString &key, QObject *context, Done done)
{
    act({.method = "DELETE", .path = kPath + u"/keys/"_s + key}, context, std::move(done));
}

void LimitModel::overrideSettings(const QJsonObject &settings, QObject *context, Done done)
{
    act({.method = "PATCH", .path = u"/api/v1/admin/config"_s, .json = textOf(settings)}, context, std::move(done));
}

void LimitModel::act(client::ApiRequest request, QObject *context, Done done)
{
    m_session.call(std::move(request), context, [self = QPointer(this), done = std::move(done)](const client::ApiAnswer &answer) {
        if (self)
            self->refresh();
        done(client::Trouble::of(answer));
    });
}

} // namespace gatehouse::desktop
