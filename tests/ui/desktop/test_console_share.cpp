#include "client/file_archive.h"
#include "client/kept_files.h"
#include "console_driver.h"
#include "desktop/sharing/send_card.h"
#include "desktop/sharing/share_page.h"
#include "desktop/shell/workspace.h"
#include "free_port.h"
#include "test_certificates.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 20'000; ///< milliseconds, on a busy machine

} // namespace

/// Handing over and asking for secrets in the real window, with real servers.
class TestConsoleShare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void severalFilesGoAsOneSecret();
    void aSecretIsAskedForAnsweredAndCollected();
    void anAnswerForAnotherKeyIsSaidAndNotShown();
    void theKeyToAnAnswerCanBeSaved();
    void aRequestThatIsNotThereAnyMoreIsSaidToHaveExpired();
    void aLinkThatAsksIsNoSecret();
    void aLinkOfAnotherServerIsOpenedWhenThatIsAgreedTo();
    void aServerThatNobodyVouchesForGetsNothing();

private:
    [[nodiscard]] desktop::SharePage *page() const
    {
        return qobject_cast<desktop::SharePage *>(m_console->workspace()->currentPage());
    }
    void press(const QString &button) const { QTest::mouseClick(m_console->button(button), Qt::LeftButton); }
    /// Asks for `note` with the window, and gives the link.
    [[nodiscard]] QString askFor(const QString &note);
    /// Answers as somebody elsewhere does.
    void answer(const QString &link, const QByteArray &text) const;
    void enterLink(const QString &link) const;
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] std::unique_ptr<client::ApiClient> api(const QUrl &server, const client::TlsTrust &trust = {}) const
    {
        return std::move(*client::ApiClient::make(server, trust));
    }

    std::unique_ptr<tests::ConsoleDriver> m_console;
    QTemporaryDir m_folder;
    TestCertificates m_certificates;
};

void TestConsoleShare::initTestCase()
{
    m_console = std::make_unique<tests::ConsoleDriver>();
    m_console->open();
    QVERIFY(m_console->arrive());
    m_console->go(u"share"_s);
}

void TestConsoleShare::severalFilesGoAsOneSecret()
{
    QStringList paths;
    for (const QString &name : {u"kerze.txt"_s, u"Schlüssel.pem"_s, u"not this one"_s}) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("content of " + name.toUtf8());
        paths.append(file.fileName());
    }
    auto *const card = m_console->window().findChild<desktop::SendCard *>();
    card->addFiles(paths);
    auto *const files = m_console->find<QListWidget>(u"Files to send"_s);
    QCOMPARE(files->count(), 3);
    QVERIFY(!m_console->find<QPlainTextEdit>(u"Text to send"_s)); // one or the other
    files->setCurrentRow(2);
    QTest::keyClick(files, Qt::Key_Return);
    QCOMPARE(files->count(), 2);
    m_console->picture(u"share-files"_s);
    press(u"Make the link"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->find<QLineEdit>(u"Link to the secret"_s), kPatience);
    QCOMPARE(page()->model().sent().front().what, u"2 files"_s);

    Result<client::SecretLink> link = client::SecretLink::parse(m_console->find<QLineEdit>(u"Link to the secret"_s)->text());
    QVERIFY(link && link->key);
    const auto own = api(link->server);
    client::SharingClient sharing(*own);
    const auto payload = QCoro::waitFor(client::receiveSecret(sharing, std::move(*link), {}));
    QVERIFY2(payload, payload ? "" : qPrintable(payload.error().detail));
    QCOMPARE(payload->filename, u"files.zip"_s);
    const auto archive = client::ArchiveReader::open(payload->data.view());
    QVERIFY(archive);
    QCOMPARE(archive->files().size(), 2U);
    QCOMPARE(archive->files().at(1).name, u"Schlüssel.pem"_s);
    QCOMPARE(archive->read(archive->files().at(1))->view().toByteArray(), QByteArray("content of Schlüssel.pem"));
}

QString TestConsoleShare::askFor(const QString &note)
{
    if (!m_console->find<QLineEdit>(u"What is asked for"_s))
        press(u"Ask for one"_s);
    const std::size_t before = page()->requests().asked().size();
    auto *const entry = m_console->find<QLineEdit>(u"What is asked for"_s);
    entry->setText(note);
    QTest::keyClick(entry, Qt::Key_Return);
    (void)QTest::qWaitFor([&] { return page()->requests().asked().size() > before; }, kPatience);
    return m_console->find<QLineEdit>(u"Link for the answer"_s)->text();
}

