#include "sharing_terminal.h"

#include <QJsonArray>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::e2e;
using namespace gatehouse::tests;
using namespace Qt::StringLiterals;

/// What the commands for one-time secrets show and ask on a terminal.
class SharingOnATerminalTest : public QObject, private SharingTerminal
{
    Q_OBJECT

private Q_SLOTS:
    void init() { static_cast<SharingTerminal &>(*this) = SharingTerminal(); }
    void showsProgressOnATerminalOnly();
    void asksOnATerminalWithoutEcho();
    void showsATextOnATerminalWithoutWhatSteersIt();
    void drawsACodeInColoursOfItsOwnOnATerminal();
};

void SharingOnATerminalTest::showsProgressOnATerminalOnly()
{
    write(u"large"_s, QByteArray(2 * 1024 * 1024, 'x'));
    const Outcome sent = run({u"send"_s, u"-f"_s, u"large"_s});
    QVERIFY(!(sent.output + sent.errors).contains("MiB"));
    QVERIFY(!(sent.output + sent.errors).contains('\r'));
    const Outcome watched = runOnTerminal(environment(), {u"send"_s, u"-f"_s, path(u"large"_s)}, {});
    QCOMPARE(watched.exitCode, 0);
    QVERIFY2(watched.output.contains("Sending ["), watched.output.constData());
    QVERIFY(watched.output.contains("MiB"));
    // And it is gone when the link is shown.
    QVERIFY(watched.output.lastIndexOf("\r\x1b[K") > watched.output.lastIndexOf("Sending ["));
    QVERIFY(watched.output.lastIndexOf("\r\x1b[K") < watched.output.indexOf("Secret link"));
}

void SharingOnATerminalTest::asksOnATerminalWithoutEcho()
{
    write(u"secret"_s, "swordfish");
    const Outcome sent =
        runOnTerminal(environment(), {u"send"_s, u"-p"_s, u"-f"_s, path(u"secret"_s)}, {{"Passphrase: ", "correct horse"}});
    QVERIFY2(sent.exitCode == 0, sent.output.constData());
    QVERIFY(!sent.output.contains("horse"));
    // One that nobody spoke of is asked for when the server wants it.
    const Outcome got = runOnTerminal(environment(), {u"get"_s, linkIn(sent)}, {{"passphrase: ", "correct horse"}});
    QVERIFY2(got.exitCode == 0, got.output.constData());
    QVERIFY(!got.output.contains("horse"));
    QVERIFY(got.output.endsWith("swordfish\r\n"));
    const Outcome token = runOnTerminal(environment(), {u"token"_s}, {{"admin token: ", SharingState::kAdminToken}});
    QVERIFY(token.output.contains(SharingState::kShareToken));
    QVERIFY(!token.output.contains(SharingState::kAdminToken));
}

void SharingOnATerminalTest::showsATextOnATerminalWithoutWhatSteersIt()
{
    const QString link = sendText("line one\n\x1b]0;evil\x07line\ttwo\xff");
    Outcome got = runOnTerminal(environment(), {u"get"_s, link}, {});
    QCOMPARE(got.exitCode, 0);
    got.output.replace("\r\x1b[K", ""); // of the progress line
    QVERIFY2(!got.output.contains('\x1b'), got.output.constData());
    QVERIFY(!got.output.contains('\x07'));
    QVERIFY(got.output.contains("line one\r\n"));
    QVERIFY(got.output.contains("line\ttwo"));
    QVERIFY(got.output.contains("steer the terminal"));
}

void SharingOnATerminalTest::drawsACodeInColoursOfItsOwnOnATerminal()
{
    write(u"secret"_s, "swordfish");
    const Outcome sent = runOnTerminal(environment(), {u"send"_s, u"-q"_s, u"-f"_s, path(u"secret"_s)}, {});
    QCOMPARE(sent.exitCode, 0);
    QVERIFY(sent.output.contains("\x1b[30;107m"));
}

QTEST_GUILESS_MAIN(SharingOnATerminalTest)
#include "test_sharing_on_a_terminal.moc"
