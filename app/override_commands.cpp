#include "override_commands.h"

#include "administration/override_store.h"
#include "assembly/command_record.h"
#include "audit/change_entries.h"
#include "configured_database.h"
#include "core/arguments.h"

#include <QFileInfo>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

namespace overrides = administration::override_store;

/// The record of this configuration, with the database beside it; nothing where no server has ever made one.
Result<std::unique_ptr<assembly::CommandRecord>> openRecord(const QStringList &flags, Terminal &terminal)
{
    auto configured = configuredDatabase(flags, terminal);
    if (!configured)
        return std::unexpected(configured.error());
    if (configured->target.postgres)
        configured->target.postgres->maxConnections = 1;
    return assembly::CommandRecord::open(std::move(configured->target));
}

Result<void> listAll(const QStringList &given, Terminal &terminal)
{
    const Result<Arguments> arguments = Arguments::parse(given, {});
    if (!arguments)
        return std::unexpected(arguments.error());
    if (!arguments->positional().isEmpty())
        return failure(ErrorKind::Malformed, u"expected nothing more: config overrides list, or remove NAME"_s);
    const auto record = openRecord(arguments->settings(), terminal);
    if (!record)
        return std::unexpected(record.error());
    const auto all = *record ? (*record)->database().runBlocking(&overrides::all) : Result<config::Overrides>();
    if (!all)
        return std::unexpected(all.error());
    if (all->isEmpty()) {
        terminal.printError(u"nothing is overridden"_s);
        return {};
    }
    std::vector<QStringList> rows;
    for (auto it = all->begin(); it != all->end(); ++it)
        rows.push_back({printable(QString::fromUtf8(it.key())), printable(QString::fromUtf8(it.value()))});
    terminal.printTable({u"SETTING"_s, u"OVERRIDDEN BY"_s}, rows);
    return {};
}

/// What was taken back, for the record.
Result<std::vector<audit::Fact>> removeFrom(QSqlDatabase &database, const QByteArray &name)
{
    const Result<config::Overrides> all = overrides::all(database);
    if (!all)
        return std::unexpected(all.error());
    if (!all->contains(name))
        return failure(ErrorKind::NotFound, u"%1 is not overridden"_s.arg(QString::fromUtf8(name)));
    const Result<void> removed = overrides::remove(database, name);
    if (!removed)
        return std::unexpected(removed.error());
    return std::vector{audit::takenBack(name, all->value(name))};
}

Result<void> takeBack(const QStringList &given, Terminal &terminal)
{
    const Result<Arguments> arguments = Arguments::parse(given, {});
    if (!arguments)
        return std::unexpected(arguments.error());
    if (arguments->positional().size() != 1)
        return failure(ErrorKind::Malformed, u"expected one setting, as \"config overrides list\" has it"_s);
    const QByteArray name = arguments->positional().first().toUtf8();
    const auto record = openRecord(arguments->settings(), terminal);
    if (!record)
        return std::unexpected(record.error());
    if (!*record)
        return failure(ErrorKind::NotFound, u"%1 is not overridden"_s.arg(QString::fromUtf8(name)));
    audit::Entry entry;
    entry.action = audit::Action::ConfigUpdate;
    entry.target = name;
    const auto work = [&name](QSqlDatabase &database) { return removeFrom(database, name); };
    if (const Result<void> removed = (*record)->appendWith(entry, work); !removed)
        return std::unexpected(removed.error());
    terminal.print(u"%1 is as configured again; servers that run take it over by themselves"_s.arg(QString::fromUtf8(name)));
    return {};
}

} // namespace

std::vector<Command> overrideCommands()
{
    const QString summary = u"Prints the settings that administrators have overridden while the server ran."_s;
    return {
        {{u"config"_s, u"overrides"_s}, u""_s, summary, reportingFailure(listAll)},
        {{u"config"_s, u"overrides"_s, u"list"_s}, u""_s, summary, reportingFailure(listAll)},
        {{u"config"_s, u"overrides"_s, u"remove"_s},
         u"NAME"_s,
         u"Takes an override back, so that what is configured holds again, and tells of it in the record."_s,
         reportingFailure(takeBack)},
    };
}
