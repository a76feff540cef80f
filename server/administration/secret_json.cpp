#include "administration/secret_json.h"

#include "administration/secret_routes.h"

using namespace Qt::StringLiterals;

namespace gatehouse::administration {

using secrets::KeyState;
using secrets::SecretState;

const char kSigningKeysSchema[] =
    R"({"type":"array","description":"The keys that sign access tokens, or did.","items":{"type":"object","additionalProperties":false,
"required":["id","state","algorithm","origin","created_at","activated_at","retires_at"],"properties":{"id":{"type":"string"},
"state":{"type":"string","enum":["next","active","verify_only"]},"algorithm":{"type":"string","enum":["HS256","EdDSA"]},
"origin":{"type":"string","enum":["generated","given"],"description":"`given`: it is the JWT_SECRET, or was."},
"created_at":{"type":"string","format":"date-time"},"activated_at":{"anyOf":[{"type":"string","format":"date-time"},{"type":"null"}]},
"retires_at":{"anyOf":[{"type":"string","format":"date-time"},{"type":"null"}],"description":"Until then it verifies."}}}})";

const char kSecretPageSchema[] = R"({"type":"object","additionalProperties":false,
"required":["items","next","signing_keys","grace_seconds","rotate_after_seconds","stores","default_store"],"properties":{
"items":{"type":"array","items":{"type":"object","additionalProperties":false,
"required":["name","aliases","purpose","state","source","strength","changed_at","due_at","overdue","can_be_set","can_be_generated",
"can_be_rotated","problem"],"properties":{"name":{"type":"string"},
"aliases":{"type":"array","items":{"type":"string"},"description":"Other variables that are looked into for it."},
"purpose":{"type":"string"},"state":{"type":"string","enum":["set","not_set","made_here","unknown"],
"description":"`made_here`: the server signs with a key that it made itself."},
"source":{"type":["string","null"],"description":"The first place that has it."},
"strength":{"type":["object","null"],"description":"Null where somebody else chooses it.","additionalProperties":false,
"required":["needed_bits","sufficient","weakness"],"properties":{"needed_bits":{"type":"integer"},"sufficient":{"type":"boolean"},
"weakness":{"type":"string"}}},
"changed_at":{"anyOf":[{"type":"string","format":"date-time"},{"type":"null"}],"description":"Null where the place does not tell."},
"due_at":{"anyOf":[{"type":"string","format":"date-time"},{"type":"null"}],"description":"When another one is due."},"overdue":{"type":"boolean"},
"can_be_set":{"type":"boolean"},"can_be_generated":{"type":"boolean"},"can_be_rotated":{"type":"boolean"},
"problem":{"type":["string","null"],"description":"What is wrong with where or how it is kept."}}}},
"next":{"type":"null"},"signing_keys":@keys,
"grace_seconds":{"type":"integer","description":"For which a key still verifies once another signs."},
"rotate_after_seconds":{"type":"integer","description":"A secret that was made at random is due for another then."},
"stores":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","place","usable","problem"],
"properties":{"name":{"type":"string","enum":["file","keychain"]},"place":{"type":"string"},"usable":{"type":"boolean"},
"problem":{"type":["string","null"]}}}},
"default_store":{"type":"string","enum":["file","keychain"]}}})";

