#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace gatehouse::pages {

/// Something to be sent as it is, with its entity tag. Immutable once made.
struct PageFile {
    QByteArray bytes;
    QByteArray contentType;
    QByteArray tag;
};

/// Where pages come from. The server knows nothing of user interfaces: whoever puts it together says so.
struct PageSource {
    QString folder = {}; ///< `page.html`, `manifest.json`, `robots.txt` and `assets/`; none there: no pages
    QString customAssets = {}; ///< the operator's folder with `style.css`, `logo.svg`, `icon.svg` or `manifest.json`; empty: none
    QString impressumFile = {}; ///< text, or HTML when it begins with `<`; empty: no such page
    QString privacyFile = {};
};

/// The pages for browsers, read once at the start. Every page is the same frame, into which a script draws what its path asks
/// for; only the operator's own texts are filled in here. What pages are made of lies under a path that changes with it, so
/// browsers keep it for good and never meet an old part in a new page.
class PageSet
{
public:
    /// Fails, naming the file, when something that the operator points to cannot be read.
    [[nodiscard]] static Result<PageSet> load(const PageSource &source);

    [[nodiscard]] bool isEmpty() const { return m_frame.bytes.isEmpty(); }
    [[nodiscard]] const PageFile &frame() const { return m_frame; }
    /// Null when the operator gave none.
    [[nodiscard]] const PageFile *impressum() const { return m_impressum.bytes.isEmpty() ? nullptr : &m_impressum; }
    [[nodiscard]] const PageFile *privacy() const { return m_privacy.bytes.isEmpty() ? nullptr : &m_privacy; }
    [[nodiscard]] const PageFile &manifest() const { return m_manifest; }
    [[nodiscard]] const PageFile &robots() const { return m_robots; }

    /// The segment of the path after `/assets/` that all parts lie under.
    [[nodiscard]] const QByteArray &version() const { return m_version; }
    /// A part of pages, such as `parts/dom.js`; null when there is none of that name.
    [[nodiscard]] const PageFile *asset(const QByteArray &name) const;

private:
    PageFile m_frame;
    PageFile m_impressum;
    PageFile m_privacy;
    PageFile m_manifest;
    PageFile m_robots;
    QByteArray m_version;
    QHash<QByteArray, PageFile> m_assets; ///< by name
};

} // namespace gatehouse::pages
