#include "audit/record_export.h"
#include "core/strict_json.h"

#include <QByteArrayList>
#include <QJsonArray>
#include <QJsonValue>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <memory>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

/// Longer than any line: an entry in base64 and again as text, with every letter escaped.
constexpr qint64 kLongestLine = 8 * 1024 * 1024;
constexpr QByteArrayView kJsonHeader = R"({"format":"gatehouse-audit-1")";
constexpr QByteArrayView kJsonCheckpoint = R"({"checkpoint":)";
constexpr QByteArrayView kCsvCheckpoint = "checkpoint,";
constexpr QByteArrayView kCsvStart = "start,";

/// The lines of an export, one ahead.
class Lines
{
public:
    explicit Lines(QIODevice &in)
        : m_in(in)
        , m_next(read())
    {
    }
    /// The next line, without its end; nothing after the last.
    [[nodiscard]] std::optional<QByteArray> take() { return std::exchange(m_next, read()); }
    [[nodiscard]] const std::optional<QByteArray> &ahead() const { return m_next; }

private:
    std::optional<QByteArray> read()
    {
        QByteArray line;
        // In pieces, as readLine() makes room for all it may read.
        do {
            const QByteArray piece = m_in.readLine(64 * 1024);
            if (piece.isEmpty())
                break;
            line += piece;
        } while (!line.endsWith('\n') && line.size() < kLongestLine);
        if (line.isEmpty())
            return std::nullopt;
        line.chop(line.endsWith('\n') ? 1 : 0);
        return line;
    }

    QIODevice &m_in;
    std::optional<QByteArray> m_next;
};

/// What an export begins with.
struct Start {
    TextFormat format = TextFormat::Json;
    Frontier before; ///< what the entries before it hash to
};

std::unexpected<Error> noExport()
{
    return failure(ErrorKind::Malformed, u"this is no export of a record"_s);
}

Result<Frontier> frontierOf(quint64 size, const QByteArrayList &roots)
{
    std::vector<Hash> hashes;
    for (const QByteArray &root : roots) {
        if (root.size() != sizeof(Hash))
            return noExport();
        hashes.push_back(hashFrom(root));
    }
    if (std::ssize(hashes) != std::popcount(size))
        return noExport();
    return Frontier(size, std::move(hashes));
}

Result<Start> jsonStart(const QByteArray &header)
{
    const Result<QJsonObject> object = parseStrictJsonObject(header);
    if (!object || object->value(u"format"_s).toString() != u"gatehouse-audit-1")
        return noExport();
    QByteArrayList roots;
    for (const auto &root : object->value(u"before"_s).toArray())
        roots.append(QByteArray::fromBase64(root.toString().toLatin1()));
    Result<Frontier> before = frontierOf(static_cast<quint64>(object->value(u"first"_s).toInteger()), roots);
    return before ? Result<Start>(Start{TextFormat::Json, std::move(*before)}) : std::unexpected(before.error());
}

Result<Start> csvStart(Lines &lines)
{
    if (!lines.ahead() || !lines.ahead()->startsWith(kCsvStart))
        return Start{TextFormat::Csv, {}};
    const QByteArray line = *lines.take();
    const QByteArray hashes = contentOfLine(TextFormat::Csv, line);
    QByteArrayList roots;
    for (qsizetype at = 0; at < hashes.size(); at += sizeof(Hash))
        roots.append(hashes.mid(at, sizeof(Hash)));
    Result<Frontier> before = frontierOf(line.split(',').at(1).toULongLong(), roots);
    return before ? Result<Start>(Start{TextFormat::Csv, std::move(*before)}) : std::unexpected(before.error());
}

Result<Start> startOf(Lines &lines)
{
    const std::optional<QByteArray> header = lines.take();
    if (header == kCsvHeader)
        return csvStart(lines);
    return header && header->startsWith(kJsonHeader) ? jsonStart(*header) : noExport();
}

bool isCheckpoint(TextFormat format, const std::optional<QByteArray> &line)
{
    return line && line->startsWith(format == TextFormat::Json ? kJsonCheckpoint : kCsvCheckpoint);
}

QByteArray noteOf(TextFormat format, const QByteArray &line)
{
    if (format == TextFormat::Csv)
        return contentOfLine(format, line);
    const Result<QJsonObject> object = parseStrictJsonObject(line);
    return object ? object->value(u"checkpoint"_s).toString().toUtf8() : QByteArray();
}

/// The sequence of a line; nothing when it holds no entry.
std::optional<quint64> sequenceOf(TextFormat format, const std::optional<QByteArray> &line)
{
    // The bytes say it; see docs/decisions/100.
    const QByteArray content = line ? contentOfLine(format, *line) : QByteArray();
    return content.size() < 9 ? std::nullopt : std::optional(qFromBigEndian<quint64>(content.constData() + 1));
}

/// Why the line in place of entry `expected` is another one.
Finding displaced(quint64 expected, quint64 found, std::optional<quint64> next)
{
    if (found < expected)
        return {Finding::Kind::Inserted, expected,
                u"in place of entry %1 one was inserted that says it is entry %2"_s.arg(expected).arg(found)};
    if (next == expected)
        return {Finding::Kind::Reordered, expected,
                u"entries were reordered: in place of entry %1 is entry %2"_s.arg(expected).arg(found)};
    return {Finding::Kind::Removed, expected, u"entry %1 was removed"_s.arg(expected)};
}

