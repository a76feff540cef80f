#include "secrets/environment_source.h"

#include "secrets/private_file.h"

#include <QDir>

#include <cstdlib>

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;

namespace {

/// Reads the secret in `path`; nothing when there is no such file.
Result<std::optional<FoundSecret>> readFrom(const QString &path, const QString &what)
{
    Result<std::optional<FileContent>> content = readSecretFile(path, kLongestSecret);
    if (!content)
        return std::unexpected(content.error());
    if (!*content)
        return std::nullopt;
    FoundSecret found{SecretBytes(withoutLineEnd((*content)->bytes.view())), what, (*content)->changed, {}};
    if (found.value.isEmpty())
        return failure(ErrorKind::Unavailable, u"%1 is empty"_s.arg(path));
    if ((*content)->readableByOthers)
        found.warning = u"%1 can be read by others; its owner alone should (chmod 600)"_s.arg(path);
    return found;
}

} // namespace

std::unique_ptr<EnvironmentSource> EnvironmentSource::takeFromProcess()
{
    auto source = std::make_unique<EnvironmentSource>();
    for (const KnownSecret &secret : secretCatalogue()) {
        for (const QByteArray &name : secret.names())
            source->take(name);
    }
    return source;
}

void EnvironmentSource::takeNamed(const QMap<QByteArray, QByteArray> &variables)
{
    m_named = variables;
    for (const QByteArray &variable : variables)
        take(variable);
}

void EnvironmentSource::take(const QByteArray &variable)
{
    char *value = std::getenv(variable.constData());
    if (value == nullptr)
        return;
    SecretBytes taken{QByteArrayView(value)};
    cleanse(value, taken.size());
    qunsetenv(variable.constData());
    if (!taken.isEmpty())
        m_values.emplace(variable, std::move(taken));
}

Result<std::optional<FoundSecret>> EnvironmentSource::find(const KnownSecret &secret)
{
    std::vector<QByteArray> names = secret.names();
    if (const auto named = m_named.find(secret.name); named != m_named.end())
        names.push_back(*named);
    for (const QByteArray &name : names) {
        const auto found = m_values.find(name);
        if (found == m_values.end())
            continue;
        if (found->second.size() > kLongestSecret)
            return failure(ErrorKind::Unavailable, u"%1 is too long"_s.arg(QString::fromLatin1(name)));
        const QString source = name == secret.name ? u"environment"_s : u"environment (%1)"_s.arg(QString::fromLatin1(name));
        return FoundSecret{found->second.clone(), source, {}, {}};
    }
    return std::nullopt;
}

Result<std::optional<FoundSecret>> NamedFileSource::find(const KnownSecret &secret)
{
    for (const QByteArray &name : secret.names()) {
        const QByteArray variable = name + "_FILE";
        const QString path = qEnvironmentVariable(variable.constData());
        if (path.isEmpty())
            continue;
        Result<std::optional<FoundSecret>> found = readFrom(path, u"file %1"_s.arg(path));
        if (found && !*found)
            return failure(ErrorKind::Unavailable, u"%1: there is no file %2"_s.arg(QString::fromLatin1(variable), path));
        if (!found)
            found.error().detail = u"%1: %2"_s.arg(QString::fromLatin1(variable), found.error().detail);
        return found;
    }
    return std::nullopt;
}

Result<std::optional<FoundSecret>> CredentialSource::find(const KnownSecret &secret)
{
    const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    if (folder.isEmpty())
        return std::nullopt;
    if (!QDir::isAbsolutePath(folder))
        return failure(ErrorKind::Unavailable, u"CREDENTIALS_DIRECTORY must be an absolute path"_s);
    for (const QByteArray &name : secret.names()) {
        for (const QByteArray &file : {name, QByteArray(name).toLower().replace('_', '-')}) {
            Result<std::optional<FoundSecret>> found = readFrom(QDir(folder).filePath(QString::fromLatin1(file)),
                                                                u"systemd credential %1"_s.arg(QString::fromLatin1(file)));
            if (!found || *found)
                return found;
        }
    }
    return std::nullopt;
}

} // namespace gatehouse::secrets
