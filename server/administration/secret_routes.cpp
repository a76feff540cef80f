#include "administration/secret_routes.h"

#include "administration/secret_json.h"
#include "audit/request_entry.h"
#include "http/route_group.h"
#include "secrets/secret_strength.h"

#include <qcoro/qcorofuture.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::administration {

using http::Access;
using http::Method;
using http::RequestPtr;
using http::Response;
using http::Route;
using secrets::KnownSecret;
using secrets::SecretChain;
using Answer = QCoro::Task<Result<Response>>;
using PartsPtr = std::shared_ptr<const SecretRouteParts>; ///< shared by the routes
using ValuePtr = std::shared_ptr<const SecretBytes>; ///< shared, as work outlives the handler that gave it

namespace {

constexpr char kNewValue[] = R"({"type":"object","additionalProperties":false,"required":["value"],"properties":{
"value":{"type":"string","minLength":1,"maxLength":65536,"description":"One line end at its end is left out."},
"store":{"type":"string","enum":["file","keychain"]}}})";
constexpr char kGenerate[] = R"({"type":"object","additionalProperties":false,"properties":{
"replace":{"type":"boolean","description":"Else a secret that is there stays, with 409."},
"store":{"type":"string","enum":["file","keychain"]}}})";
constexpr char kRotate[] = R"({"type":"object","additionalProperties":false,"properties":{
"now":{"type":"boolean","description":"Everything signed so far is void at once."}}})";
constexpr char kStored[] = R"({"type":"object","additionalProperties":false,
"required":["name","store","place","effect","hidden_by","warnings"],"properties":{"name":{"type":"string"},
"store":{"type":"string","enum":["file","keychain"]},"place":{"type":"string"},
"effect":{"type":"string","enum":["now","restart","none"],
"description":"When the server goes by it. `none`: another place has the secret, too, and wins."},
"hidden_by":{"type":["string","null"],"description":"The place that wins."},
"warnings":{"type":"array","items":{"type":"string"}}}})";
constexpr char kStoredExample[] = R"({"name":"METRICS_TOKEN","store":"file","place":"/var/lib/gatehouse/secrets.sealed",
"effect":"now","hidden_by":null,"warnings":[]})";

/// What came of storing.
struct Stored {
    bool isKeychain = false;
    QString place = {};
    QString effect = {};
    QString hiddenBy = {};
    QStringList warnings = {};
};

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

/// The secret that the path names, by its name alone. The error does not repeat what was given, which may be a value.
Result<const KnownSecret *> namedIn(const http::Request &request)
{
    const QByteArray name = request.parameters.value(0);
    const auto &all = secrets::secretCatalogue();
    const auto found = std::ranges::find(all, name, &KnownSecret::name);
    if (found == all.end())
        return failure(ErrorKind::NotFound, u"there is no secret of that name"_s);
    return &*found;
}

/// Where a request wants a secret to go, or the settings do. Fails where nothing can be put, or would not be found again.
Result<secrets::SecretStore *> storeFor(SecretChain &chain, const QString &wanted, bool asksKeychain)
{
    secrets::SecretStore *const store = wanted.isEmpty() ? &chain.defaultStore()
        : wanted == u"keychain"                          ? &chain.keychain()
                                                         : &chain.encryptedFile();
    if (store == &chain.keychain() && !asksKeychain)
        return failure(ErrorKind::Conflict, u"it would not be read from the keychain: set secrets.keychain first"_s);
    if (store == &chain.encryptedFile() && !chain.sealer())
        return failure(ErrorKind::Conflict,
                       u"there is no passphrase to encrypt the file with: start the server with SECRETS_PASSPHRASE or "
                       "SECRETS_PASSPHRASE_FILE"_s);
    return store;
}

/// Whether the secret may be stored, and where it goes.
Result<QString> placeFor(const PartsPtr &parts, SecretChain &chain, const KnownSecret &secret, const SecretBytes &value,
                         const QString &wanted)
{
    const bool asksKeychain = parts->settings.current()->settings.secrets.keychain;
    const Result<secrets::SecretStore *> store = storeFor(chain, wanted, asksKeychain);
    if (!store)
        return std::unexpected(store.error());
    std::vector<FieldError> problems = parts->judge(chain, secret.name, value);
    if (problems.empty())
        return (*store)->description();
    for (FieldError &problem : problems)
        problem.field = u"value"_s;
    return std::unexpected(Error{ErrorKind::Invalid, u"the server would not start again with it"_s, std::move(problems), {}});
}