std::optional<Finding> checkLine(TextFormat format, const QByteArray &line, const Lines &lines, TreeWalk &tree)
{
    const quint64 expected = tree.size();
    const std::optional<quint64> sequence = sequenceOf(format, line);
    if (sequence && *sequence != expected)
        return displaced(expected, *sequence, sequenceOf(format, lines.ahead()));
    const QByteArray content = contentOfLine(format, line);
    const auto entry = TreeWalk::entryAt(expected, content);
    if (!entry)
        return entry.error();
    std::string again;
    appendText(again, format, *entry, content);
    if (line != QByteArrayView(again.data(), std::ssize(again)))
        return Finding{Finding::Kind::Altered, expected,
                       u"entry %1 was altered: its line is not what its bytes say"_s.arg(expected)};
    return tree.add(leafHash(content), entry->time);
}

std::optional<Finding> checkLines(TextFormat format, Lines &lines, TreeWalk &tree)
{
    while (const std::optional<QByteArray> line = lines.take()) {
        if (std::optional<Finding> finding = checkLine(format, *line, lines, tree))
            return finding;
    }
    return {};
}

/// An export of which the head was read.
struct OpenedExport {
    std::unique_ptr<Lines> lines;
    Start start;
};

Result<OpenedExport> openExport(QIODevice &in, std::vector<QByteArray> &notes)
{
    OpenedExport opened{std::make_unique<Lines>(in), {}};
    Result<Start> start = startOf(*opened.lines);
    if (!start)
        return std::unexpected(start.error());
    opened.start = std::move(*start);
    while (isCheckpoint(opened.start.format, opened.lines->ahead()))
        notes.push_back(noteOf(opened.start.format, *opened.lines->take()));
    return opened;
}

/// Why `next` does not go on where `tree` has come to.
std::optional<Finding> compareSeam(const Frontier &next, const TreeWalk &tree)
{
    if (next.size() > tree.size())
        return Finding{Finding::Kind::Removed, tree.size(),
                       u"the entries %1 to %2 are missing between two files"_s.arg(tree.size()).arg(next.size() - 1)};
    if (next.size() < tree.size())
        return Finding{Finding::Kind::Inserted, next.size(), u"entry %1 is in two files"_s.arg(next.size())};
    if (next.root() != tree.root())
        return Finding{Finding::Kind::Forked, next.size(),
                       u"the file that begins with entry %1 goes on with another record"_s.arg(next.size())};
    return {};
}

std::optional<Finding> checkAll(std::vector<OpenedExport> &files, TreeWalk &tree)
{
    const quint64 first = tree.size();
    for (OpenedExport &file : files) {
        if (auto finding = compareSeam(file.start.before, tree))
            return finding;
        if (auto finding = checkLines(file.start.format, *file.lines, tree))
            return finding;
    }
    if (auto finding = tree.finish(Finding::Kind::Truncated))
        return finding;
    // Whoever made it could let it begin with anything.
    if (first > 0 && tree.confirmed() == 0)
        return Finding{Finding::Kind::BadCheckpoint, first, u"no signed checkpoint tells what came before entry %1"_s.arg(first)};
    return {};
}

} // namespace

Result<VerificationReport> verifyExports(std::span<QIODevice *const> files, const Trust &trust)
{
    std::vector<QByteArray> notes = trust.notes;
    std::vector<OpenedExport> opened;
    for (QIODevice *const file : files) {
        Result<OpenedExport> next = openExport(*file, notes);
        if (!next)
            return std::unexpected(next.error());
        opened.push_back(std::move(*next));
    }
    std::ranges::stable_sort(opened, {}, [](const OpenedExport &file) { return file.start.before.size(); });
    std::size_t leftOut = 0;
    const auto checkpoints = openAll(notes, trust.keys, trust.othersSignToo ? &leftOut : nullptr);
    if (!checkpoints)
        return VerificationReport{.finding = checkpoints.error()};
    TreeWalk tree(*checkpoints, opened.empty() ? Frontier() : opened.front().start.before);
    std::optional<Finding> finding = checkAll(opened, tree);
    return VerificationReport{
        .head = {tree.size(), tree.root()}, .checkpoints = tree.confirmed(), .leftOut = leftOut, .finding = std::move(finding)};
}

Result<VerificationReport> verifyExport(QIODevice &in, const Trust &trust)
{
    QIODevice *const file = &in;
    return verifyExports({&file, 1}, trust);
}

std::vector<QByteArray> keysNamedIn(QIODevice &in)
{
    Lines lines(in);
    std::vector<QByteArray> keys;
    if (const Result<Start> start = startOf(lines); !start || start->format != TextFormat::Json)
        return keys;
    while (isCheckpoint(TextFormat::Json, lines.ahead())) {
        const Result<QJsonObject> object = parseStrictJsonObject(*lines.take());
        const QByteArray key = object ? object->value(u"verifier_key"_s).toString().toUtf8() : QByteArray();
        if (!key.isEmpty() && std::ranges::find(keys, key) == keys.end())
            keys.push_back(key);
    }
    return keys;
}

} // namespace gatehouse::audit
