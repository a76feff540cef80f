#include "administration/settings_routes.h"

#include "audit/change_entries.h"
#include "audit/request_entry.h"
#include "config/settings_table.h"
#include "http/route_group.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse::administration {

using http::Access;
using http::Method;
using http::RequestPtr;
using http::Response;
using http::Route;
using Answer = QCoro::Task<Result<Response>>;

namespace {

constexpr char kPath[] = "/api/v1/admin/config";
constexpr char kSettingsSchema[] =
    R"({"type":"object","additionalProperties":false,"required":["items","next"],"properties":{
"items":{"type":"array","items":{"type":"object","additionalProperties":false,
"required":["key","value","default","origin","meaning","live","list"],"properties":{
"key":{"type":"string"},"value":{"type":"string","description":"As one writes it; passwords in addresses are masked."},
"default":{"type":"string"},"origin":{"type":"string","description":"`default`, a place in a file, a variable, a flag or `override`."},
"meaning":{"type":"string"},"live":{"type":"boolean","description":"Changes without a restart, so it can be overridden."},
"list":{"type":"boolean"}}}},
"next":{"type":"null"}}})";
constexpr char kChangesSchema[] =
    R"({"type":"object","additionalProperties":false,"required":["applied","changes"],"properties":{
"applied":{"type":"boolean","description":"False for a dry run."},
"changes":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["key","before","after"],"properties":{
"key":{"type":"string"},"before":{"type":"string"},"after":{"type":"string"}}}}}})";
constexpr char kChangeExample[] = R"({"limits.general.quota":120,"http.allowed_origins":["https://app.example"]})";
constexpr char kChangesExample[] = R"({"applied":true,"changes":[{"key":"limits.general.quota","before":"60","after":"120"}]})";

/// Any live setting, once each.
QByteArray changeSchema()
{
    QByteArrayList properties;
    for (const config::SettingEntry &entry : config::settingsTable()) {
        if (!entry.live)
            continue;
        const bool list = entry.shape == config::SettingEntry::Shape::List;
        properties.append('"' + entry.key + R"(":{"type":["string","number","boolean","null")" + (list ? R"(,"array"])" : "]")
                          + (list ? R"(,"items":{"type":"string"}})" : "}"));
    }
    return R"({"type":"object","additionalProperties":false,"minProperties":1,"properties":{)" + properties.join(",\n") + "}}";
}

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

/// A value as one would write it in the file.
std::expected<QByteArray, QString> textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return value.toBool() ? "true" : "false";
    case QJsonValue::Double: return QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::Array: {
        QByteArrayList items;
        for (const auto &item : value.toArray()) {
            const QByteArray one = item.toString().toUtf8();
            if (one.contains(','))
                return std::unexpected(u"has an item with a comma"_s);
            items.append(one);
        }
        return items.join(',');
    }
    default: return value.toString().toUtf8();
    }
}

Result<RuntimeSettings::Wanted> wantedOf(const QJsonObject &body)
{
    RuntimeSettings::Wanted wanted;
    std::vector<FieldError> problems;
    for (auto it = body.begin(); it != body.end(); ++it) {
        if (it.value().isNull()) {
            wanted.insert(it.key().toUtf8(), std::nullopt);
            continue;
        }
        auto value = textOf(it.value());
        if (value)
            wanted.insert(it.key().toUtf8(), std::move(*value));
        else
            problems.push_back({it.key(), value.error()});
    }
    if (!problems.empty())
        return std::unexpected(Error{ErrorKind::Invalid, u"the change does not hold"_s, std::move(problems), {}});
    return wanted;
}

Answer showSettings(SettingsRouteParts parts, RequestPtr /*request*/)
{
    const RuntimeSettings::SettingsPtr loaded = parts.settings.current();
    QJsonArray items;
    for (const config::SettingEntry &entry : config::settingsTable()) {
        items.append(QJsonObject{{u"key"_s, text(entry.key)},
                                 {u"value"_s, text(loaded->texts.value(entry.key, entry.defaultText))},
                                 {u"default"_s, text(entry.defaultText)},
                                 {u"origin"_s, loaded->origins.value(entry.key)},
                                 {u"meaning"_s, entry.meaning},
                                 {u"live"_s, entry.live},
                                 {u"list"_s, entry.shape == config::SettingEntry::Shape::List}});
    }
    co_return Response::json(200, {{u"items"_s, items}, {u"next"_s, QJsonValue::Null}});
}

