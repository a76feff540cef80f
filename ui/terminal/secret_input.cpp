#include "terminal/secret_input.h"

#include "client/file_archive.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse::terminal {

namespace {

constexpr qsizetype kLargest = 512 * 1024 * 1024;
constexpr qsizetype kFirstBuffer = 64 * 1024;

/// All that can be read of `descriptor`, in a buffer that grows without leaving copies behind.
Result<SecretBytes> readToEnd(int descriptor, const QString &name)
{
    SecretBytes buffer = SecretBytes::ofSize(kFirstBuffer);
    qsizetype size = 0;
    for (;;) {
        const auto got = ::read(descriptor, buffer.data() + size, static_cast<std::size_t>(buffer.size() - size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failure(ErrorKind::Invalid, u"cannot read %1: %2"_s.arg(name, QString::fromLocal8Bit(std::strerror(errno))));
        if (got == 0)
            return SecretBytes(buffer.view().first(size));
        size += got;
        if (size > kLargest)
            return failure(ErrorKind::TooLarge, u"%1 is larger than 512 MiB"_s.arg(name));
        if (size == buffer.size()) {
            SecretBytes larger = SecretBytes::ofSize(2 * size);
            std::memcpy(larger.data(), buffer.view().data(), static_cast<std::size_t>(size));
            buffer = std::move(larger);
        }
    }
}

Result<SecretBytes> readFile(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return failure(ErrorKind::Invalid, u"cannot read %1: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    Result<SecretBytes> content = readToEnd(descriptor, path);
    ::close(descriptor);
    return content;
}

Result<client::SecretPayload> archiveOf(const QStringList &paths)
{
    std::vector<client::NamedFile> files;
    for (const QString &path : paths) {
        Result<SecretBytes> content = readFile(path);
        if (!content)
            return std::unexpected(content.error());
        files.push_back({QFileInfo(path).fileName(), std::move(*content)});
    }
    Result<SecretBytes> archive = client::toZip(files);
    if (!archive)
        return std::unexpected(archive.error());
    return client::SecretPayload{std::move(*archive), u"%1.zip"_s.arg(QDateTime::currentSecsSinceEpoch())};
}

/// The bytes, and the name they have if they are to be a file.
Result<client::SecretPayload> readAnything(const QStringList &paths, Terminal &terminal)
{
    if (paths.size() > 1)
        return archiveOf(paths);
    if (paths.isEmpty() && terminal.isInteractive())
        terminal.printError(u"Type the secret; end with Enter and Ctrl-D."_s);
    Result<SecretBytes> content = paths.isEmpty() ? readToEnd(STDIN_FILENO, u"standard input"_s) : readFile(paths.first());
    if (!content)
        return std::unexpected(content.error());
    client::SecretPayload payload{std::move(*content), {}};
    if (!paths.isEmpty())
        payload.filename = QFileInfo(paths.first()).fileName();
    return payload;
}

} // namespace

Arguments::Options withInput(Arguments::Options options)
{
    options.flags.append(u"--as-file"_s);
    options.valued += {u"--file"_s, u"--filename"_s};
    options.repeated.append(u"--file"_s);
    options.aliases.insert(u"-f"_s, u"--file"_s);
    options.aliases.insert(u"-a"_s, u"--as-file"_s);
    return options;
}

Result<client::SecretPayload> readSecretInput(const SharingArguments &arguments, Terminal &terminal)
{
    const QStringList paths = arguments.values(u"--file"_s);
    Result<client::SecretPayload> payload = readAnything(paths, terminal);
    if (!payload)
        return payload;
    if (payload->data.isEmpty())
        return failure(ErrorKind::Invalid, u"there is nothing to send"_s);
    bool asFile = arguments.has(u"--as-file"_s);
    if (!paths.isEmpty() && !asFile && payload->data.view().contains('\0')) {
        if (paths.size() == 1)
            terminal.printError(u"%1 is no text: it is sent as a file."_s.arg(paths.first()));
        asFile = true;
    }
    if (!asFile) {
        if (arguments.has(u"--filename"_s))
            terminal.printError(u"Warning: this is sent as a text, without a name; say --as-file to send a file."_s);
        payload->filename.reset();
        return payload;
    }
    if (arguments.has(u"--filename"_s))
        payload->filename = arguments.value(u"--filename"_s);
    if (!payload->filename || payload->filename->isEmpty())
        return failure(ErrorKind::Invalid, u"a file needs a name: say --filename"_s);
    return payload;
}

} // namespace gatehouse::terminal
