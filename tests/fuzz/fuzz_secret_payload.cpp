// What a sender may have put into a secret: the content of any bytes, and archives and names in it. What is read must come out
// the same when it is written and read again, and no archive may name a file outside of the folder it is unpacked to.

#include "expect.h"

#include "client/file_archive.h"
#include "client/local_file.h"
#include "client/secret_payload.h"

#include <cstdint>

using namespace gatehouse;
using namespace gatehouse::client;

namespace {

void expectSafe(const QString &name)
{
    GATEHOUSE_EXPECT(!name.isEmpty() && !name.startsWith(u'.'));
    GATEHOUSE_EXPECT(!name.contains(u'/') && !name.contains(u'\\') && !name.contains(QChar::Null));
}

void readArchive(QByteArrayView bytes)
{
    constexpr ArchiveLimits limits{.files = 100, .bytes = 1024 * 1024};
    const Result<ArchiveReader> archive = ArchiveReader::open(bytes, limits);
    if (!archive)
        return;
    qint64 sum = 0;
    for (const ArchiveReader::File &file : archive->files()) {
        expectSafe(file.name);
        if (const Result<SecretBytes> content = archive->read(file)) {
            GATEHOUSE_EXPECT(content->size() == file.size);
            sum += content->size();
        }
    }
    GATEHOUSE_EXPECT(sum <= limits.bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    readArchive(bytes);
    const Result<SecretPayload> payload = payloadFrom(bytes);
    if (!payload)
        return 0;
    GATEHOUSE_EXPECT(payload->data.size() <= bytes.size());
    if (payload->filename) {
        if (const auto name = localName(*payload->filename))
            expectSafe(*name);
    }
    const SecretBytes written = toMessagePack(*payload);
    const Result<SecretPayload> again = payloadFrom(written.view());
    GATEHOUSE_EXPECT(again && again->data.view() == payload->data.view() && again->filename == payload->filename);
    return 0;
}
