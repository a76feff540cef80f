#include "audit/entry_codec.h"

#include "audit/clean_text.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

constexpr unsigned char kVersion = 1;
/// The first moment of the year 10000, which RFC 3339 cannot write.
constexpr quint64 kEndOfTime = 253'402'300'800'000'000;

template<typename Number> void appendNumber(QByteArray &bytes, Number number)
{
    char big[sizeof(Number)];
    qToBigEndian(number, big);
    bytes.append(big, sizeof big);
}

void appendText(QByteArray &bytes, QByteArrayView text)
{
    appendNumber(bytes, static_cast<quint16>(text.size()));
    bytes.append(text.data(), text.size());
}

/// Takes an entry apart. Once something does not fit it stays failed.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    template<typename Number> Number number()
    {
        const QByteArrayView raw = take(sizeof(Number));
        return raw.isEmpty() ? Number{} : qFromBigEndian<Number>(raw.data());
    }
    QByteArrayView text(qsizetype limit)
    {
        const auto size = static_cast<qsizetype>(number<quint16>());
        const QByteArrayView taken = take(size);
        m_ok = m_ok && size <= limit && isCleanText(taken);
        return taken;
    }
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView take(qsizetype size)
    {
        m_ok = m_ok && size <= m_rest.size();
        if (!m_ok)
            return {};
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }

    QByteArrayView m_rest;
    bool m_ok = true;
};

std::unexpected<Error> malformed(const QString &why)
{
    return failure(ErrorKind::Malformed, u"these are no bytes of an entry: "_s + why);
}

} // namespace

QByteArray encode(const Entry &entry)
{
    QByteArray bytes;
    bytes.reserve(256);
    appendNumber(bytes, kVersion);
    appendNumber(bytes, entry.sequence);
    appendNumber(bytes, static_cast<qint64>(entry.time.time_since_epoch().count()));
    appendNumber(bytes, static_cast<unsigned char>(entry.actor.kind));
    appendNumber(bytes, static_cast<unsigned char>(entry.outcome));
    for (const QByteArrayView text :
         {toText(entry.action), QByteArrayView(entry.actor.id), QByteArrayView(entry.target), QByteArrayView(entry.address),
          QByteArrayView(entry.requestId), QByteArrayView(entry.session)})
        appendText(bytes, text);
    appendNumber(bytes, static_cast<quint16>(entry.detail.size()));
    for (const Fact &fact : entry.detail) {
        appendText(bytes, fact.name);
        appendText(bytes, fact.value);
    }
    return bytes;
}

Result<Entry> decode(QByteArrayView bytes)
{
    Reader reader(bytes);
    if (const auto version = reader.number<unsigned char>(); version != kVersion)
        return malformed(u"they are of version %1, and this program knows version %2"_s.arg(version).arg(kVersion));
    Entry entry;
    entry.sequence = reader.number<quint64>();
    const auto time = reader.number<quint64>();
    entry.time = PreciseWallTime(std::chrono::microseconds(static_cast<qint64>(time)));
    const auto kind = actorKindFromNumber(reader.number<unsigned char>());
    const auto outcome = outcomeFromNumber(reader.number<unsigned char>());
    const auto action = actionFromText(reader.text(kLongestField));
    entry.actor.id = reader.text(kLongestField).toByteArray();
    for (QByteArray *field : {&entry.target, &entry.address, &entry.requestId, &entry.session})
        *field = reader.text(kLongestField).toByteArray();
    const auto facts = reader.number<quint16>();
    if (!reader.ok() || facts > kMostFacts)
        return malformed(u"a field is cut off, too long or holds control characters"_s);
    if (time >= kEndOfTime)
        return malformed(u"its time cannot be"_s);
    if (!kind || !outcome || !action)
        return malformed(u"its actor, action or outcome is none that this program knows"_s);
    entry.actor.kind = *kind;
    entry.outcome = *outcome;
    entry.action = *action;
    for (int i = 0; i < facts; ++i) {
        Fact fact{reader.text(kLongestFactName).toByteArray(), {}};
        fact.value = reader.text(kLongestFactValue).toByteArray();
        if (!entry.detail.empty() && fact.name <= entry.detail.back().name)
            return malformed(u"its details are not in order"_s);
        entry.detail.push_back(std::move(fact));
    }
    if (!reader.ok() || !reader.atEnd())
        return malformed(u"a detail is cut off, or something follows the end"_s);
    return entry;
}

} // namespace gatehouse::audit
