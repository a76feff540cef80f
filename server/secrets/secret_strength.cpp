#include "secrets/secret_strength.h"

#include "core/secret_bytes.h"
#include "secrets/common_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostLookedAt = 1024;

// What a piece costs to name, in bits, once it is seen for what it is.
constexpr double kWordCost = 9; // one of some hundred words, in one of a few spellings
constexpr double kLetterOfWordCost = 2; // in text that reads like English (Shannon 1951 has it at 1.3 and below)
constexpr double kSeparatorCost = 1.5; // after a word
constexpr double kSequenceCost = 4; // direction and length of a run such as 4567, once its first is named
constexpr qsizetype kShortestRepeat = 4;
constexpr qsizetype kShortestSequence = 4;
constexpr qsizetype kShortestWordLike = 5;
constexpr qsizetype kShortestWordAlone = 3; // between separators

enum class Piece { Literal, Repeat, Sequence, Word };

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isPrintable(char c)
{
    return c >= ' ' && c <= '~';
}

bool isBase64(char c)
{
    return isDigit(c) || isLower(c) || isUpper(c) || QByteArrayView("+/-_").contains(c);
}

template<typename Test> bool any(QByteArrayView text, Test test)
{
    return std::ranges::any_of(text, test);
}
template<typename Test> bool all(QByteArrayView text, Test test)
{
    return std::ranges::all_of(text, test);
}

