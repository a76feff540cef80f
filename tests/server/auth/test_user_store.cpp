#include "account_database.h"
#include "auth/user_store.h"
#include "storage/database.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::auth;

class TestUserStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesBackWhatWasStored();
    void namesAreTakenInAnyCase();
    void listsUsersByName();
    void theLastAdministratorStays();

private:
    template<typename Work> auto run(Work work) { return m_database->runBlocking(std::move(work)); }
    [[nodiscard]] Result<void> insert(const QByteArray &id, const QByteArray &name, Role role = Role::User)
    {
        return run([&](QSqlDatabase &sql) { return user_store::insert(sql, {id, name, "$argon2id$", role, false, {}}); });
    }
    [[nodiscard]] User find(const QByteArray &id)
    {
        return run([&](QSqlDatabase &sql) { return user_store::findById(sql, id); }).value().value();
    }

    std::unique_ptr<auth::tests::AccountDatabase> m_store;
    std::unique_ptr<storage::Database> m_database;
};

void TestUserStore::init()
{
    m_store = std::make_unique<auth::tests::AccountDatabase>();
    m_database = m_store->open();
}

void TestUserStore::givesBackWhatWasStored()
{
    QVERIFY(insert("1", "Alice", Role::Operator));
    const User user = find("1");
    QCOMPARE(user.username, QByteArray("Alice"));
    QCOMPARE(user.passwordHash, QByteArray("$argon2id$"));
    QCOMPARE(user.role, Role::Operator);
    QVERIFY(!user.disabled);
    QVERIFY(!run([](QSqlDatabase &sql) { return user_store::findById(sql, {}); }).value());
}

void TestUserStore::namesAreTakenInAnyCase()
{
    QVERIFY(insert("1", "Alice"));
    const Result<void> again = insert("2", "aLICE");
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QVERIFY(run([](QSqlDatabase &sql) { return user_store::findByName(sql, "ALICE"); }).value());
    QVERIFY(!run([](QSqlDatabase &sql) { return user_store::findByName(sql, "al_ce"); }).value());
}

void TestUserStore::listsUsersByName()
{
    QVERIFY(insert("1", "bob") && insert("2", "Alice") && insert("3", "Carol"));
    const Result<std::vector<User>> users = run([](QSqlDatabase &sql) { return user_store::all(sql); });
    QByteArrayList names;
    for (const User &user : *users)
        names << user.username;
    QCOMPARE(names, QByteArrayList({"Alice", "bob", "Carol"}));
}

void TestUserStore::theLastAdministratorStays()
{
    QVERIFY(insert("1", "alice", Role::Admin) && insert("2", "bob", Role::Admin) && insert("3", "carol"));
    const auto disable = [&](const QByteArray &id, bool disabled) {
        return run([&, user = find(id)](QSqlDatabase &sql) { return user_store::setDisabled(sql, user, disabled); }).has_value();
    };
    const auto setRole = [&](const QByteArray &id, Role role) {
        return run([&, user = find(id)](QSqlDatabase &sql) { return user_store::setRole(sql, user, role); }).has_value();
    };
    QVERIFY(disable("1", true));
    QVERIFY(!disable("2", true));
    QVERIFY(!setRole("2", Role::Operator));
    QVERIFY(setRole("2", Role::Admin));
    QVERIFY(setRole("1", Role::User)); // who is disabled is no administrator to lose
    QVERIFY(setRole("3", Role::Admin));
    QVERIFY(setRole("2", Role::User));
    QVERIFY(!disable("3", true));
}

QTEST_GUILESS_MAIN(TestUserStore)
#include "test_user_store.moc"
