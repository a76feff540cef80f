#include "redis/redis_handshake.h"

#include <QVarLengthArray>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

/// HELLO and all before it differs: a server that does not know it is older than 6.0.
Error helloProblem(const Error &error)
{
    const QString &text = error.detail;
    if (text.contains("WRONGPASS"_L1))
        return {ErrorKind::Unauthenticated, u"Redis refuses this user and password"_s};
    if (text.contains("NOAUTH"_L1))
        return {ErrorKind::Unauthenticated, u"Redis wants a password"_s};
    if (text.contains("unknown command"_L1))
        return {ErrorKind::NotSupported, u"this Redis is older than 6.0: 6.2 or later is needed"_s};
    return error;
}

/// HELLO's reply is a list of names and values.
void readHello(const RedisValue &hello, RedisServerInfo &info)
{
    for (std::size_t i = 0; i + 1 < hello.elements.size(); i += 2) {
        const QByteArray &name = hello.elements[i].bytes;
        const QByteArray &value = hello.elements[i + 1].bytes;
        if (name == "version") {
            info.version = QVersionNumber::fromString(QString::fromLatin1(value));
            info.productVersion = value;
        } else if (name == "role") {
            info.role = value == "master" ? RedisServerInfo::Role::Primary : RedisServerInfo::Role::Replica;
        }
    }
}

RedisCall hello(RedisConnection &connection, const RedisOptions &options, const RedisLogin &login)
{
    QVarLengthArray<QByteArrayView, 8> words{"HELLO", "2"};
    if (!login.password.isEmpty()) {
        words.append("AUTH");
        words.append(login.user.isEmpty() ? QByteArrayView("default") : login.user);
        words.append(login.password);
    }
    words.append("SETNAME");
    words.append(options.clientName);
    return connection.send({words.data(), static_cast<std::size_t>(words.size())}, options.connectTimeout);
}

} // namespace

QCoro::Task<RedisGreeting> greet(RedisConnection &connection, const RedisOptions &options, RedisLogin login)
{
    RedisGreeting greeting;
    const QByteArray database = QByteArray::number(login.database);
    RedisCall helloCall = hello(connection, options, login);
    std::optional<RedisCall> selectCall;
    if (login.database != 0)
        selectCall = connection.send({"SELECT", database}, options.connectTimeout);
    RedisCall infoCall = connection.send({"INFO"}, options.connectTimeout);

    const Result<RedisValue> helloReply = co_await helloCall;
    if (helloReply)
        readHello(*helloReply, greeting.server);
    else
        greeting.problem = helloProblem(helloReply.error());
    if (selectCall) {
        const Result<RedisValue> selected = co_await *selectCall;
        if (!selected && !greeting.problem)
            greeting.problem =
                Error{selected.error().kind,
                      u"Redis does not give us database %1: %2"_s.arg(login.database).arg(selected.error().detail)};
    }
    const Result<RedisValue> info = co_await infoCall;
    if (info)
        readServerInfo(info->bytes, greeting.server);
    else if (!greeting.problem && info.error().kind != ErrorKind::Internal)
        greeting.problem = info.error(); // still loading, or gone; a user without +info is served

    // A version that is too old explains every other problem.
    const QString reason = login.isSentinel ? QString() : unsupportedBecause(greeting.server);
    if (!reason.isEmpty() && (!greeting.server.version.isNull() || !greeting.problem))
        greeting.problem = Error{ErrorKind::NotSupported, reason};
    co_return greeting;
}

} // namespace gatehouse::storage
