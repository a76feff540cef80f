#include "jwt_secret.h"

#include <QFile>

using namespace gatehouse;
using namespace Qt::StringLiterals;

Result<std::optional<SecretBytes>> readJwtSecret()
{
    for (const char *name : {"JWT_SECRET", "HYPERCODE_JWT_SECRET", "AUTOSCALER_API_JWT_SECRET"}) {
        if (char *value = std::getenv(name); value != nullptr && *value != '\0') {
            SecretBytes secret{QByteArrayView(value)};
            cleanse(value, secret.size());
            qunsetenv(name);
            return secret;
        }
        const QString path = qEnvironmentVariable((QByteArray(name) + "_FILE").constData());
        if (path.isEmpty())
            continue;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return failure(ErrorKind::Unavailable, u"%1_FILE: %2 cannot be read"_s.arg(QString::fromLatin1(name), path));
        QByteArray text = file.read(64 * 1024);
        SecretBytes secret(QByteArrayView(text).trimmed());
        cleanse(text);
        return secret;
    }
    return std::optional<SecretBytes>();
}