/// What kept `value` is worth: whether it is what is found, and whether the server has taken it up.
void judgeEffect(const PartsPtr &parts, SecretChain &chain, const KnownSecret &secret, const SecretBytes &value, Stored &stored)
{
    const auto found = chain.find(secret.name);
    if (!found || !*found) {
        stored.effect = u"none"_s;
        stored.warnings.append(found ? u"it was not found again"_s : found.error().detail);
        return;
    }
    if (!equalInConstantTime((*found)->value.view(), value.view())) {
        stored.effect = u"none"_s;
        stored.hiddenBy = (*found)->source;
        return;
    }
    const Result<bool> adopted = parts->adopt(chain, secret.name);
    stored.effect = adopted && *adopted ? u"now"_s : u"restart"_s;
    if (!adopted)
        stored.warnings.append(adopted.error().detail);
}

Result<Stored> keep(const PartsPtr &parts, SecretChain &chain, const KnownSecret &secret, const SecretBytes &value,
                    const QString &wanted)
{
    const bool asksKeychain = parts->settings.current()->settings.secrets.keychain;
    const Result<secrets::SecretStore *> store = storeFor(chain, wanted, asksKeychain);
    if (!store)
        return std::unexpected(store.error());
    std::vector<secrets::NamedSecret> secrets;
    secrets.push_back({secret.name, value.clone()});
    if (const Result<void> kept = (*store)->store(std::move(secrets)); !kept)
        return std::unexpected(kept.error());
    Stored stored{.isKeychain = *store == &chain.keychain(), .place = (*store)->description()};
    if (secret.minimumBits > 0) {
        if (const QString weakness = secrets::weaknessAgainst(value.view(), secret.minimumBits); !weakness.isEmpty())
            stored.warnings.append(weakness);
    }
    judgeEffect(parts, chain, secret, value, stored);
    parts->looked(secrets::inventoryOf(chain));
    return stored;
}

QJsonObject describe(const KnownSecret &secret, const Stored &stored)
{
    return {{u"name"_s, text(secret.name)},
            {u"store"_s, stored.isKeychain ? u"keychain"_s : u"file"_s},
            {u"place"_s, stored.place},
            {u"effect"_s, stored.effect},
            {u"hidden_by"_s, stored.hiddenBy.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(stored.hiddenBy)},
            {u"warnings"_s, QJsonArray::fromStringList(stored.warnings)}};
}

/// Tells that what was announced did not come about.
QCoro::Task<> withdraw(PartsPtr parts, audit::Entry entry, Error why)
{
    entry.outcome = audit::Outcome::Failed;
    entry.detail.push_back({"reason", why.detail.toUtf8()});
    QCoro::Task<Result<quint64>> recording = parts->log.append(std::move(entry));
    (void)co_await recording; // the caller is told of the failure anyhow
}

/// Tells that the secret is stored, then stores it.
Answer store(PartsPtr parts, RequestPtr request, const KnownSecret *secret, ValuePtr value, audit::Action action)
{
    const QString wanted = request->json.value(u"store"_s).toString();
    auto prepare = [=](SecretChain &chain) { return placeFor(parts, chain, *secret, *value, wanted); };
    auto preparing = parts->keeper.ask(std::move(prepare));
    const auto place = co_await preparing;
    if (!*place)
        co_return std::unexpected(place->error());
    audit::Entry entry = audit::entryOf(*request, action);
    entry.target = secret->name;
    entry.detail = {{"place", (*place)->toUtf8()}, {"fingerprint", parts->fingerprint(secret->name, *value)}};
    QCoro::Task<Result<quint64>> recording = parts->log.append(entry);
    const Result<quint64> recorded = co_await recording;
    if (!recorded)
        co_return std::unexpected(recorded.error());
    auto act = [=](SecretChain &chain) { return keep(parts, chain, *secret, *value, wanted); };
    auto acting = parts->keeper.ask(std::move(act));
    const auto stored = co_await acting;
    if (!*stored) {
        QCoro::Task<> withdrawing = withdraw(parts, std::move(entry), stored->error());
        co_await withdrawing;
        co_return std::unexpected(stored->error());
    }
    co_return Response::json(200, describe(*secret, **stored));
}

std::unexpected<Error> notThePassphrase()
{
    return failure(ErrorKind::Conflict,
                   u"what is encrypted would not open any more: the passphrase is changed on the server's machine"_s);
}

