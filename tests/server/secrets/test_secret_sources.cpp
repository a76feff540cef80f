#include "config/settings.h"
#include "secrets/environment_source.h"
#include "secrets/secret_chain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

#include <sys/stat.h>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::secrets;
using namespace Qt::StringLiterals;

/// The places secrets are read from, and which of them wins. The keychain has a test of its own.
class TestSecretSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aVariableIsOverwrittenOnceRead();
    void theFirstSourceThatHasItWins();
    void theMoreSpecificNameWins();
    void readsCredentialsByEitherName();
    void trimsOneLineEnd_data();
    void trimsOneLineEnd();
    void warnsOfAFileThatOthersCanRead();
    void refusesAFileThatCannotBeASecret_data();
    void refusesAFileThatCannotBeASecret();
    void errorsNameTheFileAndNoContent();
    void anErrorIsNotPassedOver();
    void takesThePassphraseFromWhereSecretsComeFrom();
    void asksForThePassphraseOnlyWhenThereIsAFile();

private:
    QString write(const QString &name, const QByteArray &content,
                  QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.setPermissions(permissions))
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }
    Result<SecretChain> open(const std::function<Result<SecretBytes>()> &ask = {})
    {
        config::Settings settings;
        settings.app.dataDir = m_folder->path();
        return SecretChain::open(settings, EnvironmentSource::takeFromProcess(), m_clock, ask);
    }
    QByteArray value(const char *name, QString *source = nullptr)
    {
        auto chain = open();
        auto found = chain ? chain->find(name) : std::unexpected(chain.error());
        if (!found || !*found)
            return {};
        if (source != nullptr)
            *source = (*found)->source;
        return (*found)->value.view().toByteArray();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    const SystemClock m_clock;
};

void TestSecretSources::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSecretSources::cleanup()
{
    for (const KnownSecret &secret : secretCatalogue()) {
        for (const QByteArray &name : secret.names()) {
            qunsetenv(name.constData());
            qunsetenv((name + "_FILE").constData());
        }
    }
    qunsetenv("CREDENTIALS_DIRECTORY");
}

void TestSecretSources::aVariableIsOverwrittenOnceRead()
{
    qputenv("JWT_SECRET", "hunter2-hunter2");
    const char *where = std::getenv("JWT_SECRET");
    const auto source = EnvironmentSource::takeFromProcess();
    QVERIFY(std::getenv("JWT_SECRET") == nullptr);
    QCOMPARE(QByteArray(where, 15), QByteArray(15, '\0'));
    QCOMPARE((*source->find(*findKnownSecret("JWT_SECRET")))->value.view(), "hunter2-hunter2");
}

void TestSecretSources::theFirstSourceThatHasItWins()
{
    QString source;
    qputenv("CREDENTIALS_DIRECTORY", m_folder->path().toUtf8());
    write(u"JWT_SECRET"_s, "from a credential");
    QCOMPARE(value("JWT_SECRET", &source), QByteArray("from a credential"));
    QCOMPARE(source, u"systemd credential JWT_SECRET"_s);
    const QString path = write(u"named"_s, "from a file");
    qputenv("JWT_SECRET_FILE", path.toUtf8());
    QCOMPARE(value("JWT_SECRET", &source), QByteArray("from a file"));
    QCOMPARE(source, u"file %1"_s.arg(path));
    qputenv("JWT_SECRET", "from the environment");
    QCOMPARE(value("JWT_SECRET", &source), QByteArray("from the environment"));
    QCOMPARE(source, u"environment"_s);
    QVERIFY(value("REDIS_URL").isEmpty());
    qputenv("JWT_SECRET", ""); // set to nothing counts as not set
    QCOMPARE(value("JWT_SECRET"), QByteArray("from a file"));
}

void TestSecretSources::theMoreSpecificNameWins()
{
    qputenv("JWT_SECRET", "bare");
    QCOMPARE(value("JWT_SECRET"), QByteArray("bare"));
    qputenv("JWT_SECRET", "bare");
    qputenv("HYPERCODE_JWT_SECRET", "hypercode");
    QString source;
    QCOMPARE(value("JWT_SECRET", &source), QByteArray("hypercode"));
    QVERIFY(source.contains(u"HYPERCODE_JWT_SECRET"_s));
    qputenv("AUTOSCALER_API_JWT_SECRET", "autoscaler");
    qputenv("HYPERCODE_JWT_SECRET", "hypercode");
    QCOMPARE(value("JWT_SECRET"), QByteArray("autoscaler"));
    qputenv("HAKANAI_WEBHOOK_TOKEN_FILE", write(u"token"_s, "hook").toUtf8());
    QCOMPARE(value("WEBHOOK_TOKEN"), QByteArray("hook"));
}

void TestSecretSources::readsCredentialsByEitherName()
{
    qputenv("CREDENTIALS_DIRECTORY", m_folder->path().toUtf8());
    write(u"redis-url"_s, "redis://");
    QCOMPARE(value("REDIS_URL"), QByteArray("redis://"));
    write(u"hypercode-jwt-secret"_s, "alias");
    QCOMPARE(value("JWT_SECRET"), QByteArray("alias"));
    qputenv("CREDENTIALS_DIRECTORY", "relative");
    QVERIFY(!open());
}

