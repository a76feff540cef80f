#include "pages/page_set.h"
#include "pages/written_text.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::pages;
using namespace Qt::StringLiterals;

class PageSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutAFrameThereAreNoPages();
    void theFrameNamesThePartsByTheirVersion();
    void theVersionChangesWithAnyPart();
    void anOperatorsStyleIsAppendedAndTheirPicturesReplaceOurs();
    void ofAnOperatorsFolderOnlyKnownNamesAreServed();
    void whatAnOperatorPointsToMustBeThere_data();
    void whatAnOperatorPointsToMustBeThere();
    void aFileOfAnOperatorHasABound();
    void anOperatorsTextStandsInTheFrame();
    void textIsEscapedAndItsParagraphsKept();
    void htmlIsTakenAsItIs();

private:
    void write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] PageSet loaded(PageSource source = {}) const;
    [[nodiscard]] QString at(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void PageSetTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *folder : {"ours/assets/parts", "theirs"})
        QVERIFY(QDir(m_folder->path()).mkpath(QString::fromLatin1(folder)));
    write(u"ours/page.html"_s, "<link href=\"{{assets}}/style.css\"><main>{{content}}</main>");
    write(u"ours/manifest.json"_s, R"({"icon":"{{assets}}/icon.svg"})");
    write(u"ours/robots.txt"_s, "Disallow: /s/");
    write(u"ours/assets/style.css"_s, "ours {}");
    write(u"ours/assets/logo.svg"_s, "<svg>ours</svg>");
    write(u"ours/assets/parts/dom.js"_s, "export {};");
}

void PageSetTest::write(const QString &name, const QByteArray &content) const
{
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

PageSet PageSetTest::loaded(PageSource source) const
{
    source.folder = at(u"ours"_s);
    auto set = PageSet::load(source);
    if (!set)
        qWarning("%s", qPrintable(set.error().detail));
    return set ? *set : PageSet();
}

void PageSetTest::withoutAFrameThereAreNoPages()
{
    const auto set = PageSet::load({.folder = u":/nothing"_s});
    QVERIFY(set.has_value());
    QVERIFY(set->isEmpty());
}

void PageSetTest::theFrameNamesThePartsByTheirVersion()
{
    const PageSet set = loaded();
    const QByteArray folder = "/assets/" + set.version();
    QCOMPARE(set.frame().bytes, "<link href=\"" + folder + "/style.css\"><main></main>");
    QCOMPARE(set.manifest().bytes, "{\"icon\":\"" + folder + "/icon.svg\"}");
    QCOMPARE(set.robots().bytes, "Disallow: /s/");
    QVERIFY(set.asset("parts/dom.js") != nullptr);
    QCOMPARE(set.asset("parts/dom.js")->contentType, "text/javascript; charset=utf-8");
    QVERIFY(set.asset("../page.html") == nullptr);
    QVERIFY(set.asset("") == nullptr);
    QVERIFY(set.impressum() == nullptr);
    QVERIFY(set.privacy() == nullptr);
}

void PageSetTest::theVersionChangesWithAnyPart()
{
    const QByteArray before = loaded().version();
    QCOMPARE(loaded().version(), before);
    write(u"ours/assets/parts/dom.js"_s, "export { };");
    const QByteArray after = loaded().version();
    QVERIFY(after != before);
    write(u"theirs/style.css"_s, "theirs {}");
    QVERIFY(loaded({.customAssets = at(u"theirs"_s)}).version() != after);
}

void PageSetTest::anOperatorsStyleIsAppendedAndTheirPicturesReplaceOurs()
{
    write(u"theirs/style.css"_s, "theirs {}");
    write(u"theirs/logo.svg"_s, "<svg>theirs</svg>");
    write(u"theirs/manifest.json"_s, "{}");
    const PageSet set = loaded({.customAssets = at(u"theirs"_s)});
    QCOMPARE(set.asset("style.css")->bytes, "ours {}\ntheirs {}");
    QCOMPARE(set.asset("logo.svg")->bytes, "<svg>theirs</svg>");
    QCOMPARE(set.manifest().bytes, "{}");
}

void PageSetTest::ofAnOperatorsFolderOnlyKnownNamesAreServed()
{
    write(u"theirs/notes.txt"_s, "private");
    write(u"theirs/app.js"_s, "evil");
    const PageSet set = loaded({.customAssets = at(u"theirs"_s)});
    QVERIFY(set.asset("notes.txt") == nullptr);
    QVERIFY(set.asset("app.js") == nullptr);
}

void PageSetTest::whatAnOperatorPointsToMustBeThere_data()
{
    QTest::addColumn<PageSource>("source");
    QTest::newRow("folder") << PageSource{.folder = {}, .customAssets = u"missing"_s};
    QTest::newRow("a file for a folder") << PageSource{.folder = {}, .customAssets = u"ours/page.html"_s};
    QTest::newRow("impressum") << PageSource{.folder = {}, .impressumFile = u"missing"_s};
    QTest::newRow("privacy") << PageSource{.folder = {}, .privacyFile = u"missing"_s};
}

void PageSetTest::whatAnOperatorPointsToMustBeThere()
{
    QFETCH(PageSource, source);
    QString named;
    for (QString *path : {&source.customAssets, &source.impressumFile, &source.privacyFile}) {
        if (!path->isEmpty())
            named = *path = at(*path);
    }
    source.folder = at(u"ours"_s);
    const auto set = PageSet::load(source);
    QVERIFY(!set.has_value());
    QVERIFY2(set.error().detail.contains(named), qPrintable(set.error().detail));
}

void PageSetTest::aFileOfAnOperatorHasABound()
{
    write(u"theirs/style.css"_s, QByteArray(1024 * 1024 + 1, ' '));
    QVERIFY(!PageSet::load({.folder = at(u"ours"_s), .customAssets = at(u"theirs"_s)}).has_value());
}

void PageSetTest::anOperatorsTextStandsInTheFrame()
{
    write(u"impressum.txt"_s, "Example & Co\n");
    const PageSet set = loaded({.impressumFile = at(u"impressum.txt"_s)});
    QVERIFY(set.impressum() != nullptr);
    QVERIFY(set.impressum()->bytes.contains("<p>Example &amp; Co</p>"));
    QVERIFY(set.impressum()->bytes.contains("data-text=\"frame.imprint\""));
    QVERIFY(!set.frame().bytes.contains("Example"));
    QVERIFY(set.privacy() == nullptr);
}

void PageSetTest::textIsEscapedAndItsParagraphsKept()
{
    const QByteArray html = writtenText("Max <max@example.org>\r\nStreet 1\r\n\r\n\"Second\"", "frame.privacy");
    QVERIFY(html.contains("<p>Max &lt;max@example.org&gt;<br>\nStreet 1</p>"));
    QVERIFY(html.contains("<p>&quot;Second&quot;</p>"));
}

void PageSetTest::htmlIsTakenAsItIs()
{
    const QByteArray html = writtenText("\n<h1>Impressum</h1><p>Text</p>\n", "frame.imprint");
    QVERIFY(html.contains("<h1>Impressum</h1><p>Text</p>"));
    QVERIFY(!html.contains("data-text"));
}

QTEST_GUILESS_MAIN(PageSetTest)

#include "test_page_set.moc"