Answer setSecret(PartsPtr parts, RequestPtr request)
{
    const Result<const KnownSecret *> secret = namedIn(*request);
    if (!secret)
        co_return std::unexpected(secret.error());
    if ((*secret)->name == secrets::kPassphraseName)
        co_return notThePassphrase();
    QString given = request->json.take(u"value"_s).toString(); // what Qt keeps of it elsewhere cannot be reached
    QByteArray bytes = given.toUtf8();
    const SecretBytes whole = SecretBytes::takeFrom(bytes);
    cleanse(given.data(), given.size() * qsizetype(sizeof(QChar)));
    const auto value = std::make_shared<const SecretBytes>(secrets::withoutLineEnd(whole.view()));
    if (const Result<void> possible = secrets::checkValue(*value); !possible)
        co_return std::unexpected(possible.error());
    Answer storing = store(parts, request, *secret, value, audit::Action::SecretSet);
    Result<Response> answer = co_await storing;
    co_return answer;
}

Answer generateSecret(PartsPtr parts, RequestPtr request)
{
    const Result<const KnownSecret *> secret = namedIn(*request);
    if (!secret)
        co_return std::unexpected(secret.error());
    if ((*secret)->name == secrets::kPassphraseName)
        co_return notThePassphrase();
    if (!(*secret)->canBeGenerated)
        co_return failure(ErrorKind::Conflict, u"it cannot be made up: set it"_s);
    if (!request->json.value(u"replace"_s).toBool()) {
        auto look = [name = (*secret)->name](SecretChain &chain) -> Result<bool> {
            const auto found = chain.find(name);
            return found ? Result<bool>(found->has_value()) : std::unexpected(found.error());
        };
        auto looking = parts->keeper.ask(std::move(look));
        const auto isThere = co_await looking;
        if (!*isThere)
            co_return std::unexpected(isThere->error());
        if (**isThere)
            co_return failure(ErrorKind::Conflict, u"it is there already; `replace` makes another"_s);
    }
    const auto value = std::make_shared<const SecretBytes>(secrets::generatedSecret());
    Answer storing = store(parts, request, *secret, value, audit::Action::SecretGenerate);
    Result<Response> answer = co_await storing;
    co_return answer;
}

Answer rotateSecret(PartsPtr parts, RequestPtr request)
{
    const Result<const KnownSecret *> secret = namedIn(*request);
    if (!secret)
        co_return std::unexpected(secret.error());
    if ((*secret)->name != secrets::kJwtSecretName)
        co_return failure(ErrorKind::Conflict, u"only JWT_SECRET, the signing key, is rotated; generate makes others anew"_s);
    const bool now = request->json.value(u"now"_s).toBool();
    const std::chrono::seconds grace = parts->settings.current()->settings.auth.keyGrace;
    audit::Entry entry = audit::entryOf(*request, audit::Action::SecretRotate);
    entry.target = (*secret)->name;
    entry.detail = {{"grace_seconds", QByteArray::number(now ? 0 : qint64(grace.count()))}};
    QCoro::Task<Result<quint64>> recording = parts->log.append(entry);
    const Result<quint64> recorded = co_await recording;
    if (!recorded)
        co_return std::unexpected(recorded.error());
    auto turn = [parts, now](SecretChain &chain) -> Result<QString> {
        using Rotation = secrets::KeyRing::Rotation;
        if (const Result<void> turned = parts->rotate(now ? Rotation::Now : Rotation::Graceful); !turned)
            return std::unexpected(turned.error());
        const auto given = chain.find(secrets::kJwtSecretName);
        return given && *given ? (*given)->source : QString();
    };
    auto turning = parts->keeper.ask(std::move(turn));
    const auto turned = co_await turning;
    if (!*turned) {
        QCoro::Task<> withdrawing = withdraw(parts, std::move(entry), turned->error());
        co_await withdrawing;
        co_return std::unexpected(turned->error());
    }
    QJsonArray warnings;
    if (!(*turned)->isEmpty())
        warnings.append(u"%1 still gives a JWT_SECRET, which does not sign any more if it did: give another, the same to "
                        "every host, or none"_s.arg(**turned));
    co_return Response::json(200,
                             {{u"signing_keys"_s, describeKeys(*parts->keys.get(), parts->clock.now())},
                              {u"grace_seconds"_s, now ? 0 : qint64(grace.count())},
                              {u"warnings"_s, warnings}});
}

