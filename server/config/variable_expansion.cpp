#include "config/variable_expansion.h"

#include <algorithm>

namespace gatehouse::config {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestExpansion = 64 * 1024; ///< bytes; a list of origins or networks stays far below

bool isVariableName(QByteArrayView text)
{
    const auto isLetter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; };
    return !text.isEmpty() && isLetter(text.front())
        && std::ranges::all_of(text, [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
}

/// The reference between the braces: `VAR` or `VAR:-default`.
std::expected<ValuePart, QString> parseReference(QByteArrayView inside)
{
    ValuePart part;
    QByteArrayView name = inside;
    if (const qsizetype separator = inside.indexOf(":-"); separator >= 0) {
        name = inside.first(separator);
        part.text = inside.sliced(separator + 2).toByteArray();
        part.hasDefault = true;
    }
    if (!isVariableName(name))
        return std::unexpected(u"holds ${ without a variable's name; write ${NAME}, ${NAME:-default}, or $${ for ${ itself"_s);
    part.variable = name.toByteArray();
    return part;
}

} // namespace

std::expected<std::vector<ValuePart>, QString> splitReferences(const QByteArray &value)
{
    std::vector<ValuePart> parts;
    QByteArray literal;
    qsizetype at = 0;
    while (at < value.size()) {
        const QByteArrayView rest = QByteArrayView(value).sliced(at);
        if (rest.startsWith("$${")) {
            literal += "${";
            at += 3;
        } else if (rest.startsWith("${")) {
            const qsizetype end = rest.indexOf('}');
            if (end < 0)
                return std::unexpected(u"holds ${ without }; write $${ for ${ itself"_s);
            auto reference = parseReference(rest.sliced(2, end - 2));
            if (!reference)
                return std::unexpected(reference.error());
            if (!literal.isEmpty())
                parts.push_back({std::exchange(literal, {}), {}, false});
            parts.push_back(std::move(*reference));
            at += end + 1;
        } else {
            literal += value[at++];
        }
    }
    if (!literal.isEmpty())
        parts.push_back({literal, {}, false});
    return parts;
}

std::expected<QByteArray, QString> expandReferences(const QByteArray &value, const QMap<QByteArray, QByteArray> &environment)
{
    const auto parts = splitReferences(value);
    if (!parts)
        return std::unexpected(parts.error());
    QByteArray expanded;
    for (const ValuePart &part : *parts) {
        const auto variable = part.variable.isEmpty() ? environment.end() : environment.find(part.variable);
        if (part.variable.isEmpty() || (part.hasDefault && (variable == environment.end() || variable->isEmpty())))
            expanded += part.text;
        else if (variable != environment.end())
            expanded += *variable;
        else
            return std::unexpected(u"names the variable %1, which is not set"_s.arg(QString::fromLatin1(part.variable)));
        if (expanded.size() > kLongestExpansion)
            return std::unexpected(u"is longer than 64 KiB with its variables"_s);
    }
    return expanded;
}

} // namespace gatehouse::config
