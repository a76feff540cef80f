#include "sharing_terminal.h"

#include <QJsonArray>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::e2e;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;

/// `gatehouse send` and `get`, as they are run.
class SharingCommandsTest : public QObject, private SharingTerminal
{
    Q_OBJECT

private Q_SLOTS:
    void init() { static_cast<SharingTerminal &>(*this) = SharingTerminal(); }
    void handsOverStandardInput();
    void takesTheFirstLinkOnStandardInput();
    void handsOverAFile();
    void handsOverBytesAsTheyAre();
    void handsOverSeveralFilesAsAnArchive();
    void extractsAnArchive();
    void savesAnArchiveThatItDoesNotExtract();
    void keepsTheKeyApart();
    void writesOverNothing();
    void writesNowhereElse();
    void looksAtTheFolderBeforeItTakes();
    void losesNothingThatCannotGoWhereItWasToGo();
    void namesOfResourcesAreNamesOfFiles();
    void saysWhoMayTakeIt();
    void takesHakanaisVariables();
    void asksForAPassphrase();
    void takesNoSecretFromTheCommandLine_data();
    void takesNoSecretFromTheCommandLine();
    void refusesWhatContradictsItself_data();
    void refusesWhatContradictsItself();
    void endsAsHakanaiDocuments_data();
    void endsAsHakanaiDocuments();
    void printsNothingThatSteersATerminal();
    void drawsACode();
};

void SharingCommandsTest::handsOverStandardInput()
{
    const Outcome sent = run({u"send"_s}, "swordfish\nand more");
    QVERIFY2(sent.exitCode == 0, sent.errors.constData());
    QVERIFY2(sent.output.startsWith("Secret sent successfully!\n\nSecret link: " + m_server->address().toUtf8() + "/s/"),
             sent.output.constData());
    QVERIFY(sent.errors.contains("no token"));
    QCOMPARE(lastBody().value("expires_in"_L1).toInteger(), 86400);
    QVERIFY(m_server->state().last().headers.value("user-agent").startsWith("gatehouse/"));
    const Outcome got = run({u"get"_s, linkIn(sent)});
    QVERIFY2(got.exitCode == 0, got.errors.constData());
    QCOMPARE(got.output, "swordfish\nand more");
    QVERIFY(got.errors.isEmpty());
    const Outcome again = run({u"get"_s, linkIn(sent)});
    QCOMPARE(again.exitCode, 3);
    QVERIFY(again.output.isEmpty());
    QVERIFY(again.errors.contains("taken already"));
    QVERIFY(files().isEmpty());
    // The link may come as the secret does.
    const Outcome piped = run({u"get"_s}, sendText("sailfish").toUtf8() + '\n');
    QCOMPARE(piped.output, "sailfish");
}

void SharingCommandsTest::takesTheFirstLinkOnStandardInput()
{
    // As `send … > link.txt` and `get < link.txt` have it.
    const Outcome sent = run({u"send"_s}, "swordfish");
    QCOMPARE(run({u"get"_s}, sent.output).output, "swordfish");
    const QByteArray mail =
        "Hello,\nsee https://example.com/why\n\nit is at: " + sendText("sailfish").toUtf8() + " - take care\n";
    QCOMPARE(run({u"get"_s}, mail).output, "sailfish");
    QCOMPARE(run({u"get"_s}, run({u"send"_s, u"--json"_s}, "starfish").output).output, "starfish");
    // What comes after the link's line is for who is asked next.
    const Outcome apart = run({u"send"_s, u"--separate-key"_s}, "stonefish");
    const QByteArray key = apart.output.sliced(apart.output.indexOf("Key:") + 4).trimmed();
    QCOMPARE(run({u"get"_s, u"--ask-key"_s}, "link:\n" + linkIn(apart).toUtf8() + '\n' + key + '\n').output, "stonefish");
    const Outcome none = run({u"get"_s}, "no link\nat all\n");
    QCOMPARE(none.exitCode, 2);
    QVERIFY2(none.errors.contains("a link begins with https://"), none.errors.constData());
    const Outcome cut = run({u"get"_s}, "Secret link: " + sendText("x").chopped(3).toUtf8() + '\n');
    QCOMPARE(cut.exitCode, 2);
    QVERIFY2(cut.errors.contains("copied whole"), cut.errors.constData());
}

