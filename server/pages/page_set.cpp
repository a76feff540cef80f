#include "pages/page_set.h"
#include "core/base64url.h"

#include "http/entity_tag.h"
#include "pages/written_text.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <vector>

namespace gatehouse::pages {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestCustomFile = 1024 * 1024;
constexpr char kHtml[] = "text/html; charset=utf-8";

QByteArray typeOf(const QByteArray &name)
{
    if (name.endsWith(".js"))
        return "text/javascript; charset=utf-8";
    if (name.endsWith(".css"))
        return "text/css; charset=utf-8";
    return name.endsWith(".svg") ? "image/svg+xml" : "application/octet-stream";
}

PageFile fileOf(QByteArray bytes, QByteArray contentType)
{
    QByteArray tag = http::entityTagOf(bytes);
    return {std::move(bytes), std::move(contentType), std::move(tag)};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The bytes of something the operator gave; null when `path` is empty.
Result<QByteArray> customContent(const QString &path)
{
    if (path.isEmpty())
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Invalid, u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    if (file.size() > kLargestCustomFile)
        return failure(ErrorKind::Invalid, u"%1 is larger than %2 bytes"_s.arg(path).arg(kLargestCustomFile));
    return file.readAll();
}

/// A file of the operator's folder; null when it is not there.
Result<QByteArray> customAsset(const QString &folder, const QString &name)
{
    const QString path = folder + u'/' + name;
    return folder.isEmpty() || !QFileInfo::exists(path) ? Result<QByteArray>(QByteArray()) : customContent(path);
}

QHash<QByteArray, QByteArray> filesBelow(const QString &folder)
{
    QHash<QByteArray, QByteArray> files;
    QDirIterator entries(folder, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        files.insert(path.sliced(folder.size() + 1).toUtf8(), contentOf(path));
    }
    return files;
}

/// Puts the operator's own in the place of ours; a style is appended, since it only changes some of it.
Result<void> customise(QHash<QByteArray, QByteArray> &assets, const QString &folder)
{
    if (!folder.isEmpty() && !QFileInfo(folder).isDir())
        return failure(ErrorKind::Invalid, u"%1 is no folder"_s.arg(folder));
    for (const char *name : {"style.css", "logo.svg", "icon.svg"}) {
        const Result<QByteArray> custom = customAsset(folder, QString::fromLatin1(name));
        if (!custom)
            return std::unexpected(custom.error());
        if (custom->isEmpty())
            continue;
        QByteArray &asset = assets[name];
        asset = QByteArray(name).endsWith(".css") ? asset + '\n' + *custom : *custom;
    }
    return {};
}

/// Changes when any name or content does.
QByteArray versionOf(const QHash<QByteArray, QByteArray> &assets)
{
    std::vector<QByteArray> names(assets.keyBegin(), assets.keyEnd());
    std::ranges::sort(names);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &name : names) {
        hash.addData(name + '\0' + QByteArray::number(assets.value(name).size()) + '\0');
        hash.addData(assets.value(name));
    }
    return toBase64Url(hash.result().first(12));
}

} // namespace

Result<PageSet> PageSet::load(const PageSource &source)
{
    PageSet set;
    QByteArray frame = contentOf(source.folder + u"/page.html"_s);
    if (frame.isEmpty())
        return set;
    QHash<QByteArray, QByteArray> assets = filesBelow(source.folder + u"/assets"_s);
    if (Result<void> customised = customise(assets, source.customAssets); !customised)
        return std::unexpected(customised.error());
    set.m_version = versionOf(assets);
    for (auto asset = assets.cbegin(); asset != assets.cend(); ++asset)
        set.m_assets.insert(asset.key(), fileOf(asset.value(), typeOf(asset.key())));

    const QByteArray folder = "/assets/" + set.m_version;
    frame.replace("{{assets}}", folder);
    set.m_frame = fileOf(QByteArray(frame).replace("{{content}}", ""), kHtml);
    const auto fillIn = [&frame](const QString &path, const QByteArray &heading) -> Result<PageFile> {
        const Result<QByteArray> text = customContent(path);
        if (!text)
            return std::unexpected(text.error());
        return text->isEmpty() ? PageFile()
                               : fileOf(QByteArray(frame).replace("{{content}}", writtenText(*text, heading)), kHtml);
    };
    Result<PageFile> impressum = fillIn(source.impressumFile, "frame.imprint");
    Result<PageFile> privacy = fillIn(source.privacyFile, "frame.privacy");
    Result<QByteArray> manifest = customAsset(source.customAssets, u"manifest.json"_s);
    for (const Error *error : {impressum ? nullptr : &impressum.error(), privacy ? nullptr : &privacy.error(),
                               manifest ? nullptr : &manifest.error()}) {
        if (error != nullptr)
            return std::unexpected(*error);
    }
    set.m_impressum = std::move(*impressum);
    set.m_privacy = std::move(*privacy);
    const QByteArray ownManifest = contentOf(source.folder + u"/manifest.json"_s).replace("{{assets}}", folder);
    set.m_manifest = fileOf(manifest->isEmpty() ? ownManifest : *manifest, "application/manifest+json");
    set.m_robots = fileOf(contentOf(source.folder + u"/robots.txt"_s), "text/plain; charset=utf-8");
    return set;
}

const PageFile *PageSet::asset(const QByteArray &name) const
{
    const auto found = m_assets.constFind(name);
    return found == m_assets.constEnd() ? nullptr : &*found;
}

} // namespace gatehouse::pages
