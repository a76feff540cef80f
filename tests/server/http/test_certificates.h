#pragma once

#include "http/tls_identity.h"

#include <QTemporaryDir>

/// Certificates made by openssl when a test asks for them, in a folder that goes with this.
class TestCertificates
{
public:
    /// A self-signed certificate for localhost, *.example.org, 127.0.0.1 and ::1. `kind`: what `openssl req -newkey` takes,
    /// "ec" being P-256.
    [[nodiscard]] gatehouse::http::TlsFiles selfSigned(const QString &name, const QString &kind = QStringLiteral("ec")) const;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Runs openssl in the folder; a failure ends the test program.
    void openssl(const QStringList &arguments) const;
    /// Writes a file that only its owner may read.
    void write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QByteArray read(const QString &name) const;

private:
    QTemporaryDir m_folder;
};