void SharingCommandsTest::handsOverAFile()
{
    write(u"report.txt"_s, "a text in a file");
    // A text in a file is a text; what it is called goes along only when asked for.
    QCOMPARE(run({u"get"_s, linkIn(run({u"send"_s, u"-f"_s, u"report.txt"_s}))}).output, "a text in a file");
    const QString link = linkIn(run({u"send"_s, u"--file"_s, path(u"report.txt"_s), u"-a"_s, u"--ttl"_s, u"1h 30m"_s}));
    QCOMPARE(lastBody().value("expires_in"_L1).toInteger(), 5400);
    QVERIFY(QDir(m_folder->path()).mkdir(u"in"_s));
    const Outcome got = run({u"get"_s, link, u"-o"_s, u"in"_s});
    QVERIFY2(got.exitCode == 0, got.errors.constData());
    QCOMPARE(got.output, "Saved to: in/report.txt\n");
    QCOMPARE(content(u"in/report.txt"_s), "a text in a file");
    QCOMPARE(QFileInfo(path(u"in/report.txt"_s)).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    const QString named = linkIn(run({u"send"_s, u"--as-file"_s, u"--filename"_s, u"other.txt"_s}, "x"));
    QCOMPARE(run({u"get"_s, named, u"--filename"_s, u"mine.txt"_s}).exitCode, 0);
    QCOMPARE(content(u"mine.txt"_s), "x");
}

void SharingCommandsTest::handsOverBytesAsTheyAre()
{
    QByteArray bytes;
    for (int i = 0; i < 3 * 1024 * 1024; ++i)
        bytes.append(static_cast<char>(i * 31 >> 3));
    write(u"all.bin"_s, bytes);
    const Outcome sent = run({u"send"_s, u"-f"_s, u"all.bin"_s});
    QVERIFY(sent.errors.contains("no text"));
    const Outcome got = run({u"get"_s, linkIn(sent), u"--to-stdout"_s});
    QVERIFY2(got.exitCode == 0, got.errors.constData());
    QVERIFY(got.output == bytes);
    QCOMPARE(run({u"get"_s, sendText(QByteArray("\0\xff\n", 3))}).output, QByteArray("\0\xff\n", 3));
}

void SharingCommandsTest::handsOverSeveralFilesAsAnArchive()
{
    write(u"a.txt"_s, "first");
    write(u"b.bin"_s, QByteArray(100'000, '\0'));
    const Outcome sent = run({u"send"_s, u"-f"_s, u"a.txt"_s, u"--file=b.bin"_s});
    QVERIFY2(sent.exitCode == 0, sent.errors.constData());
    QVERIFY(QDir(m_folder->path()).mkdir(u"in"_s));
    const Outcome got = run({u"get"_s, linkIn(sent), u"-o"_s, u"in"_s});
    QVERIFY2(got.exitCode == 0, got.errors.constData());
    const QStringList names = QDir(path(u"in"_s)).entryList(QDir::Files);
    QCOMPARE(names.size(), 1);
    QVERIFY(QRegularExpression(u"^[0-9]+\\.zip$"_s).match(names.first()).hasMatch());
    QVERIFY(content(u"in/"_s + names.first()).startsWith("PK\x03\x04"));
    QCOMPARE(run({u"send"_s, u"-f"_s, u"a.txt"_s, u"-f"_s, u"in/../a.txt"_s}).exitCode, 1);
}

void SharingCommandsTest::extractsAnArchive()
{
    write(u"a.txt"_s, "first");
    write(u"b.txt"_s, "second");
    const QString link = linkIn(run({u"send"_s, u"-f"_s, u"a.txt"_s, u"-f"_s, u"b.txt"_s}));
    write(u"b.txt"_s, "another");
    QVERIFY(QFile::remove(path(u"a.txt"_s)));
    const Outcome got = run({u"get"_s, link, u"--extract"_s});
    QVERIFY2(got.exitCode == 0, got.errors.constData());
    QCOMPARE(content(u"a.txt"_s), "first");
    QCOMPARE(content(u"b.txt"_s), "another");
    const QStringList beside = QDir(m_folder->path()).entryList({u"b.txt.*"_s});
    QCOMPARE(beside.size(), 1);
    QCOMPARE(content(beside.first()), "second");
    QVERIFY(got.errors.contains("b.txt already"));
}

void SharingCommandsTest::savesAnArchiveThatItDoesNotExtract()
{
    write(u"fake.zip"_s, QByteArray("PK\x03\x04 is not enough\0", 19));
    const QString link = linkIn(run({u"send"_s, u"-f"_s, u"fake.zip"_s}));
    QVERIFY(QDir(m_folder->path()).mkdir(u"in"_s));
    const Outcome got = run({u"get"_s, link, u"-e"_s, u"-o"_s, u"in"_s});
    QVERIFY(got.exitCode != 0);
    QVERIFY(got.errors.contains("not unpacked"));
    QCOMPARE(content(u"in/fake.zip"_s), content(u"fake.zip"_s));
}

void SharingCommandsTest::keepsTheKeyApart()
{
    const Outcome sent = run({u"send"_s, u"--separate-key"_s}, "swordfish");
    const QString link = linkIn(sent);
    QVERIFY(!link.contains(u'#'));
    const QString key = QString::fromUtf8(sent.output).section(u"Key:"_s, 1).trimmed();
    QCOMPARE(key.size(), 43 + 1 + 22);
    QCOMPARE(run({u"get"_s, link}).exitCode, 2);
    QCOMPARE(run({u"get"_s, link + u'#' + key, u"--key"_s, key}).exitCode, 2);
    QCOMPARE(m_server->state().seen().size(), 1);
    QCOMPARE(run({u"get"_s, link, u"--ask-key"_s}, key.toUtf8() + '\n').output, "swordfish");
    const Outcome json = run({u"send"_s, u"--separate-key"_s, u"--json"_s}, "sailfish");
    const QJsonObject parts = QJsonDocument::fromJson(json.output).object();
    QCOMPARE(run({u"get"_s, parts.value("link"_L1).toString(), u"--key="_s + parts.value("key"_L1).toString()}).output,
             "sailfish");
}

void SharingCommandsTest::writesOverNothing()
{
    write(u"a.txt"_s, "mine");
    const QString link = linkIn(run({u"send"_s, u"-a"_s, u"--filename"_s, u"a.txt"_s}, "theirs"));
    const Outcome got = run({u"get"_s, link});
    QCOMPARE(got.exitCode, 0);
    QVERIFY(got.errors.contains("a.txt already"));
    QCOMPARE(content(u"a.txt"_s), "mine");
    QCOMPARE(files().size(), 2);
}

void SharingCommandsTest::writesNowhereElse()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"in"_s));
    for (const QString &name : {u"../../evil"_s, path(u"evil"_s), u"..\\evil"_s, u".bashrc"_s, u".."_s, u"a\x1b[2Jb"_s}) {
        const QString link = linkIn(run({u"send"_s, u"-a"_s, u"--filename="_s + name}, "x"));
        const Outcome got = run({u"get"_s, link, u"-o"_s, u"in"_s});
        QVERIFY2(got.exitCode == 0, got.errors.constData());
        QVERIFY(!(got.output + got.errors).contains('\x1b'));
    }
    QCOMPARE(files(), QStringList{u"in"_s});
    const QStringList inside = QDir(path(u"in"_s)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    QCOMPARE(inside.size(), 6);
    QVERIFY(inside.contains(u"_.bashrc"_s));
    QVERIFY(inside.contains(u"secret"_s));
    QVERIFY(!inside.contains(u".bashrc"_s));
}

void SharingCommandsTest::looksAtTheFolderBeforeItTakes()
{
    const QString link = sendText("swordfish");
    write(u"file"_s, "x");
    QCOMPARE(run({u"get"_s, link, u"-o"_s, u"nowhere"_s}).exitCode, 2);
    QCOMPARE(run({u"get"_s, link, u"-o"_s, u"file"_s}).exitCode, 2);
    QCOMPARE(run({u"get"_s, link, u"-f"_s, u"nowhere/a.txt"_s}).exitCode, 2);
    QVERIFY(QDir(m_folder->path()).mkdir(u"in"_s));
    QCOMPARE(run({u"get"_s, link, u"-f"_s, u"in"_s}).exitCode, 2);
    QCOMPARE(run({u"get"_s, link}).output, "swordfish");
}

void SharingCommandsTest::losesNothingThatCannotGoWhereItWasToGo()
{
    QProcess full;
    full.setProcessEnvironment(environment());
    full.setWorkingDirectory(m_folder->path());
    full.setStandardOutputFile(u"/dev/full"_s);
    full.start(gatehouseProgram(), {u"get"_s, sendText("swordfish")});
    QVERIFY(full.waitForFinished());
    QCOMPARE(full.exitCode(), 1);
    const QByteArray told = full.readAllStandardError();
    QVERIFY2(told.contains("it was saved to " + m_folder->path().toUtf8() + "/secret"), told.constData());
    QCOMPARE(content(u"secret"_s), "swordfish");
    QCOMPARE(QFile(path(u"secret"_s)).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void SharingCommandsTest::namesOfResourcesAreNamesOfFiles()
{
    const QString link = linkIn(run({u"send"_s, u"-a"_s, u"--filename=:/icons/a"_s}, "x"));
    QCOMPARE(run({u"get"_s, link}).exitCode, 0);
    QCOMPARE(content(u"a"_s), "x");
    const QString colon = linkIn(run({u"send"_s, u"-a"_s, u"--filename=:b"_s}, "y"));
    QCOMPARE(run({u"get"_s, colon}).exitCode, 0);
    QCOMPARE(content(u"_:b"_s), "y");
    const QString own = linkIn(run({u"send"_s}, "z"));
    QCOMPARE(run({u"get"_s, own, u"-f"_s, u":c"_s}).exitCode, 0);
    QVERIFY(QFile::exists(path(QString()) + u"/:c"_s));
}

void SharingCommandsTest::saysWhoMayTakeIt()
{
    const Outcome sent = run({u"send"_s, u"--allow-ip"_s, u"192.0.2.0/24,2001:db8::1"_s, u"--allow-ip=198.51.100.7"_s,
                              u"--allow-country"_s, u"de"_s, u"--allow-asn"_s, u"AS64496,64497"_s},
                             "x");
    QVERIFY2(sent.exitCode == 0, sent.errors.constData());
    const QJsonObject restrictions = lastBody().value("restrictions"_L1).toObject();
    QCOMPARE(restrictions.value("allowed_ips"_L1).toArray(),
             (QJsonArray{u"192.0.2.0/24"_s, u"2001:db8::1"_s, u"198.51.100.7"_s}));
    QCOMPARE(restrictions.value("allowed_countries"_L1).toArray(), QJsonArray{u"DE"_s});
    QCOMPARE(restrictions.value("allowed_asns"_L1).toArray(), (QJsonArray{64496, 64497}));
    QVERIFY(sent.errors.contains("192.0.2.0/24, 2001:db8::1, 198.51.100.7"));
    QCOMPARE(run({u"get"_s, linkIn(sent)}).exitCode, 4);
    for (const QStringList &wrong : {QStringList{u"--allow-ip"_s, u"192.0.2.0/33"_s}, QStringList{u"--allow-country"_s, u"DEU"_s},
                                     QStringList{u"--allow-asn"_s, u"x"_s}, QStringList{u"--ttl"_s, u"0s"_s}})
        QCOMPARE(run(QStringList{u"send"_s} + wrong, "x").exitCode, 2);
}

void SharingCommandsTest::takesHakanaisVariables()
{
    m_server->state().requireToken(true);
    m_variables = {{u"HAKANAI_TTL"_s, u"7d"_s},
                   {u"HAKANAI_TOKEN"_s, QString::fromLatin1(SharingState::kShareToken)},
                   {u"HAKANAI_ALLOWED_COUNTRIES"_s, u"DE,FR"_s},
                   {u"HAKANAI_REQUIRE_PASSPHRASE"_s, u"correct horse"_s},
                   {u"HAKANAI_QR_CODE"_s, u"true"_s}};
    const Outcome sent = run({u"send"_s}, "swordfish");
    QVERIFY2(sent.exitCode == 0, sent.errors.constData());
    QVERIFY(!sent.errors.contains("no token"));
    QVERIFY(QString::fromUtf8(sent.output).contains(u'\u2588'));
    QCOMPARE(lastBody().value("expires_in"_L1).toInteger(), 604800);
    QCOMPARE(lastBody().value("restrictions"_L1).toObject().value("allowed_countries"_L1).toArray().size(), 2);
    QVERIFY(lastBody().value("restrictions"_L1).toObject().contains("passphrase_hash"_L1));
    QVERIFY(!m_server->state().last().body.contains("correct horse"));

    m_variables = {{u"HAKANAI_PASSPHRASE"_s, u"correct horse"_s}, {u"HAKANAI_TO_STDOUT"_s, u"1"_s}};
    QCOMPARE(run({u"get"_s, linkIn(sent)}).output, "swordfish");
    // A flag counts for more than a variable; a file for more than HAKANAI_TOKEN.
    m_variables = {{u"HAKANAI_TOKEN"_s, u"wrong"_s}, {u"HAKANAI_TTL"_s, u"7d"_s}, {u"HAKANAI_QR_CODE"_s, u"false"_s}};
    write(u"token"_s, QByteArray(SharingState::kShareToken) + "\n");
    const Outcome again = run({u"send"_s, u"--ttl"_s, u"5m"_s, u"--token-file"_s, u"token"_s}, "x");
    QVERIFY2(again.exitCode == 0, again.errors.constData());
    QCOMPARE(lastBody().value("expires_in"_L1).toInteger(), 300);
    QVERIFY(!QString::fromUtf8(again.output).contains(u'\u2588'));
    QCOMPARE(run({u"send"_s}, "x").exitCode, 2);
    QCOMPARE(run({u"send"_s, u"--token-file"_s, u"none"_s}, "x").exitCode, 2);
}

void SharingCommandsTest::asksForAPassphrase()
{
    write(u"word"_s, "correct horse\n");
    const QString link = sendText("swordfish", {u"--passphrase-file"_s, u"word"_s});
    QCOMPARE(run({u"get"_s, link}).exitCode, 2);
    QCOMPARE(run({u"get"_s, link, u"--ask-passphrase"_s}, "wrong\n").exitCode, 2);
    QCOMPARE(run({u"get"_s, link, u"--ask-passphrase"_s}, "correct horse\n").output, "swordfish");
    // Standard input is the secret, and cannot be the passphrase as well.
    QCOMPARE(run({u"send"_s, u"--require-passphrase"_s}, "swordfish").exitCode, 2);
    write(u"secret"_s, "swordfish");
    const QString asked = linkIn(run({u"send"_s, u"-p"_s, u"-f"_s, u"secret"_s}, "correct horse\n"));
    QCOMPARE(run({u"get"_s, asked, u"--passphrase-file"_s, u"word"_s}).output, "swordfish");
    write(u"short"_s, " 1234567 ");
    QCOMPARE(run({u"send"_s, u"--passphrase-file"_s, u"short"_s}, "x").exitCode, 2);
}

void SharingCommandsTest::takesNoSecretFromTheCommandLine_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("the secret") << QStringList{u"send"_s, u"swordfish"_s};
    QTest::newRow("the passphrase for sending") << QStringList{u"send"_s, u"--require-passphrase"_s, u"swordfish"_s};
    QTest::newRow("and behind =") << QStringList{u"send"_s, u"--require-passphrase=swordfish"_s};
    QTest::newRow("the passphrase for getting") << QStringList{u"get"_s, u"--passphrase"_s, u"swordfish"_s};
    QTest::newRow("the short one") << QStringList{u"get"_s, u"-p"_s, u"swordfish"_s};
    QTest::newRow("a token") << QStringList{u"send"_s, u"--token"_s, u"swordfish"_s};
    QTest::newRow("an admin token") << QStringList{u"token"_s, u"swordfish"_s};
}

void SharingCommandsTest::takesNoSecretFromTheCommandLine()
{
    QFETCH(QStringList, words);
    const Outcome outcome = run(words, "x");
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(m_server->state().seen().isEmpty());
    QVERIFY2(!(outcome.output + outcome.errors).contains("swordfish"), outcome.errors.constData());
}

void SharingCommandsTest::refusesWhatContradictsItself_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::newRow("extract to a file") << QStringList{u"--extract"_s, u"--filename"_s, u"a"_s};
    QTest::newRow("show and save") << QStringList{u"--to-stdout"_s, u"--filename"_s, u"a"_s};
    QTest::newRow("show and extract") << QStringList{u"--to-stdout"_s, u"--extract"_s};
    QTest::newRow("show in a folder") << QStringList{u"--to-stdout"_s, u"--output-dir"_s, u"."_s};
    QTest::newRow("two keys") << QStringList{u"--key"_s, u"x"_s, u"--ask-key"_s};
    QTest::newRow("no such option") << QStringList{u"--verbose"_s};
}

void SharingCommandsTest::refusesWhatContradictsItself()
{
    QFETCH(QStringList, flags);
    const QString link = sendText("swordfish");
    QCOMPARE(run(QStringList{u"get"_s, link} + flags).exitCode, 2);
    QCOMPARE(run({u"get"_s, link}).output, "swordfish");
}

void SharingCommandsTest::endsAsHakanaiDocuments_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("no credential") << 401 << 2;
    QTest::newRow("denied") << 403 << 4;
    QTest::newRow("unknown") << 404 << 3;
    QTest::newRow("gone") << 410 << 3;
    QTest::newRow("too often") << 429 << 1;
    QTest::newRow("broken") << 500 << 1;
    QTest::newRow("away") << 0 << 1;
}

