#include "core/json_text.h"

#include "core/append.h"

#include <QString>

#include <algorithm>

namespace gatehouse {

namespace {

bool isPlain(char c)
{
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

void appendEscape(std::string &json, char c)
{
    constexpr char kHex[] = "0123456789abcdef";
    if (c == '"' || c == '\\') {
        json.append({'\\', c});
        return;
    }
    const auto code = static_cast<unsigned char>(c);
    json.append("\\u00").append({kHex[code >> 4U], kHex[code & 15U]});
}

} // namespace

void appendJsonString(std::string &json, QByteArrayView text)
{
    json += '"';
    if (std::ranges::all_of(text, isPlain)) {
        append(json, text);
    } else {
        for (const char c : QString::fromUtf8(text).toUtf8()) {
            if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\')
                appendEscape(json, c);
            else
                json += c;
        }
    }
    json += '"';
}

} // namespace gatehouse
