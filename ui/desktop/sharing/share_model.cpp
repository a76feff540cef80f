#include "desktop/sharing/share_model.h"

#include "desktop/sharing/sharing_words.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop {

namespace {

constexpr std::chrono::milliseconds kReceiptInterval = 10s;

/// A server that is asked once. Goes when the event loop is next at it: the call that ended with it is still on its stack.
class OtherServer final : public QObject
{
public:
    explicit OtherServer(std::unique_ptr<client::ApiClient> api)
        : m_api(std::move(api))
        , m_sharing(*m_api)
    {
    }

    [[nodiscard]] client::SharingClient *sharing() { return &m_sharing; }

private:
    const std::unique_ptr<client::ApiClient> m_api;
    client::SharingClient m_sharing;
};

bool isOpen(const ShareModel::Sent &sent)
{
    return !sent.receiptToken.isEmpty() && (!sent.receipt || sent.receipt->state == "waiting"_L1);
}

} // namespace

QString sentenceOf(const Error &error)
{
    QString text = sharingWords(error.detail);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text.endsWith(u'.') ? text : text + u'.';
}

ShareModel::ShareModel(client::AdminSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&m_timer, &QTimer::timeout, this, &ShareModel::readReceipts);
}

ShareModel::~ShareModel()
{
    m_stop.request_stop();
}

ShareModel::ClientPtr ShareModel::makeClient() const
{
    return std::make_shared<client::SharingClient>(m_session.api());
}

void ShareModel::setLive(bool live)
{
    if (!live) {
        m_timer.stop();
        return;
    }
    m_timer.start(kReceiptInterval);
    readReceipts();
}

void ShareModel::send(client::SecretPayload payload, const QString &what, const client::SendOptions &options, LinkMade done)
{
    const QCoro::Task<void> running = sendNow(makeClient(), std::move(payload), what, options, std::move(done));
}

QCoro::Task<void> ShareModel::sendNow(ClientPtr client, client::SecretPayload payload, QString what, client::SendOptions options,
                                      LinkMade done)
{
    const QPointer<ShareModel> self(this);
    client::Transfer transfer;
    transfer.stop = m_stop.get_token();
    const QDateTime expires = QDateTime::currentDateTimeUtc().addSecs(options.expiresIn.count());
    QCoro::Task<Result<client::SentSecret>> sending =
        client::sendSecret(*client, std::move(payload), options, m_session.bearer(), transfer);
    const Result<client::SentSecret> made = co_await sending;
    if (!self)
        co_return;
    if (!made) {
        done(std::unexpected(made.error()));
        co_return;
    }
    Sent sent{what, made->link.id, made->receiptToken, QDateTime::currentDateTimeUtc(), expires, {}};
    m_sent.insert(m_sent.begin(), std::move(sent));
    Q_EMIT changed();
    const Result<QString> text = made->link.toText();
    done(text);
}

void ShareModel::take(client::SecretLink link, const QByteArray &passphraseHash, Taken done)
{
    const QCoro::Task<void> running = takeNow(makeClient(), std::move(link), passphraseHash, std::move(done));
}

void ShareModel::takeElsewhere(client::SecretLink link, const client::TlsTrust &trust, const QByteArray &passphraseHash,
                               Taken done)
{
    auto api = client::ApiClient::make(link.server, trust);
    if (!api)
        return done(std::unexpected(api.error()));
    const std::shared_ptr<OtherServer> other(new OtherServer(std::move(*api)), [](OtherServer *old) { old->deleteLater(); });
    ClientPtr client(other, other->sharing()); // shared as those of this server
    const QCoro::Task<void> running = takeNow(std::move(client), std::move(link), passphraseHash, std::move(done));
}

QCoro::Task<void> ShareModel::takeNow(ClientPtr client, client::SecretLink link, QByteArray passphraseHash, Taken done)
{
    const QPointer<ShareModel> self(this);
    client::Transfer transfer;
    transfer.stop = m_stop.get_token();
    QCoro::Task<Result<client::SecretPayload>> taking = client::receiveSecret(*client, std::move(link), passphraseHash, transfer);
    Result<client::SecretPayload> payload = co_await taking;
    if (self)
        done(std::move(payload));
}

void ShareModel::burn(const QByteArray &id, std::function<void(const QString &problem)> done)
{
    const auto sent = std::ranges::find(m_sent, id, [](const Sent &one) { return one.id; });
    if (sent == m_sent.end())
        return;
    const QCoro::Task<void> running = burnNow(makeClient(), id, sent->receiptToken, std::move(done));
}

QCoro::Task<void> ShareModel::burnNow(ClientPtr client, QByteArray id, QByteArray token,
                                      std::function<void(const QString &)> done)
{
    const QPointer<ShareModel> self(this);
    QCoro::Task<Result<void>> burning = client->burn(id, token);
    const Result<void> burned = co_await burning;
    if (!self)
        co_return;
    readReceipts();
    done(burned ? QString() : sentenceOf(burned.error()));
}

void ShareModel::readReceipts()
{
    if (m_session.state() != client::AdminSession::State::SignedIn)
        return;
    const std::vector<Sent> asked = m_sent; // an answer may come at once, and change it
    for (const Sent &sent : asked) {
        if (isOpen(sent))
            const QCoro::Task<void> running = readNow(makeClient(), sent.id, sent.receiptToken);
    }
}

QCoro::Task<void> ShareModel::readNow(ClientPtr client, QByteArray id, QByteArray token)
{
    const QPointer<ShareModel> self(this);
    QCoro::Task<Result<client::Receipt>> reading = client->receipt(id, token);
    const Result<client::Receipt> receipt = co_await reading;
    if (!self || !receipt)
        co_return;
    const auto sent = std::ranges::find(m_sent, id, [](const Sent &one) { return one.id; });
    if (sent == m_sent.end())
        co_return;
    sent->receipt = *receipt;
    Q_EMIT changed();
}

} // namespace gatehouse::desktop
