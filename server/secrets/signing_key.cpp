#include "secrets/signing_key.h"

#include <algorithm>

namespace gatehouse::secrets {

const SigningKey &KeySet::active() const
{
    const auto found = std::ranges::find_if(m_keys, [](const SigningKey &key) { return key.state == KeyState::Active; });
    Q_ASSERT(found != m_keys.end());
    return *found;
}

const SigningKey *KeySet::verifying(QByteArrayView id, WallTime now) const
{
    const auto found = std::ranges::find_if(m_keys, [id](const SigningKey &key) { return key.id == id; });
    if (found == m_keys.end())
        return nullptr;
    switch (found->state) {
    case KeyState::Next:
    case KeyState::Active: return &*found;
    case KeyState::VerifyOnly: return now < found->retiresAt ? &*found : nullptr;
    case KeyState::Retired: return nullptr;
    }
    Q_UNREACHABLE();
}

} // namespace gatehouse::secrets
