// Reading .env files, which hold other programs' secrets and are written by hand.
//
// Beyond not crashing: what is read is written so that it is read again as the same; a complaint names lines and nothing of
// what is in them.

#include "expect.h"

#include "core/dotenv.h"

#include <cstdint>

using namespace gatehouse;

namespace {

void expectReadsBack(const Assignment &assignment)
{
    const SecretBytes line = toDotenv(assignment.name, assignment.value.view());
    const auto again = parseDotenv(line.view());
    GATEHOUSE_EXPECT(again && again->size() == 1);
    GATEHOUSE_EXPECT(again->front().name == assignment.name);
    GATEHOUSE_EXPECT(again->front().value.view() == assignment.value.view());
}

void expectOnlyLines(const Error &error)
{
    GATEHOUSE_EXPECT(error.kind == ErrorKind::Malformed && !error.fields.empty());
    for (const FieldError &field : error.fields) {
        bool isNumber = false;
        GATEHOUSE_EXPECT(field.field.startsWith(QLatin1String("line ")) && field.field.sliced(5).toInt(&isNumber) > 0);
        GATEHOUSE_EXPECT(isNumber);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto parsed = parseDotenv(text);
    if (!parsed) {
        expectOnlyLines(parsed.error());
        return 0;
    }
    int line = 0;
    for (const Assignment &assignment : *parsed) {
        GATEHOUSE_EXPECT(!assignment.name.isEmpty() && assignment.line > line);
        line = assignment.line;
        expectReadsBack(assignment);
    }
    return 0;
}
