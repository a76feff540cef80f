#pragma once

#include <array>

namespace gatehouse::http {

/// Classes of octets, looked up in one table: this is the hot path of the parser.
enum CharacterClass : unsigned char {
    kTokenChar = 1, ///< tchar, RFC 9110 section 5.6.2
    kFieldChar = 2, ///< VCHAR, obs-text, SP and HTAB
    kTargetChar = 4, ///< what a URI may hold besides percent-escapes (RFC 3986)
    kHostChar = 8, ///< reg-name without percent-escapes
    kHexChar = 16,
};

[[nodiscard]] constexpr std::array<unsigned char, 256> makeCharacterTable()
{
    std::array<unsigned char, 256> table{};
    for (int i = 0; i < 256; ++i) {
        const auto c = static_cast<unsigned char>(i);
        const bool digit = c >= '0' && c <= '9';
        const bool alpha = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        unsigned char classes = 0;
        const auto oneOf = [c](const char *set) {
            for (; *set != '\0'; ++set) {
                if (static_cast<unsigned char>(*set) == c)
                    return true;
            }
            return false;
        };
        if (digit || alpha || oneOf("!#$%&'*+-.^_`|~"))
            classes |= kTokenChar;
        if (c == '\t' || (c >= 0x20 && c != 0x7f))
            classes |= kFieldChar;
        if (digit || alpha || oneOf("-._~:/?[]@!$&'()*+,;=%"))
            classes |= kTargetChar;
        if (digit || alpha || oneOf("-._~!$&'()*+,;="))
            classes |= kHostChar;
        if (digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))
            classes |= kHexChar;
        table[static_cast<std::size_t>(i)] = classes;
    }
    return table;
}

inline constexpr std::array<unsigned char, 256> kCharacterTable = makeCharacterTable();

[[nodiscard]] inline bool isOf(CharacterClass wanted, char c)
{
    return (kCharacterTable[static_cast<unsigned char>(c)] & wanted) != 0;
}

} // namespace gatehouse::http