Answer listSecrets(PartsPtr parts, RequestPtr /*request*/)
{
    const RuntimeSettings::SettingsPtr settings = parts->settings.current();
    auto look = [parts, keychain = settings->settings.secrets.keychain](SecretChain &chain) -> Result<SecretOverview> {
        SecretOverview overview = overviewOf(chain, keychain);
        parts->looked(overview.states);
        return overview;
    };
    auto looking = parts->keeper.ask(std::move(look));
    const auto overview = co_await looking;
    if (!*overview)
        co_return std::unexpected(overview->error());
    co_return Response::json(200, describe(**overview, *parts->keys.get(), parts->clock.now(), settings->settings.auth.keyGrace));
}

QByteArray withKeys(QByteArray schema)
{
    return schema.replace(QByteArrayLiteral("@keys"), QByteArray(kSigningKeysSchema));
}

using Group = http::RouteGroup<PartsPtr>;

void declareStoring(http::RouteTable &routes, const Group &group)
{
    const http::ResponseDeclaration stored{
        .status = 200, .description = "Stored", .schema = kStored, .name = "StoredSecret", .example = kStoredExample};
    Route set = group.route(Method::Put, "/api/v1/admin/secrets/{name}", "setSecret", "Set a secret", setSecret);
    set.description =
        "Told of in the record before it is done. What would keep the server from starting again is refused. "
        "`JWT_SECRET` signs at once, what was signed before stays good for the grace period; `METRICS_TOKEN` holds at once; "
        "others with the next start.";
    set.body = {"SecretValue", kNewValue, R"({"value":"correct horse battery staple"})"};
    set.secretBody = true;
    set.parameters = {{"name", "As in the list"}};
    set.responses = {stored,
                     {.status = 404, .description = "No such secret"},
                     {.status = 409, .description = "It cannot be kept there, or not be changed here"}};
    routes.add(std::move(set));

    Route generate =
        group.route(Method::Post, "/api/v1/admin/secrets/{name}/generate", "generateSecret", "Make up a secret", generateSecret);
    generate.description = "256 random bits, which nobody is shown.";
    generate.body = {"SecretGeneration", kGenerate, R"({"replace":true})"};
    generate.bodyOptional = true;
    generate.parameters = {{"name", "As in the list"}};
    generate.responses = {stored,
                          {.status = 404, .description = "No such secret"},
                          {.status = 409, .description = "It is there already, or cannot be made up"}};
    routes.add(std::move(generate));
}

} // namespace

WallTime lastRotation(const secrets::KeySet &keys)
{
    return keys.active().activated;
}

void declareSecretRoutes(http::RouteTable &routes, const SecretRouteParts &given)
{
    const auto parts = std::make_shared<const SecretRouteParts>(given);
    const Group group("product-secrets", parts, Access::Admin, Access::Admin);
    routes.addTag({"product-secrets", "The product's secrets", "The product's own secrets: written here, and never read."});
    Route list = group.route(Method::Get, "/api/v1/admin/secrets", "listSecrets", "List the product's own secrets", listSecrets);
    list.description = "How each is given and kept, how strong it is, and when another is due. Never a value.";
    list.responses = {{.status = 200, .description = "All of them", .schema = withKeys(kSecretPageSchema), .name = "SecretPage"}};
    routes.add(std::move(list));
    declareStoring(routes, group);

    Route rotate =
        group.route(Method::Post, "/api/v1/admin/secrets/{name}/rotate", "rotateSecret", "Have another key sign", rotateSecret);
    rotate.description = "For `JWT_SECRET`. What was signed before is good for the grace period, so nobody is logged out; with "
                         "`now` not a moment.";
    rotate.body = {"SecretRotation", kRotate, R"({"now":false})"};
    rotate.bodyOptional = true;
    rotate.parameters = {{"name", "`JWT_SECRET`"}};
    rotate.responses = {
        {.status = 200,
         .description = "Another key signs",
         .schema =
             withKeys(R"({"type":"object","additionalProperties":false,"required":["signing_keys","grace_seconds","warnings"],
"properties":{"signing_keys":@keys,"grace_seconds":{"type":"integer"},"warnings":{"type":"array","items":{"type":"string"}}}})"),
         .name = "SecretRotationDone"},
        {.status = 404, .description = "No such secret"},
        {.status = 409, .description = "It has no rotation"}};
    routes.add(std::move(rotate));
}

} // namespace gatehouse::administration