void TestSecretSources::trimsOneLineEnd_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("none") << QByteArray("abc") << QByteArray("abc");
    QTest::newRow("LF") << QByteArray("abc\n") << QByteArray("abc");
    QTest::newRow("CRLF") << QByteArray("abc\r\n") << QByteArray("abc");
    QTest::newRow("only one") << QByteArray("abc\n\n") << QByteArray("abc\n");
    QTest::newRow("no spaces") << QByteArray(" abc \n") << QByteArray(" abc ");
    QTest::newRow("lines") << QByteArray("-----BEGIN\nabc\n") << QByteArray("-----BEGIN\nabc");
    QTest::newRow("zero inside") << QByteArray("a\0b", 3) << QByteArray("a\0b", 3);
}

void TestSecretSources::trimsOneLineEnd()
{
    QFETCH(QByteArray, content);
    qputenv("JWT_SECRET_FILE", write(u"secret"_s, content).toUtf8());
    QTEST(value("JWT_SECRET"), "value");
}

void TestSecretSources::warnsOfAFileThatOthersCanRead()
{
    qputenv("JWT_SECRET_FILE", write(u"secret"_s, "abc", QFile::ReadOwner | QFile::ReadOther).toUtf8());
    auto chain = open();
    QVERIFY((*chain->find("JWT_SECRET"))->warning.contains(u"can be read by others"_s));
    qputenv("JWT_SECRET_FILE", write(u"better"_s, "abc").toUtf8());
    QVERIFY((*chain->find("JWT_SECRET"))->warning.isEmpty());
}

void TestSecretSources::refusesAFileThatCannotBeASecret_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"missing", "empty", "only a line end", "too large", "folder", "pipe", "device"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestSecretSources::refusesAFileThatCannotBeASecret()
{
    QFETCH(QString, kind);
    QString path = m_folder->filePath(u"secret"_s);
    if (kind == u"empty")
        write(u"secret"_s, {});
    else if (kind == u"only a line end")
        write(u"secret"_s, "\n");
    else if (kind == u"too large")
        write(u"secret"_s, QByteArray(64 * 1024 + 1, 'x'));
    else if (kind == u"folder")
        path = m_folder->path();
    else if (kind == u"pipe")
        QCOMPARE(::mkfifo(path.toUtf8().constData(), 0600), 0);
    else if (kind == u"device")
        path = u"/dev/zero"_s;
    qputenv("JWT_SECRET_FILE", path.toUtf8());
    auto chain = open();
    QVERIFY(chain);
    QVERIFY(!chain->find("JWT_SECRET"));
}

void TestSecretSources::errorsNameTheFileAndNoContent()
{
    qputenv("JWT_SECRET_FILE", write(u"secret"_s, QByteArray("hunter2").repeated(20000)).toUtf8());
    auto chain = open();
    const auto found = chain->find("JWT_SECRET");
    QVERIFY(!found);
    QVERIFY(found.error().detail.contains(u"JWT_SECRET_FILE"_s));
    QVERIFY(!found.error().detail.contains(u"hunter2"_s));
}

void TestSecretSources::anErrorIsNotPassedOver()
{
    qputenv("CREDENTIALS_DIRECTORY", m_folder->path().toUtf8());
    write(u"JWT_SECRET"_s, "another");
    qputenv("JWT_SECRET_FILE", "/nowhere/at/all");
    auto chain = open();
    QVERIFY(!chain->find("JWT_SECRET"));
}

void TestSecretSources::takesThePassphraseFromWhereSecretsComeFrom()
{
    qputenv("SECRETS_PASSPHRASE", "a long enough passphrase");
    {
        auto chain = open();
        std::vector<NamedSecret> secrets;
        secrets.push_back({"REDIS_URL", SecretBytes("redis://kept")});
        QVERIFY(chain->defaultStore().store(std::move(secrets)));
    }
    {
        auto locked = open();
        QVERIFY(!locked->find("REDIS_URL"));
        QVERIFY(locked->sealer() == nullptr);
    }
    qputenv("CREDENTIALS_DIRECTORY", m_folder->path().toUtf8());
    write(u"secrets-passphrase"_s, "a long enough passphrase\n");
    QString source;
    QCOMPARE(value("REDIS_URL", &source), QByteArray("redis://kept"));
    QCOMPARE(source, u"encrypted file"_s);
    write(u"secrets-passphrase"_s, "another passphrase\n");
    QVERIFY(!open()->find("REDIS_URL"));
}

void TestSecretSources::asksForThePassphraseOnlyWhenThereIsAFile()
{
    int asked = 0;
    const auto ask = [&asked]() -> Result<SecretBytes> {
        ++asked;
        return SecretBytes("a long enough passphrase");
    };
    QVERIFY(open(ask));
    QCOMPARE(asked, 0);
    auto chain = open();
    chain->setPassphrase(SecretBytes("a long enough passphrase"));
    std::vector<NamedSecret> secrets;
    secrets.push_back({"REDIS_URL", SecretBytes("redis://kept")});
    QVERIFY(chain->encryptedFile().store(std::move(secrets)));
    auto asking = open(ask);
    QCOMPARE(asked, 1);
    QCOMPARE((*asking->find("REDIS_URL"))->value.view(), "redis://kept");
}

QTEST_APPLESS_MAIN(TestSecretSources)
#include "test_secret_sources.moc"