bool isHex(QByteArrayView text)
{
    const bool oneCase = !(any(text, isLower) && any(text, isUpper));
    return oneCase && all(text, [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

/// Characters that whoever made `text` chose from, by the kinds that are in it.
int alphabetOf(QByteArrayView text)
{
    if (!all(text, isPrintable))
        return 256;
    if (all(text, isDigit))
        return 10;
    if (isHex(text))
        return 16;
    const bool base64 = all(text, isBase64);
    const int letters = (any(text, isLower) ? 26 : 0) + (any(text, isUpper) ? 26 : 0);
    if (base64 && letters == 52)
        return 64;
    const bool symbols = any(text, [](char c) { return !isDigit(c) && !isLower(c) && !isUpper(c); });
    return letters + (any(text, isDigit) ? 10 : 0) + (symbols ? (base64 ? 4 : 33) : 0);
}

/// How large an alphabet shows so many different characters in a text of that length, if drawn from by chance. A little more than
/// that, for chance may also show less.
double alphabetThatShows(double different, double length)
{
    different += std::min(0.2 * different, 4.0);
    double low = 1;
    double high = 256;
    for (int i = 0; i < 40; ++i) {
        const double middle = (low + high) / 2;
        const double shown = middle * (1 - std::pow(1 - 1 / middle, length));
        (shown < different ? low : high) = middle;
    }
    return high;
}

/// In small letters, and what is written with digits for letters as the letters: "s3cr3t" is no better than "secret".
SecretBytes foldedCase(QByteArrayView text, bool digitsToo)
{
    SecretBytes folded(text);
    for (qsizetype i = 0; i < folded.size(); ++i) {
        char &c = folded.data()[i];
        if (isUpper(c))
            c = static_cast<char>(c - 'A' + 'a');
        constexpr QByteArrayView from = "0134578@$!";
        constexpr QByteArrayView to = "oleastbasi";
        if (const qsizetype at = digitsToo ? from.indexOf(c) : -1; at >= 0)
            c = to[at];
    }
    return folded;
}

/// Finds the cheapest way to name a text piece by piece: characters, repetitions, sequences, words (minimum description length).
class CheapestDescription
{
public:
    CheapestDescription(QByteArrayView text, double literalCost)
        : m_text(text)
        , m_folded(foldedCase(text, false))
        , m_plain(foldedCase(text, true))
        , m_literalCost(literalCost)
        , m_costs(static_cast<std::size_t>(text.size()) + 1, 1e12)
        , m_pieces(static_cast<std::size_t>(text.size()) + 1)
    {
        m_costs[0] = 0;
        for (qsizetype from = 0; from < text.size(); ++from) {
            tryLiteral(from);
            tryRepeats(from);
            trySequence(from);
            tryWords(from);
            tryWordLike(from);
        }
    }
    ~CheapestDescription()
    {
        cleanse(m_costs.data(), std::ssize(m_costs) * qsizetype{sizeof(double)});
        cleanse(m_pieces.data(), std::ssize(m_pieces) * qsizetype{sizeof(Step)});
    }
    CheapestDescription(const CheapestDescription &) = delete;
    CheapestDescription &operator=(const CheapestDescription &) = delete;

    [[nodiscard]] double cost() const { return m_costs.back(); }

    /// What most of the text that is no literal is.
    [[nodiscard]] Piece mostly() const
    {
        std::array<qsizetype, 4> covered{};
        for (std::size_t at = m_costs.size() - 1; at > 0; at -= static_cast<std::size_t>(m_pieces[at].length))
            covered[static_cast<std::size_t>(m_pieces[at].piece)] += m_pieces[at].length;
        covered[0] = 0;
        const auto most = std::ranges::max_element(covered);
        return *most * 5 > m_text.size() ? static_cast<Piece>(most - covered.begin()) : Piece::Literal;
    }

private:
    struct Step {
        Piece piece = Piece::Literal;
        qsizetype length = 1;
    };

    void offer(qsizetype from, qsizetype length, double cost, Piece piece)
    {
        const auto to = static_cast<std::size_t>(from + length);
        const double total = m_costs[static_cast<std::size_t>(from)] + cost;
        if (total < m_costs[to]) {
            m_costs[to] = total;
            m_pieces[to] = {piece, length};
        }
    }

    /// Both ends count as such.
    [[nodiscard]] bool isSeparator(qsizetype at) const
    {
        return at < 0 || at >= m_text.size() || QByteArrayView(" -_.,").contains(m_text[at]);
    }

    void tryLiteral(qsizetype from)
    {
        const bool afterWord = from > 0 && m_pieces[static_cast<std::size_t>(from)].piece == Piece::Word;
        offer(from, 1, afterWord && isSeparator(from) ? std::min(kSeparatorCost, m_literalCost) : m_literalCost, Piece::Literal);
    }

    /// What stood there before, in whatever case, forwards or backwards.
    void tryRepeats(qsizetype from)
    {
        const QByteArrayView text = m_folded.view();
        for (qsizetype earlier = 0; earlier < from; ++earlier) {
            qsizetype forwards = 0;
            while (from + forwards < text.size() && text[earlier + forwards] == text[from + forwards])
                ++forwards;
            qsizetype backwards = 0;
            while (backwards <= earlier && from + backwards < text.size() && text[earlier - backwards] == text[from + backwards])
                ++backwards;
            const qsizetype length = std::max(forwards, backwards);
            if (length >= kShortestRepeat)
                offer(from, length, 1 + std::log2(from) + std::log2(length), Piece::Repeat);
        }
    }

    void trySequence(qsizetype from)
    {
        for (const int step : {0, 1, -1}) {
            qsizetype length = 1;
            while (from + length < m_folded.size() && m_folded.view()[from + length] - m_folded.view()[from + length - 1] == step)
                ++length;
            if (length >= kShortestSequence)
                offer(from, length, m_literalCost + kSequenceCost, Piece::Sequence);
        }
    }

    void tryWords(qsizetype from)
    {
        for (const QByteArrayView word : kCommonWords) {
            if (m_plain.view().sliced(from).startsWith(word))
                offer(from, word.size(), kWordCost, Piece::Word);
        }
    }

    /// Letters that follow each other as they do in English.
    void tryWordLike(qsizetype from)
    {
        const QByteArrayView text = m_folded.view();
        qsizetype likely = 0;
        for (qsizetype length = 1; from + length <= text.size() && isLower(text[from + length - 1]); ++length) {
            if (length > 1) {
                const auto before = static_cast<std::size_t>(text[from + length - 2] - 'a');
                likely += kLikelySuccessors[before].contains(text[from + length - 1]) ? 1 : 0;
            }
            // Words change case after their first letter, or not at all.
            if (length > 1
                && (isUpper(m_text[from + length - 1]) != isUpper(m_text[from + 1])
                    || (isUpper(m_text[from + 1]) && !isUpper(m_text[from]))))
                break;
            const bool alone = isSeparator(from - 1) && isSeparator(from + length);
            if (length >= (alone ? kShortestWordAlone : kShortestWordLike) && likely * 10 >= (length - 1) * (alone ? 6 : 8))
                offer(from, length, 1 + kLetterOfWordCost * static_cast<double>(length), Piece::Word);
        }
    }

    const QByteArrayView m_text;
    const SecretBytes m_folded;
    const SecretBytes m_plain;
    const double m_literalCost;
    std::vector<double> m_costs; ///< of the text up to there
    std::vector<Step> m_pieces; ///< the last one of that
};

QString nameOf(Piece piece)
{
    switch (piece) {
    case Piece::Literal: return {};
    case Piece::Repeat: return u"it repeats itself"_s;
    case Piece::Sequence: return u"it counts on or stays the same"_s;
    case Piece::Word: return u"it is made of words"_s;
    }
    Q_UNREACHABLE();
}

SecretStrength strengthOfCharacters(QByteArrayView text)
{
    std::array<bool, 256> seen{};
    for (const char c : text)
        seen[static_cast<unsigned char>(c)] = true;
    const auto different = static_cast<double>(std::ranges::count(seen, true));
    cleanse(seen.data(), sizeof seen);
    const double alphabet = alphabetOf(text);
    const double shown = std::min(alphabet, alphabetThatShows(different, static_cast<double>(text.size())));
    const CheapestDescription description(text, std::log2(shown));
    const double capacity = std::log2(alphabet) * static_cast<double>(text.size());
    SecretStrength strength{static_cast<int>(capacity), static_cast<int>(std::min(capacity, description.cost())), {}};
    if (different == 1) {
        strength.weakness = nameOf(Piece::Sequence);
    } else if (description.cost() < 0.85 * capacity) {
        strength.weakness = nameOf(description.mostly());
        if (strength.weakness.isEmpty() && shown < 0.5 * alphabet)
            strength.weakness = u"it uses few different characters"_s;
    }
    return strength;
}

/// The bits of one character of hex (`bits` 4) or base64 (6); -1 for others.
int bitsOf(char c, int bits)
{
    if (bits == 4)
        return isDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
    if (isUpper(c))
        return c - 'A';
    if (isLower(c))
        return c - 'a' + 26;
    if (isDigit(c))
        return c - '0' + 52;
    return c == '+' || c == '-' ? 62 : 63;
}

/// What hex or base64 stands for; empty when `secret` is neither. Qt's decoders leave copies.
SecretBytes decoded(QByteArrayView secret)
{
    const int bits = isHex(secret) && secret.size() % 2 == 0 ? 4 : all(secret, isBase64) ? 6 : 0;
    SecretBytes bytes = SecretBytes::ofSize(secret.size() * bits / 8);
    unsigned collected = 0;
    int held = 0;
    qsizetype at = 0;
    for (const char c : bits == 0 ? QByteArrayView() : secret) {
        collected = (collected << bits) | static_cast<unsigned>(bitsOf(c, bits));
        held += bits;
        if (held >= 8 && at < bytes.size()) {
            held -= 8;
            bytes.data()[at++] = static_cast<char>(collected >> held);
        }
    }
    return bytes;
}

} // namespace

SecretStrength strengthOf(QByteArrayView secret)
{
    secret = secret.first(std::min(secret.size(), kMostLookedAt));
    QByteArrayView unpadded = secret;
    while (unpadded.endsWith('='))
        unpadded.chop(1);
    if (all(unpadded, isBase64))
        secret = unpadded;
    if (secret.isEmpty())
        return {0, 0, u"it is empty"_s};
    SecretStrength strength = strengthOfCharacters(secret);
    if (const SecretBytes bytes = decoded(secret); bytes.size() >= 8) {
        const SecretStrength within = strengthOfCharacters(bytes.view());
        if (within.estimate < strength.estimate)
            strength = {strength.capacity, within.estimate, within.weakness.isEmpty() ? strength.weakness : within.weakness};
    }
    return strength;
}

QString weaknessAgainst(QByteArrayView secret, int bits)
{
    const SecretStrength strength = strengthOf(secret);
    if (strength.holds(bits))
        return {};
    const int held = std::min(strength.capacity, strength.estimate);
    const QString why = strength.capacity < bits && strength.weakness.isEmpty() ? u"it is too short"_s
        : strength.weakness.isEmpty()                                           ? u"it is not random enough"_s
                                                                                : strength.weakness;
    return u"holds about %1 of %2 bits: %3"_s.arg(held).arg(bits).arg(why);
}

} // namespace gatehouse::secrets