namespace {

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

QJsonValue timeOrNull(std::optional<WallTime> time)
{
    return time ? QJsonValue(text(toRfc3339(*time))) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOrNull(const QString &words)
{
    return words.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(words);
}

QJsonValue strengthOf(const SecretState &state)
{
    if (state.secret->minimumBits == 0 || state.source.isEmpty())
        return QJsonValue::Null;
    return QJsonObject{
        {u"needed_bits"_s, state.secret->minimumBits}, {u"sufficient"_s, !state.isWeak}, {u"weakness"_s, state.weakness}};
}

QJsonArray aliasesOf(const secrets::KnownSecret &secret)
{
    QJsonArray aliases;
    for (const QByteArray &name : secret.names()) {
        if (name != secret.name)
            aliases.append(text(name));
    }
    return aliases;
}

QString stateName(const SecretState &state, bool isSigning)
{
    if (!state.problem.isEmpty())
        return u"unknown"_s;
    if (!state.source.isEmpty())
        return u"set"_s;
    return isSigning ? u"made_here"_s : u"not_set"_s;
}

QJsonObject describe(const SecretState &state, const secrets::KeySet &keys, WallTime now)
{
    const bool isSigning = state.secret->name == secrets::kJwtSecretName;
    const bool isPassphrase = state.secret->name == secrets::kPassphraseName;
    // What counts for the signing key is since when it signs, wherever it is from.
    const std::optional<WallTime> changed = isSigning ? lastRotation(keys) : state.changed;
    const std::optional<WallTime> due = secrets::dueTime(*state.secret, changed);
    return {{u"name"_s, text(state.secret->name)},
            {u"aliases"_s, aliasesOf(*state.secret)},
            {u"purpose"_s, state.secret->purpose},
            {u"state"_s, stateName(state, isSigning)},
            {u"source"_s, textOrNull(state.source)},
            {u"strength"_s, strengthOf(state)},
            {u"changed_at"_s, timeOrNull(changed)},
            {u"due_at"_s, timeOrNull(due)},
            {u"overdue"_s, due && *due <= now},
            {u"can_be_set"_s, !isPassphrase},
            {u"can_be_generated"_s, state.secret->canBeGenerated && !isPassphrase},
            {u"can_be_rotated"_s, isSigning},
            {u"problem"_s, textOrNull(state.problem.isEmpty() ? state.warning : state.problem)}};
}

} // namespace

SecretOverview overviewOf(secrets::SecretChain &chain, bool asksKeychain)
{
    SecretOverview overview{.states = secrets::inventoryOf(chain), .stores = {}, .defaultStore = {}};
    QString fileProblem;
    if (!chain.sealer())
        fileProblem = u"there is no passphrase to encrypt it with: start the server with SECRETS_PASSPHRASE or "
                      "SECRETS_PASSPHRASE_FILE"_s;
    overview.stores.push_back({u"file"_s, chain.encryptedFile().description(), fileProblem});
    QString keychainProblem;
    if (!asksKeychain)
        keychainProblem = u"it is not asked: set secrets.keychain"_s;
    for (const SecretState &state : overview.states) {
        if (asksKeychain && state.problem.contains(u"keychain"))
            keychainProblem = state.problem;
    }
    overview.stores.push_back({u"keychain"_s, chain.keychain().description(), keychainProblem});
    overview.defaultStore = &chain.defaultStore() == &chain.keychain() ? u"keychain"_s : u"file"_s;
    return overview;
}

QJsonArray describeKeys(const secrets::KeySet &keys, WallTime now)
{
    static constexpr const char16_t *kStates[]{u"next", u"active", u"verify_only"};
    QJsonArray items;
    for (const secrets::SigningKey &key : keys.all()) {
        if (key.state == KeyState::Retired || (key.state == KeyState::VerifyOnly && key.retiresAt <= now))
            continue;
        const bool hasSigned = key.state != KeyState::Next;
        items.append(QJsonObject{
            {u"id"_s, text(key.id)},
            {u"state"_s, QString::fromUtf16(kStates[static_cast<int>(key.state)])},
            {u"algorithm"_s, key.algorithm == secrets::KeyAlgorithm::Hs256 ? u"HS256"_s : u"EdDSA"_s},
            {u"origin"_s, key.givenAs.isEmpty() ? u"generated"_s : u"given"_s},
            {u"created_at"_s, text(toRfc3339(key.created))},
            {u"activated_at"_s, timeOrNull(hasSigned ? std::optional(key.activated) : std::nullopt)},
            {u"retires_at"_s, timeOrNull(key.state == KeyState::VerifyOnly ? std::optional(key.retiresAt) : std::nullopt)}});
    }
    return items;
}

QJsonObject describe(const SecretOverview &overview, const secrets::KeySet &keys, WallTime now, std::chrono::seconds grace)
{
    QJsonArray items;
    for (const SecretState &state : overview.states)
        items.append(describe(state, keys, now));
    QJsonArray stores;
    for (const SecretOverview::Store &store : overview.stores)
        stores.append(QJsonObject{{u"name"_s, store.name},
                                  {u"place"_s, store.place},
                                  {u"usable"_s, store.problem.isEmpty()},
                                  {u"problem"_s, textOrNull(store.problem)}});
    return {{u"items"_s, items},
            {u"next"_s, QJsonValue::Null},
            {u"signing_keys"_s, describeKeys(keys, now)},
            {u"grace_seconds"_s, qint64(grace.count())},
            {u"rotate_after_seconds"_s, qint64(std::chrono::seconds(secrets::kRotationPeriod).count())},
            {u"stores"_s, stores},
            {u"default_store"_s, overview.defaultStore}};
}

} // namespace gatehouse::administration
