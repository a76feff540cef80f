#include "assembly/redis_facts.h"

#include "core/clock.h"
#include "core/clock_difference.h"

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

namespace {

/// It told the time halfway between the question and its answer, as far as can be known.
std::chrono::milliseconds differenceOf(const storage::RedisServerInfo &server, WallTime asked, WallTime answered)
{
    if (server.clock == 0)
        return {};
    const WallTime there(std::chrono::milliseconds(server.clock / 1000));
    return there - (asked + (answered - asked) / 2);
}

} // namespace

QCoro::Task<RedisFacts> RedisFacts::ask(storage::RedisClient &client)
{
    if (!client.isReady()) {
        const std::optional<Error> problem = client.problem();
        co_return RedisFacts{.problem = problem ? problem->detail : u"not connected"_s};
    }
    storage::RedisServerInfo server = client.server();
    const SystemClock clock;
    const WallTime asked = clock.now();
    const SteadyTime begun = clock.steadyNow();
    storage::RedisCall call = client.call({"INFO"});
    const Result<storage::RedisValue> told = co_await call;
    const std::chrono::microseconds roundTrip = clock.steadyNow() - begun;
    if (!told)
        co_return RedisFacts{.problem = told.error().detail};
    storage::readServerInfo(told->bytes, server);
    co_return RedisFacts{.server = server, .clockDifference = differenceOf(server, asked, clock.now()), .roundTrip = roundTrip};
}

health::CheckResult RedisFacts::check() const
{
    if (!server)
        return {health::Status::Unhealthy, problem};
    const bool well = server->role != storage::RedisServerInfo::Role::Replica && !isWrongBy(clockDifference);
    QString text = storage::describe(*server);
    if (server->clock != 0)
        text += u", "_s + describeClock(clockDifference);
    return {well ? health::Status::Healthy : health::Status::Degraded, text, roundTrip};
}

} // namespace gatehouse::assembly