void SharingCommandsTest::endsAsHakanaiDocuments()
{
    QFETCH(int, status);
    QString link = sendText("swordfish");
    if (status == 0)
        link.replace(m_server->address(), u"http://127.0.0.1:%1"_s.arg(freePort()));
    else
        m_server->state().answerNext(http::problem(status, u"why"_s, "/", "01KAHV3R8J0000000000000000"));
    const Outcome outcome = run({u"get"_s, link});
    QTEST(outcome.exitCode, "exitCode");
    QVERIFY(outcome.output.isEmpty());
    QVERIFY(outcome.errors.startsWith("gatehouse: "));
    QVERIFY2(status != 0 || outcome.errors.startsWith("gatehouse: no answer from http://127.0.0.1:"), outcome.errors.constData());
}

void SharingCommandsTest::printsNothingThatSteersATerminal()
{
    m_server->state().answerNext(http::problem(500, u"\x1b]0;evil\x07"_s, "/", "01KAHV3R8J0000000000000000"));
    const Outcome outcome = run({u"send"_s}, "x");
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.errors.contains("evil"));
    QVERIFY(!outcome.errors.contains('\x1b'));
}

void SharingCommandsTest::drawsACode()
{
    const Outcome sent = run({u"send"_s, u"--qr-code"_s}, "x");
    QCOMPARE(sent.exitCode, 0);
    QVERIFY(QString::fromUtf8(sent.output).count(u'\n') > 20);
    QVERIFY(!sent.output.contains('\x1b'));
}

QTEST_GUILESS_MAIN(SharingCommandsTest)
#include "test_sharing_commands.moc"
