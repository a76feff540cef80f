#include "secrets/sealed_store.h"

#include "secrets/byte_codec.h"
#include "secrets/private_file.h"
#include "secrets/sealer.h"

#include <algorithm>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

namespace {
constexpr QByteArrayView kPurpose = "gatehouse secrets";
constexpr qsizetype kLargestFile = 1024 * 1024;
constexpr quint64 kMostEntries = 256;
} // namespace

SealedStore::SealedStore(QString path, Sealer *sealer, const Clock &clock)
    : m_path(std::move(path))
    , m_sealer(sealer)
    , m_clock(clock)
{
}

Result<SealedStore::Content> SealedStore::read() const
{
    const Result<std::optional<FileContent>> file = readSecretFile(m_path, kLargestFile);
    if (!file)
        return std::unexpected(file.error());
    Content content;
    if (!*file)
        return content;
    if (m_sealer == nullptr)
        return failure(ErrorKind::Unavailable,
                       u"%1 is encrypted, and there is no passphrase: give SECRETS_PASSPHRASE, SECRETS_PASSPHRASE_FILE or a "
                       "systemd credential"_s.arg(m_path));
    const Result<SecretBytes> plain = m_sealer->open(kPurpose, (*file)->bytes.view());
    if (!plain)
        return failure(plain.error().kind, u"%1 %2"_s.arg(m_path, plain.error().detail));
    content.readableByOthers = (*file)->readableByOthers;
    ByteReader reader(plain->view());
    const quint64 count = reader.number();
    for (quint64 i = 0; reader.ok() && count <= kMostEntries && i < count; ++i) {
        const QByteArrayView name = reader.bytes();
        const WallTime changed{std::chrono::milliseconds(static_cast<qint64>(reader.number()))};
        content.entries.push_back({name.toByteArray(), changed, SecretBytes(reader.bytes())});
    }
    if (!reader.atEnd())
        return failure(ErrorKind::Unavailable, u"%1 is damaged"_s.arg(m_path));
    return content;
}

Result<std::optional<FoundSecret>> SealedStore::find(const KnownSecret &secret)
{
    Result<Content> content = read();
    if (!content)
        return std::unexpected(content.error());
    const auto found = std::ranges::find(content->entries, secret.name, &Entry::name);
    if (found == content->entries.end())
        return std::nullopt;
    return FoundSecret{std::move(found->value), u"encrypted file"_s, found->changed,
                       content->readableByOthers ? u"%1 can be read by others; its owner alone should (chmod 600)"_s.arg(m_path)
                                                 : QString()};
}

Result<void> SealedStore::store(std::vector<NamedSecret> secrets)
{
    if (m_sealer == nullptr)
        return failure(ErrorKind::Unavailable, u"there is no passphrase to encrypt %1 with"_s.arg(m_path));
    const Result<FileLock> lock = FileLock::acquire(m_path);
    if (!lock)
        return std::unexpected(lock.error());
    Result<Content> content = read();
    if (!content)
        return std::unexpected(content.error());
    for (NamedSecret &secret : secrets) {
        std::erase_if(content->entries, [&secret](const Entry &entry) { return entry.name == secret.name; });
        content->entries.push_back({secret.name, m_clock.now(), std::move(secret.value)});
    }
    ByteWriter writer;
    writer.number(content->entries.size());
    for (const Entry &entry : content->entries) {
        writer.bytes(entry.name);
        writer.number(static_cast<quint64>(entry.changed.time_since_epoch().count()));
        writer.bytes(entry.value.view());
    }
    const Result<QByteArray> sealed = m_sealer->seal(kPurpose, writer.take().view());
    if (!sealed)
        return std::unexpected(sealed.error());
    if (sealed->size() > kLargestFile)
        return failure(ErrorKind::TooLarge, u"%1 would be larger than 1 MiB"_s.arg(m_path));
    return replaceSecretFile(m_path, *sealed, *lock);
}

} // namespace gatehouse::secrets
