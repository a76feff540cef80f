// Reading signed notes, checkpoints, verifier keys and proofs, all of which come from somebody who is not trusted.
//
// Beyond not crashing: nothing that was not signed is opened, and a checkpoint that is read is written as the same lines.

#include "expect.h"

#include "audit/checkpoint.h"
#include "audit/tlog_proof.h"

#include <cstdint>

using namespace gatehouse;
using namespace gatehouse::audit;

namespace {

const NoteVerifier &verifier()
{
    // The example of golang.org/x/mod/sumdb/note.
    static const Result<NoteVerifier> known =
        NoteVerifier::parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    return *known;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const Result<QByteArray> opened = verifier().open(text))
        GATEHOUSE_EXPECT(opened->startsWith("If you think cryptography is the answer to your problem,\n"));
    if (const Result<Checkpoint> checkpoint = checkpointFromText(text))
        GATEHOUSE_EXPECT(text.startsWith(toText(*checkpoint)));
    if (const Result<NoteVerifier> key = NoteVerifier::parse(text))
        GATEHOUSE_EXPECT(isKeyName(key->name()));
    GATEHOUSE_EXPECT(!openProof(text, verifier())); // nobody has signed a checkpoint with that key
    return 0;
}
