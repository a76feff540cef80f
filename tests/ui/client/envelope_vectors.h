#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gatehouse::tests {

/// A part of `name`: envelope_vectors.json, which another implementation wrote (make_envelope_vectors.py), or
/// hakanai_vectors.json, which is Hakanai's own command line's. Empty when it cannot be read.
[[nodiscard]] inline QJsonArray envelopeVectors(const QString &part,
                                                const QString &name = QStringLiteral("envelope_vectors.json"))
{
    QFile file(QStringLiteral(ENVELOPE_VECTORS) + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object().value(part).toArray();
}

[[nodiscard]] inline QByteArray bytesOf(const QJsonObject &vector, QLatin1StringView field)
{
    return vector.value(field).toString().toUtf8();
}

} // namespace gatehouse::tests
