#pragma once

#include "config/settings.h"
#include "secrets/key_ring.h"
#include "secrets/key_ring_table.h"

namespace gatehouse::secrets {

/// Where the signing keys of a configuration are kept: the same for the server and the command line.
struct RingPlace {
    std::shared_ptr<const KeyRingStore> store;
    std::shared_ptr<const KeyRingTable> table; ///< the store again, when instances share it; null: it is this instance's file
    QString warning; ///< what keeps it from being shared, and the remedy; empty: nothing does
};

/// The database's ring with a PostgreSQL, `shared`, and a passphrase; else the data folder's file. What that file holds goes into
/// the database with the first who comes, so that nobody is logged out. Fails with Unavailable when the database has a ring and
/// there is no passphrase: who then signed by a file would not be believed by the others.
[[nodiscard]] Result<RingPlace> ringPlaceOf(const config::Settings &settings, std::shared_ptr<Sealer> sealer,
                                            storage::Database *shared);

/// What keeps `connection`'s deployment from sharing its ring where there is no passphrase, as a warning; an error when it shares
/// one already. Runs in the database's thread.
[[nodiscard]] Result<QString> unsharedRingWarning(const config::Settings &settings, QSqlDatabase &connection);

/// How new keys are made.
[[nodiscard]] KeyRingOptions ringOptionsOf(const config::Settings &settings);

} // namespace gatehouse::secrets