void TestConsoleShare::answer(const QString &text, const QByteArray &secret) const
{
    const Result<client::RequestLink> link = client::RequestLink::parse(text);
    QVERIFY(link);
    const auto other = api(link->server); // which has no token
    client::SharingClient sharing(*other);
    const auto request = QCoro::waitFor(client::openRequest(sharing, *link));
    QVERIFY2(request, request ? "" : qPrintable(request.error().detail));
    const auto answered = QCoro::waitFor(client::answerRequest(sharing, *link, *request, {SecretBytes(secret), std::nullopt}));
    QVERIFY2(answered, answered ? "" : qPrintable(answered.error().detail));
}

QString TestConsoleShare::shownText() const
{
    auto *const text = m_console->find<QPlainTextEdit>(u"What was received"_s);
    return text ? text->toPlainText() : QString();
}

void TestConsoleShare::aSecretIsAskedForAnsweredAndCollected()
{
    const QString link = askFor(u"The password of the mail server"_s);
    QVERIFY(link.contains(u"/r/"_s) && link.contains(u'#'));
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"Not answered"_s), kPatience);
    QVERIFY(!m_console->button(u"Collect “The password of the mail server”"_s));
    m_console->picture(u"share-asked"_s);
    answer(link, "Tr0ub4dor&3 äöü");
    page()->requests().readStates();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->button(u"Collect “The password of the mail server”"_s), kPatience);
    m_console->picture(u"share-answered"_s);
    press(u"Collect “The password of the mail server”"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!shownText().isEmpty(), kPatience);
    QVERIFY(!shownText().contains(u"Tr0ub4dor"_s)); // masked
    press(u"Show"_s);
    QCOMPARE(shownText(), u"Tr0ub4dor&3 äöü"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"Collected"_s), kPatience);
    QVERIFY(!m_console->button(u"Collect “The password of the mail server”"_s)); // it works once
    m_console->picture(u"share-collected"_s);
    press(u"Forget it"_s);
    QVERIFY(shownText().isEmpty());
}

void TestConsoleShare::anAnswerForAnotherKeyIsSaidAndNotShown()
{
    const Result<client::RequestLink> link = client::RequestLink::parse(askFor(u"A key"_s));
    QVERIFY(link);
    // As if the server had put in its own key, and the one who answers did not look.
    const auto wrong = client::RequestKey::generate();
    const auto sealed = client::sealAnswer(wrong->publicPoint(), link->id, "not for this console");
    const auto other = api(link->server);
    client::SharingClient sharing(*other);
    QVERIFY(QCoro::waitFor(sharing.answer(link->id, *sealed)));
    page()->requests().readStates();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->button(u"Collect “A key”"_s), kPatience);
    press(u"Collect “A key”"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_console->button(u"Collect “A key”"_s), kPatience);
    QVERIFY(shownText().isEmpty());
}

