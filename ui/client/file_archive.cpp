#include "client/file_archive.h"

#include "client/local_file.h"

#include <zip.h>

#include <QStringList>

#include <set>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

// What the upper half of the external attributes holds for an archive made on Unix (stat.h of POSIX, with its numbers).
constexpr quint32 kFileType = 0170000;
constexpr quint32 kRegularFile = 0100000;

/// Deflate makes at most 1,032 bytes of one. No memory is set aside for what claims more.
constexpr zip_uint64_t kMostGrowth = 1100;

struct CloseFile {
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};
struct FreeSource {
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

std::unexpected<Error> refused(const QString &why)
{
    return failure(ErrorKind::Malformed, u"the archive is not unpacked: "_s + why);
}

/// Whether a path inside an archive stays in the folder it is unpacked to.
bool staysInside(const QString &path)
{
    QString slashes = path;
    slashes.replace(u'\\', u'/');
    const bool drive = slashes.size() > 1 && slashes[1] == u':';
    return !slashes.startsWith(u'/') && !drive && !slashes.split(u'/').contains(u".."_s);
}

bool isRegularFile(zip_t *archive, zip_uint64_t index)
{
    zip_uint8_t system = ZIP_OPSYS_DOS;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0)
        return false;
    // Others than Unix leave the upper half empty, and know no other kind of file.
    const quint32 type = attributes >> 16U & kFileType;
    return type == 0 || type == kRegularFile;
}

/// A file of the archive; nothing for a folder.
Result<std::optional<ArchiveReader::File>> fileAt(zip_t *archive, zip_uint64_t index)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_uint64_t needed =
        ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(archive, index, ZIP_FL_ENC_GUESS, &stat) != 0 || (stat.valid & needed) != needed)
        return refused(u"its list of files cannot be read"_s);
    const QString path = QString::fromUtf8(stat.name);
    if (!staysInside(path))
        return refused(u"a file in it would be written outside of the folder"_s);
    if (path.endsWith(u'/'))
        return std::nullopt;
    if (stat.encryption_method != ZIP_EM_NONE)
        return refused(u"it is encrypted with a password of its own"_s);
    // One reader of one format is enough to trust.
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
        return refused(u"it is packed in a way that is not usual"_s);
    if (stat.size / kMostGrowth > stat.comp_size)
        return refused(u"a file in it says that it is larger than it can be"_s);
    if (!isRegularFile(archive, index))
        return refused(u"there is a link or a device in it"_s);
    const std::optional<QString> name = localName(path);
    if (!name)
        return refused(u"a file in it has no name"_s);
    return ArchiveReader::File{index, *name, static_cast<qint64>(std::min<zip_uint64_t>(stat.size, ZIP_INT64_MAX))};
}

/// Everything that was written to `source`.
Result<SecretBytes> contentOf(zip_source_t *source)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 || zip_source_open(source) != 0)
        return failure(ErrorKind::Internal, u"the archive cannot be read back"_s);
    SecretBytes content = SecretBytes::ofSize(static_cast<qsizetype>(stat.size));
    const zip_int64_t got = zip_source_read(source, content.data(), stat.size);
    zip_source_close(source);
    if (got != content.size())
        return failure(ErrorKind::Internal, u"the archive cannot be read back"_s);
    return content;
}

} // namespace

Result<SecretBytes> toZip(const std::vector<NamedFile> &files)
{
    std::set<QString> names;
    for (const NamedFile &file : files) {
        if (!names.insert(file.name).second)
            return failure(ErrorKind::Conflict, u"two of the files are called %1"_s.arg(file.name));
    }
    const Source target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    zip_t *archive = target ? zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr) : nullptr;
    if (archive == nullptr)
        return failure(ErrorKind::Internal, u"no archive can be made"_s);
    zip_source_keep(target.get()); // closing the archive gives it back once
    for (const NamedFile &file : files) {
        zip_source_t *content =
            zip_source_buffer(archive, file.content.view().data(), static_cast<zip_uint64_t>(file.content.size()), 0);
        if (content == nullptr || zip_file_add(archive, file.name.toUtf8().constData(), content, ZIP_FL_ENC_UTF_8) < 0) {
            zip_source_free(content);
            zip_discard(archive);
            return failure(ErrorKind::Internal, u"%1 cannot be put into an archive"_s.arg(file.name));
        }
    }
    if (zip_close(archive) != 0) {
        zip_discard(archive);
        return failure(ErrorKind::Internal, u"no archive can be made"_s);
    }
    return contentOf(target.get());
}

void ArchiveReader::Discard::operator()(zip *archive) const
{
    zip_discard(archive);
}

ArchiveReader::ArchiveReader(Handle archive, std::vector<File> files)
    : m_archive(std::move(archive))
    , m_files(std::move(files))
{
}

Result<ArchiveReader> ArchiveReader::open(QByteArrayView archive, const ArchiveLimits &limits)
{
    zip_source_t *source = zip_source_buffer_create(archive.data(), static_cast<zip_uint64_t>(archive.size()), 0, nullptr);
    Handle handle(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
    if (!handle)
        zip_source_free(source);
    if (!handle || archive.isEmpty()) // nothing at all counts as an empty archive with libzip
        return refused(u"it is none, or damaged"_s);
    const zip_int64_t entries = zip_get_num_entries(handle.get(), 0);
    if (entries < 0 || entries > limits.files)
        return failure(ErrorKind::TooLarge, u"the archive is not unpacked: it has more than %1 files"_s.arg(limits.files));
    std::vector<File> files;
    qint64 left = limits.bytes;
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(entries); ++index) {
        const Result<std::optional<File>> file = fileAt(handle.get(), index);
        if (!file)
            return std::unexpected(file.error());
        if (!*file)
            continue;
        if ((*file)->size > left)
            return failure(ErrorKind::TooLarge,
                           u"the archive is not unpacked: it would become larger than %1 MiB"_s.arg(limits.bytes >> 20));
        left -= (*file)->size;
        files.push_back(**file);
    }
    return ArchiveReader(std::move(handle), std::move(files));
}

Result<SecretBytes> ArchiveReader::read(const File &file) const
{
    const std::unique_ptr<zip_file_t, CloseFile> open(zip_fopen_index(m_archive.get(), file.index, 0));
    SecretBytes content = SecretBytes::ofSize(file.size);
    qint64 size = 0;
    // One byte more than announced is asked for, so that the end and the checksum are seen, and a lie is too.
    char extra = 0;
    while (open) {
        const qint64 left = file.size - size;
        const zip_int64_t got = zip_fread(open.get(), left > 0 ? content.data() + size : &extra,
                                          static_cast<zip_uint64_t>(std::max<qint64>(left, 1)));
        if (got == 0 && left == 0)
            return content;
        if (got <= 0 || left == 0)
            break;
        size += got;
    }
    return refused(u"%1 in it is damaged"_s.arg(file.name));
}

} // namespace gatehouse::client
