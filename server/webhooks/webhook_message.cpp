#include "webhooks/webhook_message.h"

#include "audit/entry_json.h"
#include "secrets/keyed_hash.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::webhooks {

using audit::Action;
using audit::Outcome;

namespace {

constexpr QByteArrayView kKeyPrefix = "whsec_";
constexpr qsizetype kShortestKey = 24;

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

/// What Hakanai calls it; else our own name.
QString actionOf(const audit::Entry &entry)
{
    if (entry.outcome == Outcome::Success && entry.action == Action::ShareCreate)
        return u"Created"_s;
    if (entry.outcome == Outcome::Success && entry.action == Action::ShareOpen)
        return u"Retrieved"_s;
    return text(toText(entry.action));
}

} // namespace

Result<EventFilter> EventFilter::parse(const QByteArrayList &events)
{
    EventFilter filter;
    for (const QByteArray &event : events) {
        const bool isBeginning = event == "*" || event.endsWith(".*");
        const QByteArray beginning = isBeginning ? event.chopped(1) : event;
        const bool known = std::ranges::any_of(audit::allActions(), [&](Action action) {
            return isBeginning ? toText(action).startsWith(beginning) : toText(action) == event;
        });
        if (!known)
            return failure(ErrorKind::Invalid,
                           u"%1 names no action: there are *, what begins alike such as user.*, and %2"_s.arg(
                               text(event), QString::fromLatin1(audit::listOfActions())));
        (isBeginning ? filter.m_beginnings : filter.m_names).append(beginning);
    }
    return filter;
}

bool EventFilter::lets(Action action) const
{
    const QByteArrayView name = toText(action);
    return std::ranges::find(m_names, name) != m_names.end()
        || std::ranges::any_of(m_beginnings, [name](const QByteArray &beginning) { return name.startsWith(beginning); });
}

QByteArray bodyOf(const audit::Entry &entry)
{
    QJsonObject details;
    for (const audit::Fact &fact : entry.detail)
        details.insert(text(fact.name.startsWith(audit::kHeaderFact) ? fact.name.sliced(audit::kHeaderFact.size()) : fact.name),
                       text(fact.value));
    QJsonObject body{{u"type"_s, text(toText(entry.action))},
                     {u"timestamp"_s, text(toRfc3339Precise(entry.time))},
                     {u"data"_s, audit::describe(entry)},
                     {u"action"_s, actionOf(entry)},
                     {u"details"_s, details}};
    if (toText(entry.action).startsWith("share."))
        body.insert(u"secret_id"_s, text(entry.target));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray idOf(const audit::Entry &entry)
{
    return "entry-" + QByteArray::number(entry.sequence);
}

Result<SecretBytes> signingKeyFrom(const SecretBytes &secret)
{
    SecretBytes key = secret.clone();
    if (secret.view().startsWith(kKeyPrefix)) {
        QByteArray encoded = secret.view().sliced(kKeyPrefix.size()).toByteArray();
        auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
        cleanse(encoded);
        if (!decoded)
            return failure(ErrorKind::Invalid, u"the webhook's signing key is no base64 behind whsec_"_s);
        key = SecretBytes::takeFrom(decoded.decoded);
    }
    if (key.size() < kShortestKey)
        return failure(ErrorKind::Invalid, u"the webhook's signing key must hold %1 bytes at least"_s.arg(kShortestKey));
    return key;
}

QByteArray signatureOf(const SecretBytes &key, const QByteArray &id, const QByteArray &timestamp, const QByteArray &body)
{
    return "v1," + secrets::hmacSha256(key.view(), id + '.' + timestamp + '.' + body).toBase64();
}

} // namespace gatehouse::webhooks
