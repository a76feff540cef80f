#include "redis/redis_error.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::storage {

namespace {

constexpr qsizetype kMostTold = 300;

struct Meaning {
    QByteArrayView code;
    ErrorKind kind = ErrorKind::Internal;
    QStringView detail;
};

constexpr std::array kMeanings = {
    Meaning{"NOSCRIPT", ErrorKind::NotFound, u"Redis does not have this script"},
    Meaning{"OOM", ErrorKind::Unavailable, u"Redis has no memory left"},
    Meaning{"READONLY", ErrorKind::Unavailable, u"Redis is a read-only replica"},
    Meaning{"LOADING", ErrorKind::Unavailable, u"Redis is still loading its data"},
    Meaning{"BUSY", ErrorKind::Unavailable, u"Redis is busy with a script"},
    Meaning{"MASTERDOWN", ErrorKind::Unavailable, u"Redis has lost its master"},
    Meaning{"NOREPLICAS", ErrorKind::Unavailable, u"Redis has too few replicas to write"},
    Meaning{"MISCONF", ErrorKind::Unavailable, u"Redis cannot save to its disk and takes no writes"},
    Meaning{"CLUSTERDOWN", ErrorKind::Unavailable, u"the Redis cluster is down"},
    Meaning{"TRYAGAIN", ErrorKind::Unavailable, u"Redis is moving these keys"},
};

/// Redis 6.2 wraps what a script's command was answered: "ERR Error running script (…): @user_script:1: -OOM command…".
QByteArrayView unwrapped(QByteArrayView text)
{
    constexpr QByteArrayView kInner = ": -";
    const qsizetype inner = text.startsWith("ERR Error running script") ? text.indexOf(kInner) : -1;
    return inner < 0 ? text : text.sliced(inner + kInner.size());
}

} // namespace

Error errorOfReply(QByteArrayView wrapped)
{
    const QByteArrayView text = unwrapped(wrapped);
    const qsizetype space = text.indexOf(' ');
    const QByteArrayView code = space < 0 ? text : text.first(space);
    const auto meaning = std::ranges::find(kMeanings, code, &Meaning::code);
    if (meaning != kMeanings.end())
        return {meaning->kind, meaning->detail.toString()};
    // "ERR unknown command 'X', with args beginning with: …": what follows may be a secret.
    const qsizetype arguments = text.indexOf(", with args");
    const QByteArrayView told = arguments < 0 ? text : text.first(arguments);
    return {ErrorKind::Internal, u"Redis: "_s + QString::fromUtf8(told.first(std::min(told.size(), kMostTold)))};
}

bool saysReadOnly(QByteArrayView text)
{
    return unwrapped(text).startsWith("READONLY");
}

} // namespace gatehouse::storage
