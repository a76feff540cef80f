#include "sharing/secret_body.h"

#include "core/strict_json.h"

#include <QJsonValue>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace gatehouse::sharing {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargestRest = 64 * 1024;

/// Where the text of a string is, without its quotes.
struct Span {
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// Finds the value of the member `data` of the outermost object. It only has to be right about texts that are JSON: what it
/// leaves of all others is parsed afterwards, and refused.
class DataFinder
{
public:
    explicit DataFinder(QByteArrayView text)
        : m_text(text)
    {
    }

    [[nodiscard]] std::optional<Span> find()
    {
        int depth = 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                const std::optional<Span> string = takeString();
                if (!string)
                    return std::nullopt;
                const bool isData = depth == 1 && m_text.sliced(string->begin, string->end - string->begin) == "data";
                if (isData && follows(':') && follows('"')) {
                    --m_at; // back to the quote
                    return takeString();
                }
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            ++m_at;
        }
        return std::nullopt;
    }

private:
    /// The string that begins here; nothing when it does not end.
    [[nodiscard]] std::optional<Span> takeString()
    {
        const qsizetype begin = m_at + 1;
        for (qsizetype at = begin;;) {
            const qsizetype quote = m_text.indexOf('"', at);
            if (quote < 0)
                return std::nullopt;
            qsizetype backslashes = 0;
            while (quote - backslashes > begin && m_text[quote - backslashes - 1] == '\\')
                ++backslashes;
            at = quote + 1;
            if (backslashes % 2 == 0) {
                m_at = at;
                return Span{begin, quote};
            }
        }
    }

    /// Takes the next character beyond white space if it is `wanted`.
    [[nodiscard]] bool follows(char wanted)
    {
        qsizetype at = m_at;
        while (at < m_text.size() && (m_text[at] == ' ' || m_text[at] == '\t' || m_text[at] == '\n' || m_text[at] == '\r'))
            ++at;
        if (at >= m_text.size() || m_text[at] != wanted)
            return false;
        m_at = at + 1;
        return true;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

/// Of either alphabet of RFC 4648.
constexpr std::array<bool, 256> kIsBase64 = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_="))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

bool isBase64(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return kIsBase64[static_cast<unsigned char>(c)]; });
}

std::unexpected<Error> invalid(const QString &field, const QString &problem)
{
    return std::unexpected(Error{ErrorKind::Invalid, field + u' ' + problem, {{field, problem}}, {}});
}

} // namespace

Result<LargeBody> readLargeBody(QByteArrayView text, const http::SchemaValidator &validator)
{
    LargeBody body;
    QByteArray rest;
    if (const std::optional<Span> data = DataFinder(text).find()) {
        if (text.size() - (data->end - data->begin) > kLargestRest)
            return failure(ErrorKind::TooLarge, u"there is too much beside data"_s);
        rest = text.first(data->begin).toByteArray() + text.sliced(data->end).toByteArray();
        body.data = text.sliced(data->begin, data->end - data->begin).toByteArray();
        if (body.data.contains('\\')) // some write / as \/
            body.data.replace("\\/", "/");
    } else {
        if (text.size() > kLargestRest)
            return failure(ErrorKind::TooLarge, u"there is too much beside data"_s);
        rest = text.toByteArray();
    }
    Result<QJsonObject> fields = parseStrictJsonObject(rest);
    if (!fields)
        return std::unexpected(fields.error());
    if (std::vector<FieldError> problems = validator.problemsOf(*fields); !problems.empty()) {
        const FieldError &first = problems.front();
        const QString detail = first.field.isEmpty() ? first.problem : first.field + u' ' + first.problem;
        return std::unexpected(Error{ErrorKind::Invalid, detail, std::move(problems), {}});
    }
    // Its name may have been written with escapes, so that it was not found.
    const QJsonValue left = fields->take("data"_L1);
    if (body.data.isEmpty())
        body.data = left.toString().toUtf8();
    if (!isBase64(body.data))
        return invalid(u"data"_s, u"must be base64"_s);
    body.fields = std::move(*fields);
    return body;
}

} // namespace gatehouse::sharing
