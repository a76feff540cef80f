#include "audit/record_export.h"
#include "core/strict_json.h"

#include <QJsonValue>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

/// Longer than any line: an entry in base64 and again as text, with every letter escaped.
constexpr qint64 kLongestLine = 8 * 1024 * 1024;
constexpr QByteArrayView kJsonHeader = R"({"format":"gatehouse-audit-1"})";
constexpr QByteArrayView kJsonCheckpoint = R"({"checkpoint":)";
constexpr QByteArrayView kCsvCheckpoint = "checkpoint,";

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

Result<TextFormat> formatOf(const std::optional<QByteArray> &header)
{
    if (header == kJsonHeader)
        return TextFormat::Json;
    if (header == kCsvHeader)
        return TextFormat::Csv;
    return failure(ErrorKind::Malformed, u"this is no export of a record"_s);
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
    return tree.finish(Finding::Kind::Truncated);
}

} // namespace

Result<VerificationReport> verifyExport(QIODevice &in, const Trust &trust)
{
    Lines lines(in);
    const Result<TextFormat> format = formatOf(lines.take());
    if (!format)
        return std::unexpected(format.error());
    std::vector<QByteArray> notes = trust.notes;
    while (isCheckpoint(*format, lines.ahead()))
        notes.push_back(noteOf(*format, *lines.take()));
    const auto checkpoints = openAll(notes, trust.keys);
    if (!checkpoints)
        return VerificationReport{{}, 0, 0, checkpoints.error()};
    TreeWalk tree(*checkpoints);
    std::optional<Finding> finding = checkLines(*format, lines, tree);
    return VerificationReport{{tree.size(), tree.root()}, tree.confirmed(), 0, std::move(finding)};
}

std::vector<QByteArray> keysNamedIn(QIODevice &in)
{
    Lines lines(in);
    std::vector<QByteArray> keys;
    if (formatOf(lines.take()) != TextFormat::Json)
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
