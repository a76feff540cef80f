#include "audit/entry_text.h"

#include "audit/tree_hash.h"
#include "core/append.h"
#include "core/json_text.h"

#include <utility>

namespace gatehouse::audit {

namespace {

constexpr QByteArrayView kContentInJson = R"(,"content":")";

QByteArray leafOf(QByteArrayView content)
{
    return bytesOf(leafHash(content)).toByteArray().toBase64();
}

void appendMember(std::string &json, QByteArrayView name, QByteArrayView value)
{
    append(json, ",\"");
    append(json, name);
    append(json, "\":");
    appendJsonString(json, value);
}

void appendDetail(std::string &json, const Entry &entry)
{
    json += '{';
    for (const Fact &fact : entry.detail) {
        if (&fact != &entry.detail.front())
            json += ',';
        appendJsonString(json, fact.name);
        json += ':';
        appendJsonString(json, fact.value);
    }
    json += '}';
}

/// Everything but the closing brace.
void appendMembers(std::string &json, const Entry &entry)
{
    append(json, "{\"sequence\":");
    appendDecimal(json, static_cast<qint64>(entry.sequence));
    appendMember(json, "time", toRfc3339Precise(entry.time));
    appendMember(json, "actor_kind", toText(entry.actor.kind));
    appendMember(json, "actor", entry.actor.id);
    appendMember(json, "action", toText(entry.action));
    appendMember(json, "target", entry.target);
    appendMember(json, "outcome", toText(entry.outcome));
    appendMember(json, "address", entry.address);
    appendMember(json, "request_id", entry.requestId);
    appendMember(json, "session", entry.session);
    append(json, ",\"detail\":");
    appendDetail(json, entry);
}

void appendCsv(std::string &csv, const Entry &entry, QByteArrayView content)
{
    append(csv, "entry,");
    appendDecimal(csv, static_cast<qint64>(entry.sequence));
    std::string detail;
    appendDetail(detail, entry);
    const QByteArray time = toRfc3339Precise(entry.time);
    for (const QByteArrayView field :
         {QByteArrayView(time), toText(entry.actor.kind), QByteArrayView(entry.actor.id), toText(entry.action),
          QByteArrayView(entry.target), toText(entry.outcome), QByteArrayView(entry.address), QByteArrayView(entry.requestId),
          QByteArrayView(entry.session), QByteArrayView(detail.data(), std::ssize(detail))}) {
        csv += ',';
        appendCsvField(csv, field);
    }
    csv += ',';
    append(csv, leafOf(content));
    csv += ',';
    append(csv, content.toByteArray().toBase64());
}

} // namespace

void appendCsvField(std::string &csv, QByteArrayView text)
{
    const bool formula = !text.isEmpty() && QByteArrayView("=+-@\t\r").contains(text.front());
    const bool quoted = formula || text.contains(',') || text.contains('"') || text.contains('\n') || text.contains('\r');
    if (!quoted)
        return append(csv, text);
    csv += '"';
    if (formula)
        csv += '\'';
    for (const char letter : text) {
        if (letter == '"')
            csv += '"';
        csv += letter;
    }
    csv += '"';
}

void appendJson(std::string &json, const Entry &entry)
{
    appendMembers(json, entry);
    json += '}';
}

void appendText(std::string &text, TextFormat format, const Entry &entry, QByteArrayView content)
{
    if (format == TextFormat::Csv)
        return appendCsv(text, entry, content);
    appendMembers(text, entry);
    appendMember(text, "leaf", leafOf(content));
    append(text, kContentInJson);
    append(text, content.toByteArray().toBase64());
    append(text, "\"}");
}

QByteArray contentOfLine(TextFormat format, QByteArrayView line)
{
    // Base64 holds neither a comma nor a quote, so the last of them is the right one.
    const QByteArrayView before = format == TextFormat::Json ? kContentInJson : QByteArrayView(",");
    const QByteArrayView after = format == TextFormat::Json ? QByteArrayView("\"}") : QByteArrayView();
    const qsizetype begin = line.lastIndexOf(before);
    if (begin < 0 || !line.endsWith(after) || line.size() < begin + before.size() + after.size())
        return {};
    const QByteArrayView encoded = line.sliced(begin + before.size()).chopped(after.size());
    const auto decoded = QByteArray::fromBase64Encoding(encoded.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

} // namespace gatehouse::audit
