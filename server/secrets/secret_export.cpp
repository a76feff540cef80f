#include "secrets/secret_export.h"

#include "core/dotenv.h"
#include "secrets/private_file.h"

#include <openssl/evp.h>

#include <QDir>

#include <cstring>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

namespace {

/// Several pieces as one.
SecretBytes joined(const std::vector<SecretBytes> &pieces)
{
    qsizetype size = 0;
    for (const SecretBytes &piece : pieces)
        size += piece.size();
    SecretBytes whole = SecretBytes::ofSize(size);
    qsizetype at = 0;
    for (const SecretBytes &piece : pieces) {
        if (!piece.isEmpty())
            std::memcpy(whole.data() + at, piece.view().data(), static_cast<std::size_t>(piece.size()));
        at += piece.size();
    }
    return whole;
}

SecretBytes base64(const SecretBytes &value)
{
    SecretBytes text = SecretBytes::ofSize((value.size() + 2) / 3 * 4 + 1);
    const int size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()),
                        reinterpret_cast<const unsigned char *>(value.view().data()), static_cast<int>(value.size()));
    return SecretBytes(text.view().first(size));
}

SecretBytes envFile(const std::vector<NamedSecret> &secrets)
{
    std::vector<SecretBytes> lines;
    for (const NamedSecret &secret : secrets) {
        lines.push_back(toDotenv(secret.name, secret.value.view()));
        lines.emplace_back("\n");
    }
    return joined(lines);
}

SecretBytes manifest(const std::vector<NamedSecret> &secrets)
{
    std::vector<SecretBytes> lines;
    lines.emplace_back("apiVersion: v1\nkind: Secret\nmetadata:\n  name: gatehouse-secrets\ntype: Opaque\ndata:\n");
    for (const NamedSecret &secret : secrets) {
        lines.emplace_back("  " + secret.name + ": ");
        lines.push_back(base64(secret.value));
        lines.emplace_back("\n");
    }
    return joined(lines);
}

QByteArray dropIn(const std::vector<NamedSecret> &secrets, const QString &folder)
{
    QByteArray text = "# To be put into /etc/systemd/system/gatehouse.service.d/\n[Service]\n";
    for (const NamedSecret &secret : secrets)
        text += "LoadCredential=" + secret.name + ':' + QDir(folder).filePath(QString::fromLatin1(secret.name)).toUtf8() + '\n';
    return text;
}

} // namespace

std::optional<ExportFormat> exportFormatFromText(QStringView text)
{
    if (text == u"env")
        return ExportFormat::Env;
    if (text == u"docker")
        return ExportFormat::Docker;
    if (text == u"kubernetes")
        return ExportFormat::Kubernetes;
    if (text == u"systemd")
        return ExportFormat::Systemd;
    return std::nullopt;
}

std::vector<ExportedFile> exported(const std::vector<NamedSecret> &secrets, ExportFormat format, const QString &folder)
{
    std::vector<ExportedFile> files;
    switch (format) {
    case ExportFormat::Env: files.push_back({{}, envFile(secrets)}); break;
    case ExportFormat::Kubernetes: files.push_back({{}, manifest(secrets)}); break;
    case ExportFormat::Docker:
    case ExportFormat::Systemd:
        for (const NamedSecret &secret : secrets)
            files.push_back({QString::fromLatin1(secret.name), secret.value.clone()});
        if (format == ExportFormat::Systemd)
            files.push_back({u"gatehouse-secrets.conf"_s, SecretBytes(dropIn(secrets, folder))});
        break;
    }
    return files;
}

Result<void> writeExport(const std::vector<ExportedFile> &files, const QString &path)
{
    if (files.size() == 1 && files.front().name.isEmpty())
        return createSecretFile(path, files.front().content.view());
    if (const Result<void> made = createSecretFolder(path); !made)
        return made;
    for (const ExportedFile &file : files) {
        if (const Result<void> written = createSecretFile(QDir(path).filePath(file.name), file.content.view()); !written)
            return written;
    }
    return {};
}

} // namespace gatehouse::secrets