void TestConsoleShare::theKeyToAnAnswerCanBeSaved()
{
    const QString link = askFor(u"Kept for later"_s);
    const QByteArray id = page()->requests().asked().front().id;
    const QString path = m_folder.filePath(u"key.json"_s);
    page()->saveKey(id, path);
    QVERIFY(m_console->shows(u"gatehouse collect"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
    const auto kept = client::KeptRequest::fromFile(file.readAll());
    QVERIFY(kept);
    answer(link, "in time");
    const auto other = api(kept->server);
    client::SharingClient sharing(*other);
    const auto payload =
        QCoro::waitFor(client::collectAnswer(sharing, kept->id, kept->key, kept->collectToken.view().toByteArray()));
    QVERIFY(payload);
    QCOMPARE(payload->data.view().toByteArray(), QByteArray("in time"));
    page()->requests().readStates();
    QTRY_VERIFY_WITH_TIMEOUT(!page()->requests().keyFile(id), kPatience); // collected elsewhere: a key to nothing
}

void TestConsoleShare::aRequestThatIsNotThereAnyMoreIsSaidToHaveExpired()
{
    bool made = false;
    page()->requests().ask(u"In a hurry"_s, 1s, [&made](const Result<QString> &link) { made = link.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(made, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(
        (page()->requests().readStates(), page()->requests().asked().front().state == desktop::RequestModel::State::Expired),
        kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->shows(u"Expired"_s), kPatience);
}

void TestConsoleShare::enterLink(const QString &link) const
{
    auto *const entry = m_console->find<QLineEdit>(u"Link to open"_s);
    entry->setText(link);
    QTest::keyClick(entry, Qt::Key_Return);
}

void TestConsoleShare::aLinkThatAsksIsNoSecret()
{
    enterLink(askFor(u"Something"_s));
    QVERIFY(m_console->shows(u"somebody asks you"_s));
}

void TestConsoleShare::aLinkOfAnotherServerIsOpenedWhenThatIsAgreedTo()
{
    const quint16 port = tests::freePort();
    embedded::EmbeddedServer other({u"--data-dir"_s, m_folder.filePath(u"other"_s), u"--http-port"_s, QString::number(port)},
                                   m_console->logger());
    other.start();
    QTRY_COMPARE_WITH_TIMEOUT(other.state(), desktop::LocalServer::State::Running, kPatience);
    client::AdminSession maker(api(other.url()));
    maker.createAdministrator(u"admin"_s, SecretBytes(tests::ConsoleDriver::kPassword));
    QTRY_COMPARE_WITH_TIMEOUT(maker.state(), client::AdminSession::State::SignedIn, kPatience);
    client::SharingClient sharing(maker.api());
    const auto sent = QCoro::waitFor(
        client::sendSecret(sharing, {SecretBytes("from elsewhere"), std::nullopt}, {.expiresIn = 1h}, maker.bearer()));
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
    enterLink(sent->link.toText());
    QVERIFY(m_console->shows(u"leads to 127.0.0.1:%1"_s.arg(port)));
    QVERIFY(m_console->shows(u"not to the server you are at"_s));
    m_console->picture(u"share-elsewhere"_s);
    QTest::qWait(50);
    QVERIFY(shownText().isEmpty()); // nothing was asked yet
    press(u"Open it there"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!shownText().isEmpty(), kPatience);
    press(u"Show"_s);
    QCOMPARE(shownText(), u"from elsewhere"_s);
    press(u"Forget it"_s);
}

void TestConsoleShare::aServerThatNobodyVouchesForGetsNothing()
{
    const quint16 port = tests::freePort();
    const http::TlsFiles files = m_certificates.selfSigned(u"other"_s);
    embedded::EmbeddedServer other({u"--data-dir"_s, m_folder.filePath(u"tls"_s), u"--http-port"_s, QString::number(port),
                                    u"--tls-certificate"_s, files.certificate, u"--tls-key"_s, files.key},
                                   m_console->logger());
    other.start();
    QTRY_COMPARE_WITH_TIMEOUT(other.state(), desktop::LocalServer::State::Running, kPatience);
    client::AdminSession maker(api(other.url(), {.caFile = {}, .insecure = true}));
    maker.createAdministrator(u"admin"_s, SecretBytes(tests::ConsoleDriver::kPassword));
    QTRY_COMPARE_WITH_TIMEOUT(maker.state(), client::AdminSession::State::SignedIn, kPatience);
    client::SharingClient sharing(maker.api());
    const auto sent = QCoro::waitFor(client::sendSecret(sharing, {SecretBytes("over TLS"), std::nullopt},
                                                        {.expiresIn = 1h, .restrictions = {}, .receipt = true}, maker.bearer()));
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
    enterLink(sent->link.toText());
    press(u"Open it there"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->button(u"Open"_s)->isEnabled(), kPatience);
    QVERIFY(shownText().isEmpty());
    const auto receipt = QCoro::waitFor(sharing.receipt(sent->link.id, sent->receiptToken));
    QVERIFY(receipt);
    QCOMPARE(receipt->state, u"waiting"_s); // it is still there for who deserves it

    // One that this console knows by its certificate may be asked.
    QFile certificate(files.certificate);
    QVERIFY(certificate.open(QIODevice::ReadOnly));
    const QByteArray pin = QSslCertificate(certificate.readAll()).digest(QCryptographicHash::Sha256);
    {
        desktop::ProfileStore profiles(m_console->preferences());
        profiles.save({.name = u"Staging"_s, .url = other.url(), .pin = pin});
    }
    m_console->open(); // which reads the profiles
    QVERIFY(m_console->signIn());
    m_console->go(u"share"_s);
    enterLink(sent->link.toText());
    QVERIFY(m_console->shows(u"your server “Staging”"_s));
    press(u"Open it there"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!shownText().isEmpty(), kPatience);
    press(u"Show"_s);
    QCOMPARE(shownText(), u"over TLS"_s);
}

QTEST_MAIN(TestConsoleShare)
#include "test_console_share.moc"
