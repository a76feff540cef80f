#pragma once

#include "redis/redis_client.h"

/// A client that has begun to connect, with what it refers to.
struct RedisTestClient {
    gatehouse::storage::RedisOptions options;
    gatehouse::storage::RedisStatistics statistics;
    gatehouse::storage::RedisClient client{options, statistics};

    explicit RedisTestClient(gatehouse::storage::RedisOptions given)
        : options(std::move(given))
    {
        client.start();
    }
    explicit RedisTestClient(const QByteArray &url)
        : RedisTestClient(optionsFor(url))
    {
    }
    gatehouse::storage::RedisClient *operator->() { return &client; }

    static gatehouse::storage::RedisOptions optionsFor(const QByteArray &url)
    {
        return {.url = std::move(gatehouse::storage::RedisUrl::parse(url).value())};
    }
};

#define WAIT_UNTIL(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20'000)
