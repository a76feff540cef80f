#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/secret_bytes.h"
#include "secrets/secret_catalogue.h"

#include <optional>
#include <vector>

namespace gatehouse::secrets {

/// A secret and where it came from.
struct FoundSecret {
    SecretBytes value;
    QString source; ///< "environment", "file /run/secrets/jwt", …; for a person
    std::optional<WallTime> changed = {}; ///< when it was last written, where that can be known
    QString warning = {}; ///< what is wrong with how it is kept; empty: nothing
};

/// A place that secrets are read from. Used in the thread that made it.
class SecretSource
{
public:
    SecretSource() = default;
    virtual ~SecretSource() = default;
    SecretSource(const SecretSource &) = delete;
    SecretSource &operator=(const SecretSource &) = delete;

    /// The secret, if it is here; never an empty one. An error means that it cannot be told whether it is.
    [[nodiscard]] virtual Result<std::optional<FoundSecret>> find(const KnownSecret &secret) = 0;
};

struct NamedSecret {
    QByteArray name; ///< of the catalogue, no alias
    SecretBytes value;
};

/// A source that secrets can be put into as well.
class SecretStore : public SecretSource
{
public:
    /// Puts `secrets` in, over those of the same names: all of them or, when it fails, none.
    [[nodiscard]] virtual Result<void> store(std::vector<NamedSecret> secrets) = 0;
    /// Where that is, for a person.
    [[nodiscard]] virtual QString description() const = 0;
};

/// `value` without one line end at its end, which editors and `echo` put there.
[[nodiscard]] inline QByteArrayView withoutLineEnd(QByteArrayView value)
{
    if (value.endsWith('\n'))
        value.chop(1);
    if (value.endsWith('\r'))
        value.chop(1);
    return value;
}

} // namespace gatehouse::secrets
