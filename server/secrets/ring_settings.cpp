#include "secrets/ring_settings.h"

#include <QDir>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

KeyRingFile ringFileOf(const config::Settings &settings, std::shared_ptr<Sealer> sealer)
{
    return {QDir(settings.app.dataDir).filePath(u"signing-keys"_s), std::move(sealer)};
}

KeyRingOptions ringOptionsOf(const config::Settings &settings)
{
    const bool edDsa = settings.auth.jwtAlgorithm == config::JwtAlgorithm::EdDsa;
    return {settings.auth.keyGrace, edDsa ? KeyAlgorithm::EdDsa : KeyAlgorithm::Hs256};
}

} // namespace gatehouse::secrets
