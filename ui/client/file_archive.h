#pragma once

#include "core/error.h"
#include "core/secret_bytes.h"

#include <QString>

#include <memory>
#include <vector>

struct zip;

namespace gatehouse::client {

struct NamedFile {
    QString name;
    SecretBytes content;
};

/// A ZIP archive of some files. Fails with Conflict when two have the same name, with Internal when libzip does.
[[nodiscard]] Result<SecretBytes> toZip(const std::vector<NamedFile> &files);

/// How much an archive may hold. Deflate packs a thousand bytes into one, so what came small may be large.
struct ArchiveLimits {
    qsizetype files = 10'000;
    qint64 bytes = 1024LL * 1024 * 1024; ///< of all files, unpacked
};

/// The files of a ZIP archive that somebody else made.
class ArchiveReader
{
public:
    struct File {
        quint64 index; ///< in the archive
        QString name; ///< localName() of its name there: folders are left out, as Hakanai does
        qint64 size = 0; ///< as the archive says; nothing larger is ever read
    };

    /// Looks at all of it before anything is taken out. `archive` outlives this. Fails with Malformed when it is no archive, or
    /// when any file in it is encrypted, is no regular file (a symbolic link, a device), or has a name that leads out of a
    /// folder; with TooLarge when there are too many or they are too large.
    [[nodiscard]] static Result<ArchiveReader> open(QByteArrayView archive, const ArchiveLimits &limits = {});

    [[nodiscard]] const std::vector<File> &files() const { return m_files; }
    /// Unpacks one of files(). Fails with Malformed when it is not as it says.
    [[nodiscard]] Result<SecretBytes> read(const File &file) const;

private:
    struct Discard {
        void operator()(zip *archive) const;
    };
    using Handle = std::unique_ptr<zip, Discard>;

    ArchiveReader(Handle archive, std::vector<File> files);

    Handle m_archive;
    std::vector<File> m_files;
};

} // namespace gatehouse::client
