#include "audit/filter_text.h"

#include <QDateTime>

#include <limits>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

std::unexpected<Error> invalid(QByteArrayView field, const QString &problem)
{
    return std::unexpected(Error{ErrorKind::Invalid, u"the query breaks a rule"_s, {{QString::fromLatin1(field), problem}}, {}});
}

std::optional<PreciseWallTime> timeFrom(const QByteArray &text)
{
    const QString given = QString::fromLatin1(text);
    const bool dateOnly = given.size() == 10;
    const QDateTime time = QDateTime::fromString(dateOnly ? given + u"T00:00:00Z"_s : given, Qt::ISODateWithMs);
    // Without an offset it would be the machine's own time.
    const bool hasOffset = dateOnly || given.endsWith(u'Z') || time.timeSpec() != Qt::LocalTime;
    if (!time.isValid() || !hasOffset)
        return std::nullopt;
    return PreciseWallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace

Result<quint64> sequenceFrom(const QString &field, QByteArrayView text)
{
    bool isNumber = false;
    const quint64 sequence = text.toULongLong(&isNumber);
    // What the database counts with has a sign.
    if (!isNumber || sequence >= quint64(std::numeric_limits<qint64>::max()) || QByteArray::number(sequence) != text)
        return invalid(field.toLatin1(), u"must be a number"_s);
    return sequence;
}

Result<void> setFilter(Filter &filter, QByteArrayView name, const QByteArray &text)
{
    if (text.isEmpty())
        return {};
    if (name == "from" || name == "until") {
        const auto time = timeFrom(text);
        if (!time)
            return invalid(name, u"must be a time such as 2026-01-31T12:00:00Z, or a date"_s);
        (name == "from" ? filter.from : filter.until) = time;
        return {};
    }
    if (name == "action") {
        filter.action = actionFromText(text);
        return filter.action ? Result<void>() : invalid(name, u"must be one of "_s + QString::fromLatin1(listOfActions()));
    }
    if (name == "outcome") {
        filter.outcome = outcomeFromText(text);
        return filter.outcome ? Result<void>() : invalid(name, u"must be success, refused or failed"_s);
    }
    if (text.size() > kLongestField)
        return invalid(name, u"must not be longer than %1 bytes"_s.arg(kLongestField));
    (name == "actor" ? filter.actor : name == "target" ? filter.target : name == "address" ? filter.address : filter.text) = text;
    return {};
}

} // namespace gatehouse::audit
