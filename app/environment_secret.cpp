#include "environment_secret.h"

#include "config/secret_keys.h"

#include <QFile>

#include <algorithm>
#include <cstdlib>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestSecret = 64 * 1024;

std::optional<SecretBytes> takeVariable(const QByteArray &name)
{
    char *value = std::getenv(name.constData());
    if (value == nullptr || *value == '\0')
        return std::nullopt;
    SecretBytes secret{QByteArrayView(value)};
    cleanse(value, secret.size());
    qunsetenv(name.constData());
    return secret;
}

} // namespace

Result<std::optional<SecretBytes>> readEnvironmentSecret(const config::LoadedSettings &loaded, QByteArrayView name)
{
    const auto &keys = config::secretKeys();
    const auto key = std::ranges::find(keys, name, &config::SecretKey::name);
    std::vector<QByteArray> variables = key == keys.end() ? std::vector<QByteArray>() : key->variablesInOrder();
    if (const auto named = loaded.secretVariables.find(name.toByteArray()); named != loaded.secretVariables.end())
        variables.push_back(*named);
    for (const QByteArray &variable : variables) {
        if (std::optional<SecretBytes> secret = takeVariable(variable))
            return secret;
        const QString path = qEnvironmentVariable((variable + "_FILE").constData());
        if (path.isEmpty())
            continue;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return failure(ErrorKind::Unavailable, u"%1_FILE: %2 cannot be read"_s.arg(QString::fromLatin1(variable), path));
        QByteArray text = file.read(kLongestSecret);
        SecretBytes secret(QByteArrayView(text).trimmed());
        cleanse(text);
        return secret;
    }
    return std::nullopt;
}
