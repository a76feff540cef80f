#include "audit/audit_commands.h"

#include "audit/entry_text.h"
#include "audit/filter_text.h"
#include "audit/record_export.h"
#include "audit/tlog_proof.h"
#include "audit/verify_command.h"
#include "core/arguments.h"

#include <QByteArrayList>
#include <QFile>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

using Connection = std::unique_ptr<storage::MaintenanceConnection>;

/// How often `follow` looks for what is new.
constexpr unsigned long kFollowMilliseconds = 300;
constexpr int kPage = 500;

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

Result<Filter> filterOf(const Arguments &arguments)
{
    Filter filter;
    for (const char *name : kFilterNames) {
        const QByteArray value = arguments.value(u"--"_s + QLatin1StringView(name)).toUtf8();
        if (const Result<void> set = setFilter(filter, name, value); !set)
            return std::unexpected(set.error());
    }
    return filter;
}

Result<quint64> sequenceOf(const Arguments &arguments, qsizetype index)
{
    return sequenceFrom(u"the entry"_s, arguments.positional().at(index).toUtf8());
}

QString actorOf(const Entry &entry)
{
    return entry.actor.id.isEmpty() ? text(toText(entry.actor.kind)) : text(entry.actor.id);
}

QString timeOf(const Entry &entry)
{
    return text(toRfc3339(std::chrono::floor<std::chrono::milliseconds>(entry.time)));
}

QStringList rowOf(const Entry &entry)
{
    return {QString::number(entry.sequence), timeOf(entry),      actorOf(entry), text(toText(entry.action)), text(entry.target),
            text(toText(entry.outcome)),     text(entry.address)};
}

void writeJson(Terminal &terminal, const Entry &entry)
{
    std::string json;
    appendJson(json, entry);
    json += '\n';
    terminal.write({json.data(), std::ssize(json)});
}

/// The pages of a list until there are `limit` entries.
Result<std::vector<Entry>> readEntries(QSqlDatabase &database, const Filter &filter, Order order, qint64 limit)
{
    std::vector<Entry> entries;
    std::optional<quint64> after;
    do {
        const int wanted = static_cast<int>(std::min<qint64>(limit - std::ssize(entries), kPage));
        Result<Page> page = readPage(database, filter, order, after, wanted);
        if (!page)
            return std::unexpected(page.error());
        std::ranges::move(page->entries, std::back_inserter(entries));
        after = page->next;
    } while (after && std::ssize(entries) < limit);
    return entries;
}

/// Has the filter go by the identifier where its actor is a user's name; whether it is a user's at all.
Result<bool> namesUser(Filter &filter, const AuditFiles &files, QSqlDatabase &database)
{
    if (filter.actor.isEmpty())
        return false;
    const Result<std::optional<QByteArray>> user = files.findUser(database, filter.actor);
    if (!user)
        return std::unexpected(user.error());
    filter.actor = user->value_or(filter.actor);
    return user->has_value();
}

/// The filter's actor, if it has one, as entries have it: fails with NotFound when it is neither a user nor in the record.
Result<void> findActor(Filter &filter, const AuditFiles &files, QSqlDatabase &database)
{
    const Result<bool> isUser = namesUser(filter, files, database);
    if (!isUser)
        return std::unexpected(isUser.error());
    if (*isUser || filter.actor.isEmpty())
        return {};
    Filter alone;
    alone.actor = filter.actor;
    const Result<Page> page = readPage(database, alone, Order::NewestFirst, std::nullopt, 1);
    if (!page)
        return std::unexpected(page.error());
    return page->entries.empty()
        ? failure(ErrorKind::NotFound,
                  u"there is no actor %1: gatehouse users list has the names and identifiers of users"_s.arg(text(filter.actor)))
        : Result<void>();
}

Result<void> list(const Arguments &arguments, const AuditFiles &files, Terminal &terminal)
{
    Result<Filter> filter = filterOf(arguments);
    if (!filter)
        return std::unexpected(filter.error());
    bool isNumber = true;
    const qint64 limit = arguments.has(u"--limit"_s) ? arguments.value(u"--limit"_s).toLongLong(&isNumber) : 100;
    if (!isNumber || limit < 1)
        return failure(ErrorKind::Invalid, u"--limit must be 1 or more"_s);
    const Result<Connection> connection = files.connect();
    if (!connection)
        return std::unexpected(connection.error());
    if (const Result<void> found = findActor(*filter, files, (*connection)->database()); !found)
        return found;
    Result<std::vector<Entry>> entries = readEntries((*connection)->database(), *filter, Order::NewestFirst, limit);
    if (!entries)
        return std::unexpected(entries.error());
    std::ranges::reverse(*entries); // the newest is nearest to whoever reads
    std::vector<QStringList> rows;
    for (const Entry &entry : *entries) {
        if (arguments.has(u"--json"_s))
            writeJson(terminal, entry);
        else
            rows.push_back(rowOf(entry));
    }
    if (!arguments.has(u"--json"_s))
        terminal.printTable({u"ENTRY"_s, u"TIME"_s, u"WHO"_s, u"WHAT"_s, u"TO"_s, u"OUTCOME"_s, u"FROM"_s}, rows);
    return {};
}

