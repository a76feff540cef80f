#include "config/secret_keys.h"
#include "config/settings_loader.h"

#include <QDir>
#include <QStandardPaths>

#include <unistd.h>

namespace gatehouse::config {

using namespace Qt::StringLiterals;

namespace {

/// $XDG_STATE_HOME/gatehouse; a relative one does not count (XDG Base Directory Specification).
QString stateFolder()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (QDir::isAbsolutePath(state) ? state : QDir::homePath() + u"/.local/state"_s) + u"/gatehouse"_s;
}

} // namespace

SettingSources processSources(const QStringList &arguments)
{
    SettingSources sources;
    sources.arguments = arguments;
    for (char **variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
        const QByteArrayView whole(*variable);
        const qsizetype equals = whole.indexOf('=');
        if (equals <= 0)
            continue;
        const QByteArray name = whole.first(equals).toByteArray();
        const QByteArrayView value = whole.sliced(equals + 1);
        // Secrets are read elsewhere; here it counts that they are there, and no copy is to stay behind.
        sources.environment.insert(name,
                                   isSecretVariable(name) && !value.isEmpty() ? QByteArray("(secret)") : value.toByteArray());
    }
    sources.filePaths = {QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/gatehouse/gatehouse.yaml"_s,
                         u"/etc/gatehouse/gatehouse.yaml"_s};
    sources.defaultDataDir = stateFolder();
    if (::geteuid() == 0)
        sources.productionDataDir = u"/var/lib/gatehouse"_s;
    return sources;
}

} // namespace gatehouse::config
