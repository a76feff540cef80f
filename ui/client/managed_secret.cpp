#include "client/managed_secret.h"

#include <QJsonArray>

namespace gatehouse::client {

using namespace Qt::StringLiterals;

namespace {

QDateTime timeOf(const QJsonObject &object, QLatin1String key)
{
    return QDateTime::fromString(object.value(key).toString(), Qt::ISODateWithMs);
}

template<typename Item> std::vector<Item> listOf(const QJsonObject &object, QLatin1String key, Item (*make)(const QJsonObject &))
{
    std::vector<Item> items;
    const QJsonArray array = object.value(key).toArray();
    for (const auto &item : array)
        items.push_back(make(item.toObject()));
    return items;
}

ManagedSecret::State stateFromText(const QString &text)
{
    using State = ManagedSecret::State;
    if (text == "set"_L1)
        return State::Set;
    if (text == "made_here"_L1)
        return State::MadeHere;
    return text == "not_set"_L1 ? State::NotSet : State::Unknown;
}

QStringList textsOf(const QJsonObject &object, QLatin1String key)
{
    QStringList texts;
    const QJsonArray array = object.value(key).toArray();
    for (const auto &item : array)
        texts.append(item.toString());
    return texts;
}

SecretPlace placeFromJson(const QJsonObject &object)
{
    return {object.value("name"_L1).toString(), object.value("place"_L1).toString(), object.value("problem"_L1).toString()};
}

} // namespace

ManagedSecret ManagedSecret::fromJson(const QJsonObject &object)
{
    const QJsonObject strength = object.value("strength"_L1).toObject();
    return {.name = object.value("name"_L1).toString(),
            .aliases = textsOf(object, "aliases"_L1),
            .purpose = object.value("purpose"_L1).toString(),
            .state = stateFromText(object.value("state"_L1).toString()),
            .source = object.value("source"_L1).toString(),
            .neededBits = strength.value("needed_bits"_L1).toInt(),
            .isStrong = strength.value("sufficient"_L1).toBool(true),
            .weakness = strength.value("weakness"_L1).toString(),
            .changed = timeOf(object, "changed_at"_L1),
            .due = timeOf(object, "due_at"_L1),
            .isOverdue = object.value("overdue"_L1).toBool(),
            .canBeSet = object.value("can_be_set"_L1).toBool(),
            .canBeGenerated = object.value("can_be_generated"_L1).toBool(),
            .canBeRotated = object.value("can_be_rotated"_L1).toBool(),
            .problem = object.value("problem"_L1).toString()};
}

SigningKeyLife SigningKeyLife::fromJson(const QJsonObject &object)
{
    const QString state = object.value("state"_L1).toString();
    return {.id = object.value("id"_L1).toString(),
            .state = state == "active"_L1   ? State::Active
                : state == "verify_only"_L1 ? State::VerifyOnly
                                            : State::Next,
            .algorithm = object.value("algorithm"_L1).toString(),
            .isGiven = object.value("origin"_L1).toString() == "given"_L1,
            .created = timeOf(object, "created_at"_L1),
            .activated = timeOf(object, "activated_at"_L1),
            .retires = timeOf(object, "retires_at"_L1)};
}

std::vector<SigningKeyLife> signingKeysFromJson(const QJsonObject &object)
{
    return listOf(object, "signing_keys"_L1, &SigningKeyLife::fromJson);
}

SecretPage SecretPage::fromJson(const QJsonObject &object)
{
    return {.secrets = listOf(object, "items"_L1, &ManagedSecret::fromJson),
            .keys = signingKeysFromJson(object),
            .grace = std::chrono::seconds(object.value("grace_seconds"_L1).toInteger()),
            .places = listOf(object, "stores"_L1, &placeFromJson),
            .defaultPlace = object.value("default_store"_L1).toString()};
}

StoredSecret StoredSecret::fromJson(const QJsonObject &object)
{
    const QString effect = object.value("effect"_L1).toString();
    return {.place = object.value("place"_L1).toString(),
            .effect = effect == "now"_L1 ? Effect::Now
                : effect == "none"_L1    ? Effect::None
                                         : Effect::Restart,
            .hiddenBy = object.value("hidden_by"_L1).toString(),
            .warnings = textsOf(object, "warnings"_L1)};
}

} // namespace gatehouse::client
