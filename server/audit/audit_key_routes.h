#pragma once

#include "audit/entry.h"
#include "core/error.h"
#include "http/route.h"

#include <qcoro/qcorofuture.h>

#include <QFuture>

#include <functional>
#include <memory>
#include <vector>

namespace gatehouse::audit {

/// The public keys of a record: the one that signs first, then those before it, the latest first.
using VerifierKeys = std::vector<QByteArray>;
using VerifierKeysOutcome = std::shared_ptr<Result<VerifierKeys>>;
using VerifierKeysFuture = QFuture<VerifierKeysOutcome>;

/// What the endpoints work with. Neither keeps its caller waiting; in any thread.
struct AuditKeyRouteParts {
    std::function<VerifierKeysFuture()> list;
    /// Has a new key sign, tells of it with who and where from as in `by`, and then lists.
    std::function<VerifierKeysFuture(const Entry &by)> rotate;
};

/// Declares `/api/v1/admin/audit/keys`: shown to operators, rotated by admins.
void declareAuditKeyRoutes(http::RouteTable &routes, const AuditKeyRouteParts &parts);

} // namespace gatehouse::audit
