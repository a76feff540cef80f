#include "desktop/secrets/secret_words.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

using client::ManagedSecret;

QString SecretWords::purpose(const ManagedSecret &secret)
{
    const QMap<QString, QString> known{
        {u"JWT_SECRET"_s, tr("Signs access tokens")},
        {u"AI_AGENT_SECRET"_s, tr("Signs the requests of AI agents")},
        {u"METRICS_TOKEN"_s, tr("Opens /metrics from elsewhere")},
        {u"REDIS_URL"_s, tr("Redis, with its password")},
        {u"RATE_LIMIT_REDIS_URL"_s, tr("Redis for limits alone")},
        {u"REDIS_PASSWORD"_s, tr("Password of Redis")},
        {u"REDIS_SENTINEL_PASSWORD"_s, tr("Password of the Sentinels")},
        {u"DATABASE_URL"_s, tr("Database, with its password")},
        {u"DB_PASSWORD"_s, tr("Password of the database")},
        {u"WEBHOOK_TOKEN"_s, tr("Shown to the webhook")},
        {u"WEBHOOK_SIGNING_KEY"_s, tr("Signs what the webhook is sent")},
        {u"SECRETS_PASSPHRASE"_s, tr("Opens the encrypted files")},
    };
    return known.value(secret.name, secret.purpose);
}

QString SecretWords::source(const ManagedSecret &secret)
{
    switch (secret.state) {
    case ManagedSecret::State::NotSet: return tr("Not set");
    case ManagedSecret::State::MadeHere: return tr("Made by the server");
    case ManagedSecret::State::Unknown: return tr("Cannot be read");
    case ManagedSecret::State::Set: break;
    }
    if (secret.source == "environment"_L1)
        return tr("Environment");
    if (secret.source == "encrypted file"_L1)
        return tr("Encrypted file");
    if (secret.source == "keychain"_L1)
        return tr("Keychain");
    return secret.source.left(1).toUpper() + secret.source.mid(1);
}

QString SecretWords::strength(const ManagedSecret &secret)
{
    if (secret.state == ManagedSecret::State::MadeHere)
        return tr("256 bits");
    if (secret.state != ManagedSecret::State::Set || secret.neededBits == 0)
        return u"–"_s;
    return secret.isStrong ? tr("%1 bits or more").arg(secret.neededBits) : tr("Weak");
}

Tone SecretWords::strengthTone(const ManagedSecret &secret)
{
    if (secret.state == ManagedSecret::State::Set && !secret.isStrong)
        return Tone::Danger;
    return strength(secret) == u"–" ? Tone::Neutral : Tone::Good;
}

QString SecretWords::span(std::chrono::seconds span)
{
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(span).count();
    if (hours < 1)
        return tr("less than an hour");
    if (hours == 1)
        return tr("an hour");
    if (hours < 48)
        return tr("%Ln hours", nullptr, int(hours));
    return tr("%Ln days", nullptr, int(hours / 24));
}

QString SecretWords::age(const QDateTime &changed, const QDateTime &now)
{
    return changed.isValid() ? span(std::chrono::seconds(std::max<qint64>(0, changed.secsTo(now)))) : QString();
}

QString SecretWords::due(const ManagedSecret &secret, const QDateTime &now)
{
    if (!secret.due.isValid())
        return {};
    const auto left = std::chrono::seconds(now.secsTo(secret.due));
    return left.count() <= 0 ? tr("Due since %1").arg(span(-left)) : tr("In %1").arg(span(left));
}

QString SecretWords::place(const client::SecretPlace &place)
{
    return place.name == "keychain"_L1 ? tr("The system's keychain") : tr("The encrypted file %1").arg(place.place);
}

QString SecretWords::outcome(const QString &name, const client::StoredSecret &stored)
{
    const QString where = stored.place == "keychain"_L1 ? tr("the keychain") : stored.place;
    QString words = tr("%1 is now in %2.").arg(name, where) + u' ';
    switch (stored.effect) {
    case client::StoredSecret::Effect::Now: words += tr("The server goes by it already."); break;
    case client::StoredSecret::Effect::Restart: words += tr("The server goes by it from its next start on."); break;
    case client::StoredSecret::Effect::None:
        words += tr("But the server goes by another, which comes first: %1. Take that away.").arg(stored.hiddenBy);
        break;
    }
    for (const QString &warning : stored.warnings)
        words += u'\n' + tr("Mind: it %1.").arg(warning);
    return words;
}

} // namespace gatehouse::desktop