Response describe(const std::vector<SettingChange> &changes, bool applied)
{
    QJsonArray items;
    for (const SettingChange &change : changes)
        items.append(
            QJsonObject{{u"key"_s, text(change.key)}, {u"before"_s, text(change.before)}, {u"after"_s, text(change.after)}});
    return Response::json(200, {{u"applied"_s, applied}, {u"changes"_s, items}});
}

Answer changeSettings(SettingsRouteParts parts, RequestPtr request)
{
    const Result<RuntimeSettings::Wanted> wanted = wantedOf(request->json);
    if (!wanted)
        co_return std::unexpected(wanted.error());
    const QByteArray dryRun = request->queryValue("dry_run");
    if (!dryRun.isNull() && dryRun != "true" && dryRun != "false")
        co_return std::unexpected(
            Error{ErrorKind::Invalid, u"the query breaks a rule"_s, {{u"dry_run"_s, u"must be true or false"_s}}, {}});
    if (dryRun == "true") {
        const Result<std::vector<SettingChange>> changes = parts.settings.preview(*wanted);
        co_return changes ? Result<Response>(describe(*changes, false)) : std::unexpected(changes.error());
    }
    QCoro::Task<Result<std::vector<SettingChange>>> changing =
        overrideSettings(parts, *wanted, request, audit::Action::ConfigUpdate);
    const Result<std::vector<SettingChange>> changes = co_await changing;
    co_return changes ? Result<Response>(describe(*changes, true)) : std::unexpected(changes.error());
}

} // namespace

QCoro::Task<Result<std::vector<SettingChange>>> overrideSettings(SettingsRouteParts parts, RuntimeSettings::Wanted wanted,
                                                                 RequestPtr request, audit::Action action)
{
    audit::Entry entry = audit::entryOf(*request, action);
    auto work = [parts, wanted = std::move(wanted), entry = std::move(entry)](QSqlDatabase &database) {
        const override_store::Change by{entry.actor.id, parts.clock.now()};
        const auto record = [&](QSqlDatabase &sql, const std::vector<SettingChange> &changes) {
            std::vector<audit::Change> told;
            told.reserve(changes.size());
            for (const SettingChange &change : changes)
                told.push_back({change.key, change.before, change.after});
            Result<std::vector<audit::Entry>> entries = audit::changeEntries(entry, told);
            return entries ? parts.log.appendWithin(sql, *entries) : Result<void>(std::unexpected(entries.error()));
        };
        return parts.settings.change(database, wanted, by, record);
    };
    Result<std::vector<SettingChange>> changes = co_await parts.database.run(std::move(work));
    co_return changes;
}

void declareSettingsRoutes(http::RouteTable &routes, SettingsRouteParts parts)
{
    const http::RouteGroup<SettingsRouteParts> group("configuration", parts, Access::Operator, Access::Admin);
    routes.addTag({"configuration", "Configuration", "The settings in force, and those that change while the server runs."});
    Route show = group.route(Method::Get, kPath, "listSettings", "List the settings in force", showSettings);
    show.responses = {{.status = 200, .description = "All of them", .schema = kSettingsSchema, .name = "SettingPage"}};
    routes.add(std::move(show));

    Route change = group.route(Method::Patch, kPath, "changeSettings", "Override settings while the server runs", changeSettings);
    change.description =
        "All of it or nothing. An override wins over the file, the environment and the flags, for all instances and "
        "across restarts; `null` takes it back. With `dry_run=true` nothing changes.";
    change.body = {"SettingOverrides", changeSchema(), kChangeExample};
    change.parameters = {{"dry_run", "Only say what would change", R"({"type":"boolean","default":false})"}};
    change.responses = {{.status = 200,
                         .description = "What changed",
                         .schema = kChangesSchema,
                         .name = "SettingChanges",
                         .example = kChangesExample}};
    routes.add(std::move(change));
}

} // namespace gatehouse::administration
