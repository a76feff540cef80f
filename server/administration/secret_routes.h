#pragma once

#include "administration/runtime_settings.h"
#include "audit/audit_log.h"
#include "core/snapshot.h"
#include "http/route.h"
#include "secrets/key_ring.h"
#include "secrets/secret_inventory.h"
#include "secrets/secret_keeper.h"

#include <functional>

namespace gatehouse::administration {

/// What the endpoints work with; all of it outlives the routes.
struct SecretRouteParts {
    secrets::SecretKeeper &keeper;
    const RuntimeSettings &settings;
    audit::AuditLog &log;
    const Clock &clock;
    const Snapshot<secrets::KeySet> &keys; ///< that sign
    /// Tells secrets apart in the record, and nothing else of them. Any thread.
    std::function<QByteArray(const QByteArray &name, const SecretBytes &value)> fingerprint;

    // These are called in the keeper's thread.
    /// Why a server with `value` would not start again; empty: it would.
    std::function<std::vector<FieldError>(secrets::SecretChain &chain, const QByteArray &name, const SecretBytes &value)> judge;
    /// Has the running server go by what is kept of that secret now. False: only the next start does.
    std::function<Result<bool>(secrets::SecretChain &chain, const QByteArray &name)> adopt;
    /// Has another key sign.
    std::function<Result<void>(secrets::KeyRing::Rotation rotation)> rotate;
    /// Told what there is, whenever somebody has looked or changed something.
    std::function<void(const std::vector<secrets::SecretState> &states)> looked;
};

/// When the key that signs began to.
[[nodiscard]] WallTime lastRotation(const secrets::KeySet &keys);

/// Declares `/api/v1/admin/secrets` and what is below, for administrators. No answer, entry or log line holds a value.
void declareSecretRoutes(http::RouteTable &routes, const SecretRouteParts &parts);

} // namespace gatehouse::administration
