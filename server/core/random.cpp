#include "core/random.h"

#include <QRandomGenerator>

#include <cstring>

namespace gatehouse {

void fillRandom(void *data, std::size_t size)
{
    auto *out = static_cast<char *>(data);
    while (size > 0) {
        quint32 words[16];
        const std::size_t piece = std::min(size, sizeof words);
        // No more than is needed: the processor's own generator takes its time for each.
        QRandomGenerator::system()->fillRange(words, static_cast<qsizetype>((piece + sizeof *words - 1) / sizeof *words));
        std::memcpy(out, words, piece);
        cleanse(words, sizeof words);
        out += piece;
        size -= piece;
    }
}

SecretBytes randomSecret(qsizetype size)
{
    SecretBytes secret = SecretBytes::ofSize(size);
    fillRandom(secret.data(), static_cast<std::size_t>(size));
    return secret;
}

} // namespace gatehouse
