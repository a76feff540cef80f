#include "audit/change_entries.h"

#include "audit/clean_text.h"

#include <QByteArrayList>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

namespace {

constexpr char kBecame[] = " became ";

QByteArrayList sortedItems(QByteArrayView text)
{
    if (text.startsWith('[') && text.endsWith(']'))
        text = text.sliced(1, text.size() - 2);
    QByteArrayList items;
    for (const QByteArray &item : text.toByteArray().split(','))
        items.append(item.trimmed());
    std::ranges::sort(items);
    return items;
}

QByteArrayList without(const QByteArrayList &some, const QByteArrayList &others)
{
    QByteArrayList left;
    std::ranges::set_difference(some, others, std::back_inserter(left));
    return left;
}

/// What came to a list and what went from it.
QByteArray differenceOf(const Change &change)
{
    const QByteArrayList before = sortedItems(change.before);
    const QByteArrayList after = sortedItems(change.after);
    QByteArrayList parts;
    if (const QByteArrayList added = without(after, before); !added.isEmpty())
        parts.append("added " + added.join(','));
    if (const QByteArrayList removed = without(before, after); !removed.isEmpty())
        parts.append("removed " + removed.join(','));
    return parts.isEmpty() ? "its order became " + change.after : parts.join("; ");
}

bool fits(QByteArrayView value)
{
    return value.size() <= kLongestFactValue;
}

/// As whole as it fits into a fact; more than fits when it does not.
QByteArray wordsOf(const Change &change)
{
    if (QByteArray both = change.before + kBecame + change.after; fits(both))
        return both;
    if (QByteArray difference = differenceOf(change); fits(difference))
        return difference;
    return digestText(change.before) + kBecame + change.after;
}

/// The facts divided among as many entries as they need.
std::vector<Entry> divided(const Entry &about, std::span<const Fact> facts)
{
    const auto room = static_cast<std::size_t>(std::max<qsizetype>(kMostFacts - std::ssize(about.detail), kMostFacts / 2));
    std::vector<Entry> entries;
    do {
        const std::span<const Fact> taken = facts.first(std::min(room, facts.size()));
        Entry &entry = entries.emplace_back(about);
        entry.detail.insert(entry.detail.end(), taken.begin(), taken.end());
        facts = facts.subspan(taken.size());
    } while (!facts.empty());
    return entries;
}

} // namespace

Result<std::vector<Entry>> changeEntries(const Entry &about, std::span<const Change> changes)
{
    std::vector<Fact> facts;
    std::vector<FieldError> tooLong;
    for (const Change &change : changes) {
        QByteArray words = wordsOf(change);
        if (fits(words))
            facts.push_back({change.name, std::move(words)});
        else
            tooLong.push_back({QString::fromUtf8(change.name), u"is longer than the record can hold"_s});
    }
    if (!tooLong.empty())
        return std::unexpected(Error{ErrorKind::Invalid, u"a change could not be recorded whole"_s, std::move(tooLong), {}});
    return divided(about, facts);
}

std::vector<Entry> doneChangeEntries(const Entry &about, std::span<const Change> changes)
{
    std::vector<Fact> facts;
    facts.reserve(changes.size());
    for (const Change &change : changes) {
        QByteArray words = wordsOf(change);
        if (!fits(words))
            words = (change.before.size() < kLongestFactValue / 2 ? change.before : digestText(change.before)) + kBecame
                + digestText(change.after);
        facts.push_back({change.name, std::move(words)});
    }
    return divided(about, facts);
}

Fact takenBack(const QByteArray &name, const QByteArray &before)
{
    constexpr char kConfigured[] = "what is configured";
    QByteArray words = before + kBecame + kConfigured;
    return {name, fits(words) ? std::move(words) : digestText(before) + kBecame + kConfigured};
}

} // namespace gatehouse::audit
