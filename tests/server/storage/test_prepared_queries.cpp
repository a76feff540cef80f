#include "storage/database.h"
#include "storage/prepared_queries.h"
#include "storage/statement.h"

#include <QSqlError>
#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::storage;
using namespace Qt::StringLiterals;

class TestPreparedQueries : public QObject
{
    Q_OBJECT

    template<typename Work> auto run(Work work) { return m_database->runBlocking(std::move(work)); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        Result<std::unique_ptr<Database>> opened = Database::openSqlite(m_folder->filePath(u"gatehouse.db"_s));
        QVERIFY(opened);
        m_database = std::move(*opened);
        QVERIFY(run([](QSqlDatabase &database) {
            return execute(database, "CREATE TABLE things (number INTEGER PRIMARY KEY, name TEXT)");
        }));
    }
    void cleanup() { m_database.reset(); }

    void aStatementIsPreparedOnce()
    {
        QVERIFY(run([](QSqlDatabase &database) -> Result<void> {
            for (int i = 1; i <= 3; ++i) {
                if (const Result<void> done = insert(database, i, "one of three"); !done)
                    return done;
            }
            return {};
        }));
        QVERIFY(isKept(kInsert));
        QCOMPARE(names(), (QByteArrayList{"one of three", "one of three", "one of three"}));
    }

    void oneThatIsReadTwiceAtOnceIsTwo()
    {
        const Result<int> pairs = run([](QSqlDatabase &database) -> Result<int> {
            for (int i = 1; i <= 3; ++i) {
                if (const Result<void> done = insert(database, i, "a"); !done)
                    return std::unexpected(done.error());
            }
            int found = 0;
            Statement outer(database, kSelect, Prepared::Kept);
            (void)outer.execute();
            while (outer.next()) {
                Statement inner(database, kSelect, Prepared::Kept);
                (void)inner.execute();
                while (inner.next())
                    ++found;
            }
            return found;
        });
        QCOMPARE(pairs.value_or(0), 9);
    }

    void largeValuesDoNotStayInMemory()
    {
        QVERIFY(run([](QSqlDatabase &database) { return insert(database, 1, QByteArray(5000, 'x')); }));
        QVERIFY(!isKept(kInsert));
        QCOMPARE(names().first().size(), 5000);
        QVERIFY(!isKept(kSelect));
        QVERIFY(run([](QSqlDatabase &database) { return insert(database, 2, QByteArray(4000, 'x')); }));
        QVERIFY(isKept(kInsert));
    }

    void whatFailedOrWasNotExecutedIsPreparedAnew()
    {
        QVERIFY(run([](QSqlDatabase &database) { return insert(database, 1, "first"); }));
        QVERIFY(!run([](QSqlDatabase &database) { return insert(database, 1, "the same number"); }));
        QVERIFY(!isKept(kInsert));
        QVERIFY(run([](QSqlDatabase &database) -> Result<void> {
            Statement left(database, kInsert, Prepared::Kept);
            left.bind(qint64(7)); // and no more: the next one must not find it bound
            return insert(database, 2, "second");
        }));
        QCOMPARE(names(), (QByteArrayList{"first", "second"}));
    }

    void aChangeOfTheSchemaIsSeen()
    {
        QVERIFY(run([](QSqlDatabase &database) -> Result<void> {
            if (const Result<void> done = insert(database, 1, "before"); !done)
                return done;
            if (const Result<void> done = execute(database, "ALTER TABLE things ADD COLUMN colour TEXT DEFAULT 'red'"); !done)
                return done;
            return insert(database, 2, "after");
        }));
        QCOMPARE(names(), (QByteArrayList{"before", "after"}));
    }

    void aTableIsDroppedWhileStatementsOfItAreKept()
    {
        QVERIFY(run([](QSqlDatabase &database) { return insert(database, 1, "any"); }));
        QCOMPARE(names().size(), 1);
        QVERIFY(run([](QSqlDatabase &database) { return execute(database, "DROP TABLE things"); }));
        QVERIFY(!run([](QSqlDatabase &database) { return insert(database, 2, "any"); }));
    }

    void aStatementThatIsWrongFails()
    {
        const Result<void> outcome = run([](QSqlDatabase &database) -> Result<void> {
            return Statement(database, "SELECT nothing FROM nowhere", Prepared::Kept).execute();
        });
        QVERIFY(!outcome);
    }

private:
    static constexpr auto kInsert = "INSERT INTO things (number, name) VALUES (?, ?)";
    static constexpr auto kSelect = "SELECT name FROM things ORDER BY number";

    static Result<void> insert(QSqlDatabase &database, qint64 number, const QByteArray &name)
    {
        Statement statement(database, kInsert, Prepared::Kept);
        return statement.bind(number).bindText(name).execute();
    }
    QByteArrayList names()
    {
        return run([](QSqlDatabase &database) -> Result<QByteArrayList> {
                   QByteArrayList found;
                   Statement statement(database, kSelect, Prepared::Kept);
                   (void)statement.execute();
                   while (statement.next())
                       found.append(statement.text(0));
                   return found;
               })
            .value_or(QByteArrayList());
    }
    /// Whether a query with that text waits: one that was executed has values or an answer, a new one has not.
    bool isKept(const char *sql)
    {
        return run([sql](QSqlDatabase &database) -> Result<bool> {
                   PreparedQueries &queries = PreparedQueries::of(database);
                   const QString text = QString::fromLatin1(sql);
                   QSqlQuery query = queries.take(database, text);
                   const bool kept = !query.boundValues().isEmpty() || query.isSelect();
                   if (kept)
                       queries.giveBack(text, std::move(query));
                   return kept;
               })
            .value_or(false);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestPreparedQueries)
#include "test_prepared_queries.moc"
