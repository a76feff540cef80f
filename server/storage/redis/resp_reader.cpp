#include "redis/resp_reader.h"

#include "core/secret_bytes.h"

#include <QVarLengthArray>

#include <hiredis/hiredis.h>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

/// Builds values as hiredis comes upon them. A null pointer makes the reader fail.
struct RespBuilder {
    static constexpr int kMaxDepth = 7; ///< hiredis 1.x has no bound of its own

    static RedisValue *place(const redisReadTask *task, RedisValue value)
    {
        auto *reader = static_cast<RespReader *>(task->privdata);
        if (++reader->m_elements > reader->m_limits.maxElements)
            return nullptr;
        if (task->parent == nullptr)
            return new RedisValue(std::move(value));
        // The parent is the last element of its own parent, so nothing that hiredis still points to moves.
        auto *parent = static_cast<RedisValue *>(task->parent->obj);
        return &parent->elements.emplace_back(std::move(value));
    }

    static void *createString(const redisReadTask *task, char *text, std::size_t size)
    {
        const auto type = task->type == REDIS_REPLY_ERROR ? RedisValue::Type::Error
            : task->type == REDIS_REPLY_STATUS            ? RedisValue::Type::Status
                                                          : RedisValue::Type::Bytes;
        return place(task, {.type = type, .bytes = QByteArray(text, static_cast<qsizetype>(size))});
    }

    /// `Size` is int in hiredis 0.14 and size_t in 1.x.
    template<typename Size> static void *createArray(const redisReadTask *task, Size)
    {
        int depth = 0;
        for (const redisReadTask *parent = task->parent; parent != nullptr; parent = parent->parent)
            ++depth;
        // No room is made for what is only announced.
        return depth > kMaxDepth ? nullptr : place(task, {.type = RedisValue::Type::Array});
    }

    static void *createInteger(const redisReadTask *task, long long number)
    {
        return place(task, {.type = RedisValue::Type::Integer, .integer = number});
    }

    static void *createNil(const redisReadTask *task) { return place(task, {}); }

    static void *createDouble(const redisReadTask *task, double, char *text, std::size_t size)
    {
        return createString(task, text, size);
    }

    static void *createBool(const redisReadTask *task, int value) { return createInteger(task, value); }

    static void freeObject(void *value) { delete static_cast<RedisValue *>(value); }

    /// hiredis takes the table without const and never writes to it.
    static redisReplyObjectFunctions *functions()
    {
        static redisReplyObjectFunctions table = [] {
            redisReplyObjectFunctions made{};
            made.createString = createString;
            made.createArray = createArray;
            made.createInteger = createInteger;
            made.createNil = createNil;
            made.freeObject = freeObject;
#if HIREDIS_MAJOR >= 1
            made.createDouble = createDouble;
            made.createBool = createBool;
#endif
            return made;
        }();
        return &table;
    }
};

void RespReader::FreeReader::operator()(redisReader *reader) const
{
    redisReaderFree(reader);
}

RespReader::RespReader(RespLimits limits)
    : m_limits(limits)
    , m_reader(redisReaderCreateWithFunctions(RespBuilder::functions()))
{
    Q_CHECK_PTR(m_reader.get());
    m_reader->privdata = this;
}

RespReader::~RespReader() = default;

void RespReader::feed(QByteArrayView bytes)
{
    m_unread += bytes.size();
    // A failure stays in the reader, and next() tells of it.
    redisReaderFeed(m_reader.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
}

Result<std::optional<RedisValue>> RespReader::next()
{
    void *object = nullptr;
    if (redisReaderGetReply(m_reader.get(), &object) != REDIS_OK)
        return failure(ErrorKind::Unavailable, u"Redis sent what is not RESP or is larger than we take"_s);
    if (object == nullptr) {
        if (m_unread > m_limits.maxBytes)
            return failure(ErrorKind::Unavailable, u"Redis sent a larger reply than we take"_s);
        return std::nullopt;
    }
    const std::unique_ptr<RedisValue> value(static_cast<RedisValue *>(object));
    m_unread = static_cast<qsizetype>(m_reader->len - m_reader->pos);
    m_elements = 0;
    return std::optional(std::move(*value));
}

void appendRespCommand(QByteArray &out, std::span<const QByteArrayView> words)
{
    QVarLengthArray<const char *, 16> data;
    QVarLengthArray<std::size_t, 16> sizes;
    for (const QByteArrayView word : words) {
        data.append(word.data());
        sizes.append(static_cast<std::size_t>(word.size()));
    }
    char *command = nullptr;
    const auto size = redisFormatCommandArgv(&command, static_cast<int>(words.size()), data.data(), sizes.data());
    Q_CHECK_PTR(command);
    out.append(command, static_cast<qsizetype>(size));
    cleanse(command, static_cast<qsizetype>(size));
    redisFreeCommand(command);
}

} // namespace gatehouse::storage
