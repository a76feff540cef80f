#include "desktop/sharing/request_model.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop {

namespace {

constexpr std::chrono::milliseconds kInterval = 5s;

} // namespace

RequestModel::RequestModel(client::AdminSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&m_timer, &QTimer::timeout, this, &RequestModel::readStates);
}

RequestModel::~RequestModel()
{
    m_stop.request_stop();
}

std::vector<RequestModel::Asked> RequestModel::asked() const
{
    std::vector<Asked> all;
    std::ranges::transform(m_kept, std::back_inserter(all), &Kept::asked);
    return all;
}

RequestModel::Kept *RequestModel::find(const QByteArray &id)
{
    const auto found = std::ranges::find(m_kept, id, [](const Kept &kept) { return kept.asked.id; });
    return found == m_kept.end() ? nullptr : &*found;
}

void RequestModel::setLive(bool live)
{
    if (!live) {
        m_timer.stop();
        return;
    }
    m_timer.start(kInterval);
    readStates();
}

void RequestModel::ask(const QString &note, std::chrono::seconds life, LinkMade done)
{
    const QCoro::Task<void> running = askNow(note, life, std::move(done));
}

QCoro::Task<void> RequestModel::askNow(QString note, std::chrono::seconds life, LinkMade done)
{
    const QPointer<RequestModel> self(this);
    Result<client::RequestKey> key = client::RequestKey::generate();
    if (!key) {
        done(std::unexpected(key.error()));
        co_return;
    }
    // Its own, as it may end after this.
    const auto client = std::make_shared<client::SharingClient>(m_session.api());
    QCoro::Task<Result<client::CreatedRequest>> asking = client->ask(key->publicPoint(), life, note, m_session.bearer());
    const Result<client::CreatedRequest> created = co_await asking;
    if (!self)
        co_return;
    if (!created) {
        done(std::unexpected(created.error()));
        co_return;
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const client::RequestLink link{client->server(), created->id, client::fingerprintOf(key->publicPoint())};
    auto opener = std::make_shared<const client::KeptRequest>(
        client::KeptRequest{link.server, link.id, std::move(*key), SecretBytes(created->collectToken)});
    m_kept.insert(m_kept.begin(), Kept{{note, link.id, now, now.addSecs(life.count()), State::Open}, std::move(opener)});
    Q_EMIT changed();
    const Result<QString> text = link.toText();
    done(text);
}

void RequestModel::collect(const QByteArray &id, Collected done)
{
    const Kept *const kept = find(id);
    if (!kept || !kept->opener)
        return done(failure(ErrorKind::Gone, tr("It has been collected already, or has expired.")));
    const QCoro::Task<void> running = collectNow(kept->opener, std::move(done));
}

QCoro::Task<void> RequestModel::collectNow(std::shared_ptr<const client::KeptRequest> opener, Collected done)
{
    const QPointer<RequestModel> self(this);
    client::Transfer transfer;
    transfer.stop = m_stop.get_token();
    const auto client = std::make_shared<client::SharingClient>(m_session.api());
    const QByteArray token = opener->collectToken.view().toByteArray();
    QCoro::Task<Result<client::SecretPayload>> collecting =
        client::collectAnswer(*client, opener->id, opener->key, token, transfer);
    Result<client::SecretPayload> payload = co_await collecting;
    if (!self)
        co_return;
    // A Conflict is an answer that does not open: it is gone all the same.
    if (payload || payload.error().kind == ErrorKind::Conflict || payload.error().kind == ErrorKind::Gone)
        become(opener->id, State::Collected);
    done(std::move(payload));
}

std::optional<SecretBytes> RequestModel::keyFile(const QByteArray &id) const
{
    const auto kept = std::ranges::find(m_kept, id, [](const Kept &one) { return one.asked.id; });
    if (kept == m_kept.end() || !kept->opener)
        return std::nullopt;
    return kept->opener->toFile();
}

void RequestModel::readStates()
{
    if (m_session.state() != client::AdminSession::State::SignedIn)
        return;
    for (const Asked &one : asked()) { // an answer may come at once, and change them
        if (one.state == State::Open || one.state == State::Answered)
            const QCoro::Task<void> running = readNow(one.id);
    }
}

QCoro::Task<void> RequestModel::readNow(QByteArray id)
{
    const QPointer<RequestModel> self(this);
    const auto client = std::make_shared<client::SharingClient>(m_session.api());
    QCoro::Task<Result<client::SecretRequest>> reading = client->request(id);
    const Result<client::SecretRequest> request = co_await reading;
    if (!self)
        co_return;
    if (!request && request.error().kind == ErrorKind::NotFound)
        become(id, State::Expired);
    else if (request && request->state == "answered"_L1)
        become(id, State::Answered);
    else if (request && request->state == "collected"_L1)
        become(id, State::Collected);
}

void RequestModel::become(const QByteArray &id, State state)
{
    Kept *const kept = find(id);
    if (!kept || kept->asked.state == state || kept->asked.state == State::Collected)
        return;
    kept->asked.state = state;
    if (state == State::Collected || state == State::Expired)
        kept->opener.reset(); // a key to nothing
    Q_EMIT changed();
}

} // namespace gatehouse::desktop
