#include "redis/redis_server_info.h"

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

void readField(QByteArrayView name, const QByteArray &value, RedisServerInfo &info)
{
    if (name == "redis_version") {
        info.version = QVersionNumber::fromString(QString::fromLatin1(value));
        if (info.productVersion.isEmpty())
            info.productVersion = value;
    } else if (name == "valkey_version") {
        info.product = "valkey";
        info.productVersion = value;
    } else if (name == "role") {
        info.role = value == "master" ? RedisServerInfo::Role::Primary : RedisServerInfo::Role::Replica;
    } else if (name == "used_memory") {
        info.usedMemory = value.toLongLong();
    } else if (name == "server_time_usec") {
        info.clock = value.toLongLong();
    } else if (name == "maxmemory") {
        info.maxMemory = value.toLongLong();
    } else if (name == "maxmemory_policy") {
        info.evictionPolicy = value;
    } else if (name == "aof_enabled") {
        info.appendOnly = value == "1";
    } else if (name == "rdb_last_bgsave_status" || name == "aof_last_write_status" || name == "aof_last_bgrewrite_status") {
        info.savesFail = info.savesFail || value != "ok";
    }
}

} // namespace

void readServerInfo(QByteArrayView text, RedisServerInfo &info)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype newline = text.indexOf('\n', at);
        const qsizetype end = newline < 0 ? text.size() : newline;
        const QByteArrayView line = text.sliced(at, end - at).trimmed();
        if (const qsizetype colon = line.indexOf(':'); colon > 0 && line.front() != '#')
            readField(line.first(colon), line.sliced(colon + 1).toByteArray(), info);
        at = end + 1;
    }
    info.complete = true;
}

QString unsupportedBecause(const RedisServerInfo &info)
{
    if (info.version.isNull())
        return u"Redis does not say its version: 6.2 or later is needed"_s;
    if (info.version < QVersionNumber(kRedisMajor, kRedisMinor))
        return u"Redis %1 is too old: 6.2 or later is needed"_s.arg(info.version.toString());
    return {};
}

QStringList serverWarnings(const RedisServerInfo &info, RedisUse use)
{
    if (!info.complete)
        return {u"this Redis user may not call INFO, so dangerous settings go unseen; allow it with ACL SETUSER … +info"_s};
    QStringList warnings;
    const bool evicts = info.evictionPolicy != "noeviction";
    if (use == RedisUse::LimitsOnly) {
        if (!evicts && info.maxMemory > 0)
            warnings << u"maxmemory-policy is noeviction: when Redis is full no limit can be counted; set maxmemory-policy "
                        u"allkeys-lru, as only limits live there"_s;
    } else {
        if (evicts)
            warnings << u"maxmemory-policy is %1: a full Redis drops one-time secrets and revocations unnoticed; set "
                        u"maxmemory-policy noeviction, and give limits a Redis of their own with limits.redis_url if "
                        u"they are to be evicted"_s.arg(QString::fromLatin1(info.evictionPolicy));
        if (!info.appendOnly)
            warnings << u"appendonly is off: a restart of Redis loses what it was given since its last snapshot; set "
                        u"appendonly yes, unless loss at a restart is meant"_s;
        if (info.savesFail)
            warnings << u"Redis failed to write to its disk; look at its log, its disk's room and the owner of its folder"_s;
    }
    if (info.maxMemory == 0)
        warnings << u"maxmemory is 0: Redis may grow until the system ends it; set maxmemory below the machine's memory"_s;
    return warnings;
}

QString describe(const RedisServerInfo &info)
{
    static constexpr const char16_t *kRoles[]{u"of unknown role", u"primary", u"replica"};
    const auto mebibytes = [](qint64 bytes) { return QString::number(double(bytes) / 1024 / 1024, 'f', 1); };
    QString text = u"%1 %2, %3"_s.arg(QString::fromUtf8(info.product), QString::fromUtf8(info.productVersion),
                                      QString::fromUtf16(kRoles[static_cast<int>(info.role)]));
    if (!info.complete)
        return text;
    text += u", %1 MiB used"_s.arg(mebibytes(info.usedMemory));
    return info.maxMemory > 0 ? u"%1 of %2"_s.arg(text, mebibytes(info.maxMemory)) : text;
}

} // namespace gatehouse::storage
