#pragma once

#include "secrets/secret_source.h"

#include <QString>

namespace gatehouse::secrets {

class Sealer;

/// Secrets in one encrypted file.
class SealedStore final : public SecretStore
{
public:
    /// `sealer` outlives this; null while there is no passphrase: then only a file that is not there can be asked. `clock`
    /// outlives this.
    SealedStore(QString path, Sealer *sealer, const Clock &clock);

    [[nodiscard]] Result<std::optional<FoundSecret>> find(const KnownSecret &secret) override;
    [[nodiscard]] Result<void> store(std::vector<NamedSecret> secrets) override;
    [[nodiscard]] QString description() const override { return m_path; }

private:
    struct Entry {
        QByteArray name;
        WallTime changed;
        SecretBytes value;
    };
    struct Content {
        std::vector<Entry> entries;
        bool readableByOthers = false;
    };
    [[nodiscard]] Result<Content> read() const;

    const QString m_path;
    Sealer *const m_sealer;
    const Clock &m_clock;
};

} // namespace gatehouse::secrets
