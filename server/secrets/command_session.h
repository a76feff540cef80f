#pragma once

#include "config/settings.h"
#include "core/clock.h"
#include "core/terminal.h"
#include "secrets/ring_place.h"
#include "secrets/secret_acts.h"
#include "secrets/secret_chain.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gatehouse::secrets {

/// Connects to the PostgreSQL that `settings` and the secrets of `chain` name; null when they name none.
using SharedDatabaseOpener =
    std::function<Result<std::unique_ptr<storage::Database>>(const config::Settings &settings, SecretChain &chain)>;

/// Why a server of `settings` would not start with `value` as the secret of that name; empty: it would.
using SecretJudge = std::function<std::vector<FieldError>(const config::Settings &settings, SecretChain &chain,
                                                          const QByteArray &name, const SecretBytes &value)>;

/// What a command is given to reach beyond secrets.
struct CommandSurroundings {
    SharedDatabaseOpener openDatabase; ///< that the signing keys may be in
    SecretActsOpener openActs; ///< where its acts are told of
    SecretJudge judge;
};

/// The secrets as one run of the command line sees them: with its configuration, its environment, its terminal.
class CommandSession
{
public:
    /// Takes the secrets out of the environment, loads the settings, and asks for the passphrase of an encrypted file on a
    /// terminal when nothing has it. `terminal` outlives this.
    [[nodiscard]] static Result<std::unique_ptr<CommandSession>> open(const CommandSurroundings &surroundings,
                                                                      const QStringList &settings, Terminal &terminal);

    [[nodiscard]] SecretChain &chain() { return *m_chain; }
    [[nodiscard]] const config::Settings &settings() const { return m_settings; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// Where `--store` says that secrets go, or the settings. An encrypted file gets its passphrase asked for, twice, when there
    /// is none yet.
    [[nodiscard]] Result<SecretStore *> storeFor(const QString &name);
    /// Where the server of this configuration keeps its signing keys. Asks a person at the terminal for the passphrase of those
    /// in a database when nothing has it. The session outlives the place. Called once.
    [[nodiscard]] Result<RingPlace> findRing();
    [[nodiscard]] Result<std::unique_ptr<KeyRing>> openRing(const RingPlace &place);
    /// Why a server of this configuration would not start with `secret`; empty: it would.
    [[nodiscard]] std::vector<FieldError> refusedAtStart(const NamedSecret &secret);
    /// Tells that `acts` are done, then has `work` do them. Fails, and nothing is done, when they cannot be told of.
    [[nodiscard]] Result<void> perform(const std::vector<SecretAct> &acts, const std::function<Result<void>()> &work);
    /// Says so when the secret is also somewhere that wins over `store`.
    void warnIfHidden(const QByteArray &name, const SecretBytes &stored);

private:
    CommandSession(const CommandSurroundings &surroundings, Terminal &terminal)
        : m_surroundings(surroundings)
        , m_terminal(terminal)
    {
    }
    [[nodiscard]] SecretActs &acts();
    [[nodiscard]] Result<void> makeDataFolder() const;
    [[nodiscard]] Result<void> askForRingPassphrase();

    const CommandSurroundings &m_surroundings;
    Terminal &m_terminal;
    const SystemClock m_clock;
    config::Settings m_settings;
    std::optional<SecretChain> m_chain;
    std::unique_ptr<storage::Database> m_database; ///< that the ring may be in
    std::unique_ptr<SecretActs> m_acts; ///< null: not asked for yet
};

} // namespace gatehouse::secrets