Result<void> show(const Arguments &arguments, const AuditFiles &files, Terminal &terminal)
{
    const Result<quint64> sequence = sequenceOf(arguments, 0);
    if (!sequence)
        return std::unexpected(sequence.error());
    const Result<Connection> connection = files.connect();
    if (!connection)
        return std::unexpected(connection.error());
    const Result<Entry> entry = readEntry((*connection)->database(), *sequence);
    if (!entry)
        return std::unexpected(entry.error());
    if (arguments.has(u"--json"_s)) {
        writeJson(terminal, *entry);
        return {};
    }
    std::vector<QStringList> rows{{u"time"_s, timeOf(*entry)},
                                  {u"actor"_s, text(toText(entry->actor.kind)) + u' ' + text(entry->actor.id)},
                                  {u"action"_s, text(toText(entry->action))},
                                  {u"target"_s, text(entry->target)},
                                  {u"outcome"_s, text(toText(entry->outcome))},
                                  {u"address"_s, text(entry->address)},
                                  {u"request"_s, text(entry->requestId)},
                                  {u"session"_s, text(entry->session)}};
    for (const Fact &fact : entry->detail)
        rows.push_back({text(fact.name), text(fact.value)});
    terminal.printTable({u"entry"_s, QString::number(entry->sequence)}, rows);
    return {};
}

Result<void> follow(const Arguments &arguments, const AuditFiles &files, Terminal &terminal)
{
    Result<Filter> filter = filterOf(arguments);
    if (!filter)
        return std::unexpected(filter.error());
    const Result<Connection> connection = files.connect();
    if (!connection)
        return std::unexpected(connection.error());
    QSqlDatabase &database = (*connection)->database();
    if (const Result<bool> user = namesUser(*filter, files, database); !user) // who never did anything may yet
        return std::unexpected(user.error());
    const Result<TreeHead> head = storedHead(database);
    if (!head)
        return std::unexpected(head.error());
    for (std::optional<quint64> after = head->size == 0 ? std::nullopt : std::optional(head->size - 1);;) {
        const Result<Page> page = readPage(database, *filter, Order::OldestFirst, after, kPage);
        if (!page)
            return std::unexpected(page.error());
        for (const Entry &entry : page->entries)
            writeJson(terminal, entry);
        if (page->next)
            after = page->next;
        else if (!page->entries.empty())
            after = page->entries.back().sequence;
        else
            QThread::msleep(kFollowMilliseconds);
    }
}

Result<void> proveConsistencyOf(QSqlDatabase &database, quint64 first, quint64 second, Terminal &terminal)
{
    const Result<Proof> proof = proveConsistency(database, first, second);
    if (!proof)
        return std::unexpected(proof.error());
    for (const QByteArray &hash : toBase64(*proof))
        terminal.print(text(hash));
    return {};
}

Result<void> prove(const Arguments &arguments, const AuditFiles &files, Terminal &terminal)
{
    const bool twoSizes = arguments.positional().size() == 2;
    const Result<quint64> first = sequenceOf(arguments, 0);
    const Result<quint64> second = twoSizes ? sequenceOf(arguments, 1) : first;
    if (!first || !second)
        return std::unexpected((first ? second : first).error());
    const Result<Connection> connection = files.connect();
    if (!connection)
        return std::unexpected(connection.error());
    QSqlDatabase &database = (*connection)->database();
    if (twoSizes)
        return proveConsistencyOf(database, *first, *second, terminal);
    const Result<EntryProof> proof = proveEntry(database, *first);
    if (!proof)
        return std::unexpected(proof.error());
    terminal.write(toText(*proof));
    return {};
}

