#pragma once

#include "core/error.h"
#include "redis/redis_value.h"

#include <QByteArrayView>

#include <memory>
#include <optional>
#include <span>

struct redisReader;

namespace gatehouse::storage {

/// What one reply may cost us, so that a broken or hostile server cannot have our memory.
struct RespLimits {
    qsizetype maxBytes = 16 * 1024 * 1024; ///< on the wire
    int maxElements = 1 << 20; ///< over all arrays of a reply, nested ones included
};

/// Turns bytes from Redis into values: hiredis's reader with limits. Arrays nest at most seven deep.
class RespReader
{
public:
    explicit RespReader(RespLimits limits = {});
    ~RespReader();
    RespReader(const RespReader &) = delete;
    RespReader &operator=(const RespReader &) = delete;

    /// Takes bytes over. They are looked at by next().
    void feed(QByteArrayView bytes);

    /// The next whole reply; nothing when more bytes are needed. An Error when the bytes are not RESP or a limit is
    /// passed: then nothing more can be read.
    [[nodiscard]] Result<std::optional<RedisValue>> next();

private:
    friend struct RespBuilder;
    struct FreeReader {
        void operator()(redisReader *reader) const;
    };

    const RespLimits m_limits;
    std::unique_ptr<redisReader, FreeReader> m_reader;
    qsizetype m_unread = 0; ///< bytes since the last whole reply
    int m_elements = 0; ///< of the reply that is being read
};

/// Appends a command as RESP. Words are binary safe.
void appendRespCommand(QByteArray &out, std::span<const QByteArrayView> words);

} // namespace gatehouse::storage
