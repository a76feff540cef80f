// The reader of request bodies. What it accepts, Qt must accept too and see the same in, and it must come through being written
// and read again.

#include "expect.h"

#include "core/strict_json.h"

#include <QJsonDocument>

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto parsed = gatehouse::parseStrictJsonObject(text);
    if (!parsed) {
        GATEHOUSE_EXPECT(parsed.error().kind == gatehouse::ErrorKind::Malformed);
        return 0;
    }
    QJsonParseError error;
    const QJsonDocument lenient = QJsonDocument::fromJson(text, &error);
    GATEHOUSE_EXPECT(error.error == QJsonParseError::NoError && lenient.object() == *parsed);
    const auto again = gatehouse::parseStrictJsonObject(QJsonDocument(*parsed).toJson(QJsonDocument::Compact));
    GATEHOUSE_EXPECT(again && *again == *parsed);
    return 0;
}