Result<void> exportTo(const Arguments &arguments, const AuditFiles &files, Terminal &terminal)
{
    const QString format = arguments.has(u"--format"_s) ? arguments.value(u"--format"_s) : u"jsonl"_s;
    if (format != u"jsonl" && format != u"csv")
        return failure(ErrorKind::Invalid, u"--format is jsonl or csv"_s);
    const Result<Connection> connection = files.connect();
    if (!connection)
        return std::unexpected(connection.error());
    Entry entry;
    entry.action = Action::AuditExport;
    entry.target = arguments.positional().first().toUtf8();
    entry.detail = {{"format", format.toUtf8()}};
    // A record that cannot be written is when an export of it may be wanted most.
    if (const Result<void> recorded = files.record(std::move(entry)); !recorded)
        terminal.printError(u"warning: this export is not in the record: "_s + recorded.error().detail);
    QFile file(arguments.positional().first());
    // It tells who did what: for its owner alone, and over nothing that is there.
    if (!file.open(QIODevice::NewOnly | QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner))
        return failure(ErrorKind::Unavailable, u"cannot make %1: %2"_s.arg(file.fileName(), file.errorString()));
    const Result<quint64> size =
        exportRecord((*connection)->database(), format == u"csv" ? TextFormat::Csv : TextFormat::Json, file);
    if (!size || !file.flush()) {
        file.remove();
        return size ? failure(ErrorKind::Unavailable, u"cannot write "_s + file.fileName()) : std::unexpected(size.error());
    }
    terminal.print(u"%1 entries written to %2"_s.arg(*size).arg(file.fileName()));
    if (!files.verifierKeys.empty())
        terminal.print(u"public key: "_s + text(QByteArrayList(files.verifierKeys.begin(), files.verifierKeys.end()).join(',')));
    return {};
}

Result<void> rotateKey(const Arguments & /*arguments*/, const AuditFiles &files, Terminal &terminal)
{
    const Result<QByteArray> key = files.rotateKey();
    if (!key)
        return std::unexpected(key.error());
    terminal.print(u"public key: "_s + text(*key));
    return {};
}

/// A command of this file: its word and help, what it takes, and what it does.
struct Description {
    const char *word;
    QString arguments;
    QString summary;
    qsizetype least;
    qsizetype most;
    Arguments::Options options;
    Result<void> (*work)(const Arguments &, const AuditFiles &, Terminal &);
};

std::vector<Description> descriptions()
{
    QStringList filters;
    for (const char *name : kFilterNames)
        filters.append(u"--"_s + QLatin1StringView(name));
    const QString filterHelp =
        u"[--from TIME] [--until TIME] [--actor NAME|ID] [--action NAME] [--target ID] [--outcome OUTCOME] [--address ADDRESS] [--text TEXT]"_s;
    return {
        {"list",
         filterHelp + u" [--limit N] [--json]"_s,
         u"Lists the newest entries of the audit log."_s,
         0,
         0,
         {{u"--json"_s}, filters + QStringList{u"--limit"_s}},
         list},
        {"show", u"ENTRY [--json]"_s, u"Shows all of an entry."_s, 1, 1, {{u"--json"_s}, {}}, show},
        {"follow", filterHelp, u"Prints entries as JSON as they come, until it is ended."_s, 0, 0, {{}, filters}, follow},
        {"verify",
         u"[FILE …] [--key KEY] [--checkpoint FILE]"_s,
         u"Checks the whole audit log, exports and sealed files that follow each other, or a proof; names the first entry that was tampered with, and exits 1."_s,
         0,
         10'000,
         {{}, {u"--key"_s, u"--checkpoint"_s}},
         verify},
        {"prove",
         u"ENTRY | SIZE SIZE"_s,
         u"Writes a proof that an entry is in the log (C2SP tlog-proof), or that a shorter log is the beginning of a longer one."_s,
         1,
         2,
         {},
         prove},
        {"export",
         u"FILE [--format jsonl|csv]"_s,
         u"Writes the whole audit log with its checkpoints to a new file."_s,
         1,
         1,
         {{}, {u"--format"_s}},
         exportTo},
        {"rotate-key",
         {},
         u"Has a new key sign checkpoints; what the old one signed stays good, and it signs for the new one."_s,
         0,
         0,
         {},
         rotateKey},
    };
}

Result<void> run(const Description &description, const AuditFilesOpener &open, const QStringList &given, Terminal &terminal)
{
    const Result<Arguments> arguments = Arguments::parse(given, description.options);
    if (!arguments)
        return std::unexpected(arguments.error());
    const qsizetype count = arguments->positional().size();
    if (count < description.least || count > description.most)
        return failure(ErrorKind::Malformed,
                       u"usage: gatehouse audit %1 %2"_s.arg(QLatin1StringView(description.word), description.arguments));
    const Result<AuditFiles> files = open(arguments->settings(), terminal);
    if (!files)
        return std::unexpected(files.error());
    return description.work(*arguments, *files, terminal);
}

} // namespace

std::vector<Command> auditCommands(const AuditFilesOpener &open)
{
    std::vector<Command> commands;
    for (const Description &description : descriptions()) {
        const auto work = [description, open](const QStringList &given, Terminal &terminal) {
            return run(description, open, given, terminal);
        };
        commands.push_back({{u"audit"_s, QString::fromLatin1(description.word)},
                            description.arguments,
                            description.summary,
                            reportingFailure(work)});
    }
    return commands;
}

} // namespace gatehouse::audit
