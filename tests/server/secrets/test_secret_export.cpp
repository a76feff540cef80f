#include "core/dotenv.h"
#include "secrets/secret_export.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::secrets;
using namespace Qt::StringLiterals;

namespace {

std::vector<NamedSecret> someSecrets()
{
    std::vector<NamedSecret> secrets;
    secrets.push_back({"JWT_SECRET", SecretBytes("a b\"c$d")});
    secrets.push_back({"REDIS_URL", SecretBytes("redis://:p@host/0")});
    return secrets;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSecretExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void envIsReadBackByImport()
    {
        const auto files = exported(someSecrets(), ExportFormat::Env, {});
        const auto parsed = parseDotenv(files.front().content.view());
        QVERIFY(parsed);
        QCOMPARE(parsed->at(0).value.view(), "a b\"c$d");
        QCOMPARE(parsed->at(1).value.view(), "redis://:p@host/0");
    }

    void kubernetesIsASecretInBase64()
    {
        const auto files = exported(someSecrets(), ExportFormat::Kubernetes, {});
        const QByteArray text = files.front().content.view().toByteArray();
        QVERIFY(text.contains("kind: Secret\n"));
        QVERIFY(text.contains("  JWT_SECRET: " + QByteArray("a b\"c$d").toBase64() + '\n'));
        QVERIFY(text.contains("  REDIS_URL: " + QByteArray("redis://:p@host/0").toBase64() + '\n'));
    }

    void foldersHoldAFileASecret()
    {
        const QTemporaryDir folder;
        for (const auto &[format, name] :
             {std::pair(ExportFormat::Docker, u"docker"_s), std::pair(ExportFormat::Systemd, u"systemd"_s)}) {
            const QString path = folder.filePath(name);
            QVERIFY(writeExport(exported(someSecrets(), format, path), path));
            QCOMPARE(QFile::permissions(path) & 0x77, QFile::Permissions());
            for (const QString &file : QDir(path).entryList(QDir::Files))
                QCOMPARE(QFile::permissions(QDir(path).filePath(file)) & 0x77, QFile::Permissions());
            QCOMPARE(contentOf(path + u"/JWT_SECRET"_s), QByteArray("a b\"c$d"));
        }
        QVERIFY(contentOf(folder.filePath(u"systemd/gatehouse-secrets.conf"_s))
                    .contains("LoadCredential=REDIS_URL:" + folder.filePath(u"systemd/REDIS_URL"_s).toUtf8() + '\n'));
    }

    void writesOverNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"there"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("precious") == 8);
        file.close();
        for (const ExportFormat format : {ExportFormat::Env, ExportFormat::Docker}) {
            const Result<void> written = writeExport(exported(someSecrets(), format, path), path);
            QVERIFY(!written);
            QCOMPARE(written.error().kind, ErrorKind::Conflict);
        }
        QCOMPARE(contentOf(path), QByteArray("precious"));
        const QString link = folder.filePath(u"link"_s);
        QVERIFY(QFile::link(folder.filePath(u"elsewhere"_s), link));
        QVERIFY(!writeExport(exported(someSecrets(), ExportFormat::Env, link), link));
        QVERIFY(!QFile::exists(folder.filePath(u"elsewhere"_s)));
    }
};

QTEST_APPLESS_MAIN(TestSecretExport)
#include "test_secret_export.moc"
