#include "secrets/key_life.h"

#include <algorithm>

namespace gatehouse::secrets {

std::vector<KeyLife> livesOf(std::span<const SigningKey> keys)
{
    std::vector<KeyLife> lives;
    lives.reserve(keys.size());
    for (const SigningKey &key : keys)
        lives.push_back({key.id, key.algorithm, key.state, key.retiresAt, !key.givenAs.isEmpty()});
    return lives;
}

std::vector<KeyStep> stepsBetween(const std::vector<KeyLife> &before, const std::vector<KeyLife> &after)
{
    std::vector<KeyStep> steps;
    for (const KeyLife &key : after) {
        const auto known = std::ranges::find(before, key.id, &KeyLife::id);
        if (known == before.end())
            steps.push_back({key, true});
        // One that was made to sign at once is told of twice: that it was made, and that it signs.
        const bool changed = known == before.end() ? key.state != KeyState::Next : known->state != key.state;
        if (changed)
            steps.push_back({key, false});
    }
    for (const KeyLife &key : before) {
        if (std::ranges::find(after, key.id, &KeyLife::id) != after.end())
            continue;
        KeyStep step{key, false};
        step.key.state = KeyState::Retired;
        steps.push_back(std::move(step));
    }
    return steps;
}

} // namespace gatehouse::secrets
