#include "../server/sharing/maxmind_file.h"
#include "tools.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace gatehouse::e2e;
using namespace Qt::StringLiterals;

/// One-time secrets that are only for some countries, by a database that is replaced while the server runs.
class SharingPlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aDatabaseThatTookThePlaceOfAnotherIsTakenUpAtAReload();
    void oneThatCannotBeReadLeavesTheOtherInPlace();

private:
    [[nodiscard]] QString database() const { return m_folder.path(u"countries.mmdb"_s); }
    /// Says where this machine is, as a tool that keeps such files up to date does: by renaming.
    void say(const QByteArray &country) const
    {
        MaxmindFile file;
        file.add("127.0.0.0/8", MaxmindFile::map({{"country", MaxmindFile::map({{"iso_code", MaxmindFile::text(country)}})}}));
        QVERIFY(file.write(database() + u".new"_s));
        QFile::remove(database());
        QVERIFY(QFile::rename(database() + u".new"_s, database()));
    }
    [[nodiscard]] HttpClient client() const { return HttpClient({.port = m_server.port(), .from = freshAddress()}); }
    /// The identifier of a new secret for `country` alone.
    [[nodiscard]] QByteArray created(const QByteArray &country) const
    {
        const QJsonObject restrictions{{u"allowed_countries"_s, QJsonArray{QString::fromLatin1(country)}}};
        const Answer answer =
            client().post("/api/v1/secret", {{u"data"_s, u"QUJD"_s}, {u"expires_in"_s, 600}, {u"restrictions"_s, restrictions}});
        return answer.json().value("id"_L1).toString().toLatin1();
    }
    [[nodiscard]] int take(const QByteArray &id) const { return client().get("/api/v1/secret/" + id).status; }

    ServerFolder m_folder;
    ServerProcess m_server{m_folder};
};

void SharingPlacesTest::initTestCase()
{
    say("DE");
    m_folder.configure(QByteArray(kGenerous) + "sharing:\n  allow_anonymous: true\n  country_database: " + database().toUtf8()
                       + '\n');
    QVERIFY2(m_server.start(), m_server.output().constData());
}

void SharingPlacesTest::aDatabaseThatTookThePlaceOfAnotherIsTakenUpAtAReload()
{
    const QByteArray id = created("FR");
    QVERIFY(!id.isEmpty());
    QCOMPARE(take(id), 403);
    say("FR");
    QCOMPARE(take(id), 403);
    m_server.signal(SIGHUP);
    QVERIFY(QTest::qWaitFor([&] { return take(id) == 200; })); // which is once, so not QTRY_COMPARE
}

void SharingPlacesTest::oneThatCannotBeReadLeavesTheOtherInPlace()
{
    const QByteArray id = created("FR");
    QFile broken(database() + u".new"_s);
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no database") > 0);
    broken.close();
    QVERIFY(QFile::remove(database()) && broken.rename(database()));
    const auto told = [this] { return m_server.output().contains("countries.mmdb: "); };
    QVERIFY(!told());
    m_server.signal(SIGHUP);
    QTRY_VERIFY2(told(), m_server.output().constData());
    QCOMPARE(take(id), 200);
}

QTEST_GUILESS_MAIN(SharingPlacesTest)
#include "test_sharing_places.moc"
