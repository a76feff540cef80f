#include "embedded/first_setup.h"

#include "assembly/start_check.h"
#include "secrets/keychain_store.h"
#include "secrets/private_file.h"
#include "secrets/secret_inventory.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::embedded {

using desktop::LocalSetup;
using desktop::SetupReport;

namespace {

const QString kKeychainField = u"secrets.keychain"_s;

/// Between double quotes YAML reads what JSON does.
QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

/// Makes what is missing, and keeps what was given. A passphrase that is there already opens what it sealed elsewhere.
Result<void> fillKeychain(const LocalSetup &setup)
{
    secrets::KeychainStore keychain;
    const Result<std::optional<SecretBytes>> passphrase = keychain.read(secrets::kPassphraseName);
    if (!passphrase)
        return std::unexpected(passphrase.error());
    std::vector<secrets::NamedSecret> secrets;
    if (!*passphrase)
        secrets.push_back({secrets::kPassphraseName, secrets::generatedSecret()});
    if (!setup.redisUrl.isEmpty())
        secrets.push_back({secrets::kRedisUrlName, setup.redisUrl.clone()});
    return keychain.store(std::move(secrets));
}

} // namespace

bool FirstSetup::isNeeded() const
{
    const auto namesFile = [](const QString &argument) { return argument == u"--config" || argument.startsWith(u"--config="); };
    if (std::ranges::any_of(m_sources.arguments, namesFile))
        return false;
    if (std::ranges::any_of(m_sources.filePaths, [](const QString &path) { return QFileInfo::exists(path); }))
        return false;
    return QDir(config::inspectSettings(m_sources).loaded.settings.app.dataDir).isEmpty(); // as one is that is not there
}

QByteArray FirstSetup::fileFor(const LocalSetup &setup) const
{
    QByteArray text = "# Made by the first run of the console. All settings: gatehouse config reference\n";
    if (setup.dataFolder != config::inspectSettings(m_sources).loaded.settings.app.dataDir)
        text += "app:\n  data_dir: " + quoted(setup.dataFolder) + '\n';
    text += "secrets:\n  keychain: " + QByteArray(setup.usesKeychain ? "true" : "false") + '\n';
    // The keychain may have the address of a Redis from a server of earlier, which this one was told nothing of.
    if (setup.usesKeychain && setup.redisUrl.isEmpty())
        text += "limits:\n  backend: embedded\n";
    if (!setup.certificate.isEmpty())
        text += "tls:\n  certificate: " + quoted(setup.certificate) + "\n  key: " + quoted(setup.certificateKey) + '\n';
    return text;
}

SetupReport FirstSetup::tryOut(const LocalSetup &setup) const
{
    QTemporaryFile draft;
    const QByteArray text = fileFor(setup);
    if (!draft.open() || draft.write(text) != text.size() || !draft.flush())
        return {.problems = {{u"app.data_dir"_s, u"no temporary file can be written: %1"_s.arg(draft.errorString())}},
                .notes = {}};
    config::SettingSources sources = m_sources;
    sources.filePaths = {draft.fileName()};
    const config::SettingsReport report = config::inspectSettings(sources);
    if (!report.problems.empty())
        return {.problems = report.problems, .notes = {}};
    const config::Settings &settings = report.loaded.settings;
    if (settings.app.dataDir != setup.dataFolder)
        return {
            .problems = {{u"app.data_dir"_s, u"this program was started with another folder: %1"_s.arg(settings.app.dataDir)}},
            .notes = {}};
    assembly::GivenSecrets given;
    if (!setup.redisUrl.isEmpty())
        given.redisUrl = setup.redisUrl.clone();
    assembly::StartForecast forecast = assembly::forecastStart(settings, given);
    return {.problems = std::move(forecast.reasons), .notes = std::move(forecast.notes)};
}

SetupReport FirstSetup::adopt(const LocalSetup &setup) const
{
    SetupReport report = tryOut(setup);
    if (!report.problems.empty())
        return report;
    if (setup.usesKeychain) {
        if (const Result<void> filled = fillKeychain(setup); !filled) {
            report.problems.push_back({kKeychainField, filled.error().detail});
            return report;
        }
    }
    if (const Result<void> written = writeFile(setup); !written)
        report.problems.push_back({u"app.config"_s, written.error().detail});
    return report;
}

Result<void> FirstSetup::writeFile(const LocalSetup &setup) const
{
    const QString path = m_sources.filePaths.front();
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return failure(ErrorKind::Unavailable, u"%1 cannot be made"_s.arg(folder));
    return secrets::createSecretFile(path, fileFor(setup));
}

} // namespace gatehouse::embedded
