#include "secrets/command_session.h"

#include "secrets/process_configuration.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<CommandSession>> CommandSession::open(const CommandSurroundings &surroundings, const QStringList &settings,
                                                             Terminal &terminal)
{
    std::unique_ptr<CommandSession> session(new CommandSession(surroundings, terminal));
    Result<ProcessConfiguration> configuration = ProcessConfiguration::load(settings);
    if (!configuration)
        return std::unexpected(configuration.error());
    session->m_settings = configuration->settings();
    Result<SecretChain> chain = configuration->openSecrets(session->m_clock, terminal);
    if (!chain)
        return std::unexpected(chain.error());
    session->m_chain.emplace(std::move(*chain));
    return session;
}

Result<void> CommandSession::makeDataFolder() const
{
    const QString path = m_settings.app.dataDir;
    if (QFileInfo(path).isDir())
        return {};
    if (!QDir().mkpath(path) || !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return failure(ErrorKind::Unavailable, u"the data folder %1 cannot be made"_s.arg(path));
    return {};
}

Result<SecretStore *> CommandSession::storeFor(const QString &name)
{
    SecretStore *store = nullptr;
    if (name == u"keychain")
        store = &m_chain->keychain();
    else if (name == u"file")
        store = &m_chain->encryptedFile();
    else if (name.isEmpty())
        store = &m_chain->defaultStore();
    else
        return failure(ErrorKind::Malformed, u"--store is file or keychain"_s);
    if (store != &m_chain->encryptedFile())
        return store;

    if (const Result<void> made = makeDataFolder(); !made)
        return std::unexpected(made.error());
    if (m_chain->sealer() != nullptr)
        return store;
    if (!m_terminal.isInteractive())
        return failure(ErrorKind::Unavailable,
                       u"the encrypted file %1 needs a passphrase: give SECRETS_PASSPHRASE_FILE, SECRETS_PASSPHRASE or a systemd "
                       "credential secrets-passphrase"_s.arg(store->description()));
    Result<SecretBytes> first = m_terminal.readSecret(u"New passphrase for %1"_s.arg(store->description()));
    if (!first)
        return std::unexpected(first.error());
    const Result<SecretBytes> second = m_terminal.readSecret(u"The same again"_s);
    if (!second || !equalInConstantTime(first->view(), second->view()))
        return failure(ErrorKind::Malformed, u"the two are not the same"_s);
    if (first->size() < 8)
        return failure(ErrorKind::Malformed, u"a passphrase has 8 characters at least"_s);
    m_chain->setPassphrase(std::move(*first));
    return &m_chain->encryptedFile();
}

/// A service's passphrase is often a credential that nobody's shell has.
Result<void> CommandSession::askForRingPassphrase()
{
    if (m_chain->sealer() || !m_database || !m_terminal.isInteractive())
        return {};
    const Result<bool> shared = m_database->runBlocking(&KeyRingTable::exists);
    if (!shared)
        return std::unexpected(shared.error());
    if (!*shared)
        return {};
    Result<SecretBytes> asked = m_terminal.readSecret(u"Passphrase of the key ring in the database"_s);
    if (!asked)
        return std::unexpected(asked.error());
    m_chain->setPassphrase(std::move(*asked));
    return {};
}

Result<RingPlace> CommandSession::findRing()
{
    auto database = m_surroundings.openDatabase(m_settings, *m_chain);
    if (!database)
        return std::unexpected(database.error());
    m_database = std::move(*database);
    if (const Result<void> asked = askForRingPassphrase(); !asked)
        return std::unexpected(asked.error());
    return ringPlaceOf(m_settings, m_chain->sealer(), m_database.get());
}

Result<std::unique_ptr<KeyRing>> CommandSession::openRing(const RingPlace &place)
{
    if (const Result<void> made = place.table ? Result<void>() : makeDataFolder(); !made)
        return std::unexpected(made.error());
    return KeyRing::open(place.store, std::nullopt, ringOptionsOf(m_settings), m_clock,
                         [this](const std::vector<KeyStep> &steps) { acts().tell(steps); });
}

SecretActs &CommandSession::acts()
{
    if (!m_acts)
        m_acts = m_surroundings.openActs(m_settings, *m_chain, m_terminal);
    return *m_acts;
}

std::vector<FieldError> CommandSession::refusedAtStart(const NamedSecret &secret)
{
    return m_surroundings.judge(m_settings, *m_chain, secret.name, secret.value);
}

Result<void> CommandSession::perform(const std::vector<SecretAct> &acts, const std::function<Result<void>()> &work)
{
    if (const Result<void> announced = this->acts().announce(acts); !announced)
        return announced;
    const Result<void> done = work();
    if (!done)
        this->acts().withdraw(acts, done.error());
    return done;
}

void CommandSession::warnIfHidden(const QByteArray &name, const SecretBytes &stored)
{
    const auto found = m_chain->find(name);
    if (!found)
        m_terminal.printError(u"gatehouse: warning: %1"_s.arg(found.error().detail));
    else if (!*found)
        m_terminal.printError(u"gatehouse: warning: it will not be read from there; set secrets.keychain"_s);
    else if (!equalInConstantTime((*found)->value.view(), stored.view()))
        m_terminal.printError(u"gatehouse: warning: %1 from %2 wins over it"_s.arg(QString::fromLatin1(name), (*found)->source));
}

} // namespace gatehouse::secrets
