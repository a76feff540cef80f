#include "audit/signing_key_file.h"

#include "audit/signed_note.h"
#include "core/random.h"
#include "secrets/private_file.h"

using namespace Qt::StringLiterals;

namespace gatehouse::audit {

Result<SecretBytes> openSigningKeyFile(const QString &path)
{
    // Two commands that start at once make one key.
    const Result<secrets::FileLock> lock = secrets::FileLock::acquire(path);
    if (!lock)
        return std::unexpected(lock.error());
    Result<std::optional<secrets::FileContent>> file = secrets::readSecretFile(path, Ed25519NoteSigner::kPrivateKeySize);
    if (!file)
        return std::unexpected(file.error());
    if (!*file) {
        SecretBytes fresh = randomSecret(Ed25519NoteSigner::kPrivateKeySize);
        if (const Result<void> written = secrets::replaceSecretFile(path, fresh.view(), *lock); !written)
            return std::unexpected(written.error());
        return fresh;
    }
    if ((*file)->readableByOthers)
        return failure(ErrorKind::Unavailable, u"%1 can be read by others; run: chmod 600 %1"_s.arg(path));
    if ((*file)->bytes.size() != Ed25519NoteSigner::kPrivateKeySize)
        return failure(ErrorKind::Unavailable, u"%1 is damaged: it must hold the 32 bytes of a private key"_s.arg(path));
    return std::move((*file)->bytes);
}

} // namespace gatehouse::audit
