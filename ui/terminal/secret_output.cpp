#include "terminal/secret_output.h"

#include "client/file_archive.h"
#include "client/local_file.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace gatehouse::terminal {

namespace {

constexpr char16_t kNameless[] = u"secret";

bool isArchive(const QString &name)
{
    return name.endsWith(u".zip", Qt::CaseInsensitive);
}

std::optional<Error> contradictionIn(const SharingArguments &arguments)
{
    const QList<std::pair<QString, QString>> pairs{{u"--extract"_s, u"--filename"_s},
                                                   {u"--to-stdout"_s, u"--filename"_s},
                                                   {u"--to-stdout"_s, u"--extract"_s},
                                                   {u"--to-stdout"_s, u"--output-dir"_s}};
    for (const auto &[one, other] : pairs) {
        if (arguments.has(one) && arguments.has(other))
            return Error{ErrorKind::Malformed, u"%1 and %2 do not go together"_s.arg(one, other)};
    }
    return std::nullopt;
}

} // namespace

Arguments::Options SecretOutput::withOutput(Arguments::Options options)
{
    options.flags += {u"--to-stdout"_s, u"--extract"_s};
    options.valued += {u"--filename"_s, u"--output-dir"_s};
    options.aliases.insert(u"-e"_s, u"--extract"_s);
    options.aliases.insert(u"-f"_s, u"--filename"_s);
    options.aliases.insert(u"-o"_s, u"--output-dir"_s);
    return options;
}

Result<SecretOutput> SecretOutput::from(const SharingArguments &arguments)
{
    if (const auto contradiction = contradictionIn(arguments))
        return std::unexpected(*contradiction);
    SecretOutput output;
    output.m_filename = arguments.value(u"--filename"_s);
    output.m_extract = arguments.has(u"--extract"_s);
    // What is said on the command line counts for more than a variable that contradicts it.
    const bool savesFiles = arguments.has(u"--filename"_s) || arguments.has(u"--extract"_s) || arguments.has(u"--output-dir"_s);
    output.m_toStdout = arguments.has(u"--to-stdout"_s) || (!savesFiles && arguments.flag(u"--to-stdout"_s, "HAKANAI_TO_STDOUT"));
    output.m_folder = QDir(arguments.value(u"--output-dir"_s, "HAKANAI_OUTPUT_DIR", u"."_s));
    if (const Result<void> possible = output.check(arguments); !possible)
        return std::unexpected(possible.error());
    return output;
}

/// A text needs no folder, so the one that one happens to be in is not looked at; what is wrong with that is found out later.
Result<void> SecretOutput::check(const SharingArguments &arguments) const
{
    if (m_toStdout)
        return {};
    const QFileInfo folder(m_filename.isEmpty() ? m_folder.path() : QFileInfo(pathOf(m_filename)).path());
    const bool isAskedFor = arguments.has(u"--output-dir"_s) || !m_filename.isEmpty() || m_extract;
    if (!folder.isDir() || (!folder.isWritable() && isAskedFor))
        return failure(ErrorKind::Invalid, u"%1 is no folder that can be written to"_s.arg(folder.filePath()));
    if (!m_filename.isEmpty() && QFileInfo(pathOf(m_filename)).isDir())
        return failure(ErrorKind::Invalid, u"%1 is a folder"_s.arg(m_filename));
    return {};
}

/// Qt takes a name that begins with a colon for one of its resources.
QString SecretOutput::pathOf(const QString &name) const
{
    return name.startsWith(u'/') ? name : m_folder.path() + u'/' + name;
}

Result<void> SecretOutput::put(const client::SecretPayload &payload, Terminal &terminal) const
{
    const QString own = payload.filename.value_or(QString());
    const QString name = client::localName(own).value_or(QString::fromUtf16(kNameless));
    const Result<void> brought = bring(payload, name, terminal);
    return brought ? brought : rescue(brought.error(), name, payload.data.view());
}

Result<void> SecretOutput::bring(const client::SecretPayload &payload, const QString &name, Terminal &terminal) const
{
    const QByteArrayView data = payload.data.view();
    if (m_toStdout)
        return show(data, terminal);
    if (!m_filename.isEmpty())
        return save(pathOf(m_filename), data, terminal);
    if (!payload.filename)
        return show(data, terminal);
    if (name != *payload.filename)
        terminal.printError(u"The sender called it %1."_s.arg(printable(*payload.filename)));
    if (m_extract && isArchive(name))
        return unpack(data, terminal);
    return save(pathOf(name), data, terminal);
}

/// It was handed out once and is nowhere else.
Result<void> SecretOutput::rescue(const Error &error, const QString &name, QByteArrayView data) const
{
    for (const QString &folder : {m_folder.absolutePath(), QDir::homePath(), QDir::tempPath()}) {
        if (const Result<QString> saved = client::saveNew(folder + u'/' + name, data))
            return failure(error.kind, u"%1; it was saved to %2"_s.arg(error.detail, *saved));
    }
    return failure(error.kind, u"%1, and it cannot be had again"_s.arg(error.detail));
}

Result<void> SecretOutput::show(QByteArrayView data, Terminal &terminal) const
{
    if (!terminal.isOutputTerminal()) {
        return terminal.write(data) ? Result<void>()
                                    : failure(ErrorKind::Unavailable, u"standard output did not take all of it"_s);
    }
    QString text = QString::fromUtf8(data);
    const QString shown = printable(text.replace(u"\r\n"_s, u"\n"_s), true);
    if (shown != text || text.toUtf8() != data)
        terminal.printError(u"What would steer the terminal is shown as \uFFFD. Next time: --filename, or pipe it."_s);
    const bool written = terminal.write((shown.endsWith(u'\n') ? shown : shown + u'\n').toUtf8());
    return written ? Result<void>() : failure(ErrorKind::Unavailable, u"the terminal did not take all of it"_s);
}

Result<void> SecretOutput::save(const QString &path, QByteArrayView data, Terminal &terminal) const
{
    const Result<QString> saved = client::saveNew(path, data);
    if (!saved)
        return std::unexpected(saved.error());
    if (*saved != path)
        terminal.printError(u"There is a %1 already, which stays as it is."_s.arg(QFileInfo(path).fileName()));
    terminal.print(u"Saved to: %1"_s.arg(QDir::cleanPath(*saved)));
    return {};
}

Result<void> SecretOutput::unpack(QByteArrayView data, Terminal &terminal) const
{
    const Result<client::ArchiveReader> archive = client::ArchiveReader::open(data);
    if (!archive)
        return std::unexpected(archive.error());
    for (const client::ArchiveReader::File &file : archive->files()) {
        const Result<SecretBytes> content = archive->read(file);
        if (!content)
            return std::unexpected(content.error());
        if (const Result<void> saved = save(pathOf(file.name), content->view(), terminal); !saved)
            return saved;
    }
    return {};
}

} // namespace gatehouse::terminal
