// Reading the canonical bytes of audit entries, which an auditor gets from somebody who is not trusted.
//
// Beyond not crashing: what is read is written as the very same bytes, so no entry has two, and the lines of an export that are
// made of it give the bytes back.

#include "expect.h"

#include "audit/entry_codec.h"
#include "audit/entry_text.h"

#include <cstdint>

using namespace gatehouse;
using namespace gatehouse::audit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<Entry> entry = decode(bytes);
    if (!entry) {
        GATEHOUSE_EXPECT(entry.error().kind == ErrorKind::Malformed);
        return 0;
    }
    GATEHOUSE_EXPECT(encode(*entry) == bytes);
    for (const TextFormat format : {TextFormat::Json, TextFormat::Csv}) {
        std::string line;
        appendText(line, format, *entry, bytes);
        const QByteArrayView text(line.data(), std::ssize(line));
        GATEHOUSE_EXPECT(!text.contains('\n'));
        GATEHOUSE_EXPECT(contentOfLine(format, text) == bytes);
    }
    return 0;
}
