#include "sharing/redis_secret_store.h"

#include "core/ulid.h"
#include "sharing/hand_over_table.h"
#include "sharing/share_tokens.h"

#include <QDeadlineTimer>

#include <thread>

namespace gatehouse::sharing {

using namespace Qt::StringLiterals;

namespace {

/// The entry that tells of an attempt to take a secret; none where there is nothing to tell.
std::vector<ShareEvent> eventsOf(const TakeRequest &request, const RedisSecretTable::Taken &taken)
{
    using Kind = TakeOutcome::Kind;
    ShareEvent event = request.event;
    event.action = ShareAction::Open;
    event.target = request.id;
    event.succeeded = taken.outcome.kind == Kind::Handed;
    switch (taken.outcome.kind) {
    case Kind::Handed:
        if (request.onlyLook)
            return {};
        event.facts = {{"size", QByteArray::number(taken.outcome.data.size())}};
        break;
    case Kind::Denied: event.facts = {{"reason", "a restriction denies it"}}; break;
    case Kind::PassphraseWrong:
        event.facts = {
            {"attempts", QByteArray::number(taken.attempts)}, {"reason", "wrong passphrase"}, {"secret", taken.became}};
        break;
    default: return {};
    }
    return {std::move(event)};
}

std::unexpected<Error> unknown()
{
    return failure(ErrorKind::NotFound, u"there is no such secret or request, or it has expired"_s);
}

ShareEvent eventFor(ShareEvent event, ShareAction action, const QByteArray &id)
{
    event.action = action;
    event.target = id;
    return event;
}

} // namespace

RedisSecretStore::Redis::Redis(const RedisSecretStore &store, const QByteArray &prefix)
    : link(store.m_options, prefix, store.m_parts.redisCounts)
    , handOvers(link, store.m_parts.clock, store.m_settings.maxTtl)
    , secrets(link, handOvers, store.m_settings)
    , requests(link, handOvers)
{
}

RedisSecretStore::RedisSecretStore(const storage::RedisOptions &options, const QByteArray &prefix, Parts parts,
                                   SharingSettings settings)
    : m_options(options)
    , m_parts(parts)
    , m_settings(std::move(settings))
    , m_context(std::make_unique<QObject>())
{
    m_context->moveToThread(m_thread.handle());
    const auto open = [this, prefix] {
        m_redis = std::make_unique<Redis>(*this, prefix);
        m_redis->link.start();
    };
    QMetaObject::invokeMethod(m_context.get(), open, Qt::BlockingQueuedConnection);
}

RedisSecretStore::~RedisSecretStore()
{
    stop();
}

bool RedisSecretStore::waitForRedis(std::chrono::milliseconds patience)
{
    constexpr std::chrono::milliseconds kPause{5};
    const QDeadlineTimer deadline(patience);
    bool ready = false;
    const auto look = [&] { ready = m_redis->link.isReady(); };
    for (;;) {
        QMetaObject::invokeMethod(m_context.get(), look, Qt::BlockingQueuedConnection);
        if (ready || deadline.hasExpired())
            return ready;
        std::this_thread::sleep_for(kPause);
    }
}

void RedisSecretStore::stop()
{
    if (m_stopped.exchange(true))
        return;
    const auto close = [this] {
        m_redis->link.close();
        m_redis->handOvers.stop();
        if (m_acts > 0) { // those that wait for the record
            QEventLoop ending;
            m_ending = &ending;
            ending.exec();
        }
        m_redis.reset();
    };
    QMetaObject::invokeMethod(m_context.get(), close, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.join();
}

void RedisSecretStore::post(std::function<void()> act)
{
    if (!m_stopped)
        QMetaObject::invokeMethod(m_context.get(), std::move(act), Qt::QueuedConnection);
}

void RedisSecretStore::ended()
{
    if (--m_acts == 0 && m_ending != nullptr)
        m_ending->quit();
}

template<typename T> QCoro::Task<Result<T>> RedisSecretStore::there(Act<T> act)
{
    OneShot<Result<T>> done;
    post([this, act = std::move(act), done] { (void)perform<T>(act, done); });
    Result<T> outcome = co_await done;
    co_return outcome;
}

template<typename T> QCoro::Task<> RedisSecretStore::perform(Act<T> act, OneShot<Result<T>> done)
{
    ++m_acts;
    QCoro::Task<Result<T>> acting = act();
    Result<T> outcome = co_await acting;
    done.give(std::move(outcome));
    ended();
}

/// What an act did is told before it is answered. Fails with Gone where it ended something Once that had ended before: in a Redis
/// that does not know any more.
QCoro::Task<Result<void>> RedisSecretStore::record(QByteArray id, std::vector<ShareEvent> told, End end)
{
    const WallTime until = m_parts.clock.now() + m_settings.maxTtl;
    GroupedTransactions::Work<void> work = [id, told = std::move(told), end,
                                            until](QSqlDatabase &database, GroupedTransactions::Events &events) -> Result<void> {
        if (end != End::None) {
            const Result<bool> first = hand_over_table::note(database, id, until);
            if (!first)
                return std::unexpected(first.error());
            if (end == End::Once && !*first)
                return failure(ErrorKind::Gone, u"this was handed out already"_s);
        }
        events.insert(events.end(), told.begin(), told.end());
        return {};
    };
    return m_parts.transactions.run<void>(std::move(id), 0, std::move(work));
}

/// Looks a token up before megabytes are stored for whoever shows it.
QCoro::Task<Result<RedisSecretStore::TokenLimit>> RedisSecretStore::checkToken(Creation creation)
{
    if (creation.tokenHash.isEmpty())
        co_return TokenLimit();
    const QByteArray id = creation.id;
    GroupedTransactions::Work<TokenLimit> work =
        [creation = std::move(creation)](QSqlDatabase &database, GroupedTransactions::Events &) -> Result<TokenLimit> {
        const auto token = findToken(database, creation.tokenHash, creation.size, creation.now);
        if (!token)
            return std::unexpected(token.error());
        return TokenLimit{token->uploadSizeLimit};
    };
    QCoro::Task<Result<TokenLimit>> checking = m_parts.transactions.run<TokenLimit>(id, 0, std::move(work));
    const Result<TokenLimit> limit = co_await checking;
    co_return limit;
}

/// Comes after what was created, of which nobody knows before the answer: a token is not spent for what was not stored.
QCoro::Task<Result<void>> RedisSecretStore::recordCreation(Creation creation)
{
    const QByteArray id = creation.id;
    GroupedTransactions::Work<void> work = [creation = std::move(creation)](QSqlDatabase &database,
                                                                            GroupedTransactions::Events &events) -> Result<void> {
        ShareEvent event = creation.event;
        if (!creation.tokenHash.isEmpty()) {
            const auto used = useToken(database, creation.tokenHash, creation.size, creation.now, event, events);
            if (!used)
                return std::unexpected(used.error());
        }
        events.push_back(std::move(event));
        return {};
    };
    return m_parts.transactions.run<void>(id, 0, std::move(work));
}

QCoro::Task<Result<void>> RedisSecretStore::put(NewSecret secret)
{
    const QByteArray id = secret.id;
    const Creation creation{id, secret.tokenHash, secret.data.size(), secret.created,
                            eventFor(secret.event, ShareAction::Create, id)};
    QCoro::Task<Result<TokenLimit>> checking = checkToken(creation);
    const Result<TokenLimit> good = co_await checking;
    if (!good)
        co_return std::unexpected(good.error());
    Act<void> act = [this, secret = std::move(secret)] { return m_redis->secrets.put(secret); };
    QCoro::Task<Result<void>> storing = there<void>(std::move(act));
    const Result<void> stored = co_await storing;
    if (!stored)
        co_return stored;
    QCoro::Task<Result<void>> recording = recordCreation(creation);
    const Result<void> recorded = co_await recording;
    if (!recorded)
        post([this, id] { m_redis->secrets.remove(id); });
    co_return recorded;
}

/// What the record has, or somebody got before, is forgotten; what could not be recorded waits again.
void RedisSecretStore::settle(HandOver handOver, const Result<void> &recorded)
{
    const bool over = recorded || recorded.error().kind == ErrorKind::Gone;
    post([this, handOver = std::move(handOver), over] {
        over ? m_redis->handOvers.forget(handOver) : m_redis->handOvers.giveBack(handOver);
    });
}

QCoro::Task<Result<TakeOutcome>> RedisSecretStore::take(TakeRequest request)
{
    using Taken = RedisSecretTable::Taken;
    if (!isUlid(request.id)) // identifiers become keys
        co_return TakeOutcome();
    const auto asked = std::make_shared<const TakeRequest>(std::move(request));
    Act<Taken> act = [this, asked] { return m_redis->secrets.take(*asked); };
    QCoro::Task<Result<Taken>> taking = there<Taken>(std::move(act));
    Result<Taken> taken = co_await taking;
    if (!taken)
        co_return std::unexpected(taken.error());
    std::vector<ShareEvent> events = eventsOf(*asked, *taken);
    if (events.empty())
        co_return std::move(taken->outcome);
    const End end = taken->handOver ? End::Once : taken->became == "destroyed" ? End::Again : End::None;
    QCoro::Task<Result<void>> recording = record(asked->id, std::move(events), end);
    const Result<void> recorded = co_await recording;
    if (taken->handOver)
        settle(std::move(*taken->handOver), recorded);
    if (!recorded && recorded.error().kind == ErrorKind::Gone)
        co_return TakeOutcome{.kind = TakeOutcome::Kind::Gone};
    if (!recorded)
        co_return std::unexpected(recorded.error());
    co_return std::move(taken->outcome);
}

QCoro::Task<Result<Receipt>> RedisSecretStore::receipt(QByteArray id, QByteArray receiptHash)
{
    if (!isUlid(id))
        co_return unknown();
    Act<Receipt> act = [this, id, receiptHash, now = m_parts.clock.now()] {
        return m_redis->secrets.receipt(id, receiptHash, now);
    };
    QCoro::Task<Result<Receipt>> reading = there<Receipt>(std::move(act));
    Result<Receipt> receipt = co_await reading;
    co_return receipt;
}

QCoro::Task<Result<void>> RedisSecretStore::burn(QByteArray id, QByteArray receiptHash, ShareEvent event)
{
    if (!isUlid(id))
        co_return unknown();
    Act<void> act = [this, id, receiptHash, now = m_parts.clock.now()] { return m_redis->secrets.burn(id, receiptHash, now); };
    QCoro::Task<Result<void>> burning = there<void>(std::move(act));
    const Result<void> burned = co_await burning;
    if (!burned)
        co_return burned;
    std::vector<ShareEvent> told{eventFor(std::move(event), ShareAction::Burn, id)};
    QCoro::Task<Result<void>> recording = record(id, std::move(told), End::Once);
    const Result<void> recorded = co_await recording;
    co_return recorded;
}

QCoro::Task<Result<void>> RedisSecretStore::ask(NewSecretRequest request)
{
    const QByteArray id = request.request.id;
    const Creation creation{id, request.tokenHash, 0, request.request.created, eventFor(request.event, ShareAction::Request, id)};
    QCoro::Task<Result<TokenLimit>> checking = checkToken(creation);
    const Result<TokenLimit> limit = co_await checking;
    if (!limit)
        co_return std::unexpected(limit.error());
    request.request.sizeLimit = limit->bytes.value_or(request.request.sizeLimit);
    Act<void> act = [this, request = std::move(request)] { return m_redis->requests.add(request); };
    QCoro::Task<Result<void>> storing = there<void>(std::move(act));
    const Result<void> stored = co_await storing;
    if (!stored)
        co_return stored;
    QCoro::Task<Result<void>> recording = recordCreation(creation);
    const Result<void> recorded = co_await recording;
    if (!recorded)
        post([this, id] { m_redis->requests.remove(id); });
    co_return recorded;
}

QCoro::Task<Result<SecretRequest>> RedisSecretStore::show(QByteArray id)
{
    if (!isUlid(id))
        co_return unknown();
    Act<SecretRequest> act = [this, id, now = m_parts.clock.now()] { return m_redis->requests.show(id, now); };
    QCoro::Task<Result<SecretRequest>> reading = there<SecretRequest>(std::move(act));
    Result<SecretRequest> shown = co_await reading;
    co_return shown;
}

QCoro::Task<Result<void>> RedisSecretStore::answer(QByteArray id, QByteArray data, ShareEvent event)
{
    if (!isUlid(id))
        co_return unknown();
    const qsizetype size = data.size();
    Act<void> act = [this, id, data = std::move(data), now = m_parts.clock.now()] {
        return m_redis->requests.answer(id, data, now);
    };
    QCoro::Task<Result<void>> answering = there<void>(std::move(act));
    const Result<void> answered = co_await answering;
    if (!answered)
        co_return answered;
    ShareEvent told = eventFor(std::move(event), ShareAction::Answer, id);
    told.facts = {{"size", QByteArray::number(size)}};
    std::vector<ShareEvent> events{std::move(told)};
    QCoro::Task<Result<void>> recording = record(id, std::move(events), End::None);
    const Result<void> recorded = co_await recording;
    co_return recorded;
}

QCoro::Task<Result<CollectedAnswer>> RedisSecretStore::collect(QByteArray id, QByteArray collectHash, ShareEvent event)
{
    using Collected = RedisRequestTable::Collected;
    if (!isUlid(id))
        co_return unknown();
    Act<Collected> act = [this, id, collectHash, now = m_parts.clock.now()] {
        return m_redis->requests.collect(id, collectHash, now);
    };
    QCoro::Task<Result<Collected>> collecting = there<Collected>(std::move(act));
    Result<Collected> collected = co_await collecting;
    if (!collected)
        co_return std::unexpected(collected.error());
    std::vector<ShareEvent> told{eventFor(std::move(event), ShareAction::Collect, id)};
    QCoro::Task<Result<void>> recording = record(id, std::move(told), End::Once);
    const Result<void> recorded = co_await recording;
    settle(std::move(collected->handOver), recorded);
    if (!recorded)
        co_return std::unexpected(recorded.error());
    co_return std::move(collected->answer);
}

void RedisSecretStore::sweep()
{
    post([this] { (void)sweepThere(); });
}

QCoro::Task<> RedisSecretStore::sweepThere()
{
    ++m_acts;
    bool more = true;
    while (more) {
        QCoro::Task<Result<RedisSecretTable::Swept>> sweeping = m_redis->secrets.sweep(m_parts.clock.now());
        const Result<RedisSecretTable::Swept> swept = co_await sweeping;
        GroupedTransactions::Work<qint64> work = [expired = swept ? swept->expired : QByteArrayList(), now = m_parts.clock.now()](
                                                     QSqlDatabase &database, GroupedTransactions::Events &events) {
            for (const QByteArray &id : expired)
                events.push_back({.action = ShareAction::Expire, .byServer = true, .target = id});
            const Result<void> forgotten = hand_over_table::sweep(database, now);
            return forgotten ? share_token_table::sweep(database, now) : std::unexpected(forgotten.error());
        };
        QCoro::Task<Result<qint64>> recording = m_parts.transactions.run<qint64>(QByteArray(), 0, std::move(work));
        const Result<qint64> tokens = co_await recording;
        more = swept && tokens && swept->more && !m_stopped;
        if (swept && tokens)
            m_parts.statistics.swept(static_cast<int>(swept->expired.size()), swept->waiting, *tokens);
        else if (swept && !swept->expired.isEmpty() && !m_stopped)
            m_redis->secrets.sweepAgain(swept->expired);
    }
    ended();
}

} // namespace gatehouse::sharing
