#include "accounts.h"
#include "auth/user_administration.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

using namespace gatehouse;
using namespace gatehouse::auth;
using namespace gatehouse::auth::tests;
using namespace std::chrono_literals;

namespace {

/// A second server on the same database: everything its own but the keys.
class Instance
{
public:
    explicit Instance(Accounts &first)
        : m_first(first)
        , service({*database, hasher, first.signer, csrfTokens, revocations, first.events, first.clock}, first.sessions,
                  setupCode, {})
    {
        if (!service.start())
            qFatal("the second instance cannot be started");
    }

    [[nodiscard]] bool accepts(const QByteArray &accessToken)
    {
        http::RequestHead head;
        head.bytes = "Bearer " + accessToken;
        head.fields.append({"Authorization", head.bytes});
        return m_authenticator.authenticate(head).has_value();
    }

private:
    Accounts &m_first;

public:
    QTemporaryDir folder;
    Revocations revocations{kTokenSettings.life + kTokenSettings.skew, m_first.clock};
    PasswordHasher hasher{{.memoryKib = 64, .passes = 1, .threads = 2, .mostWaiting = 64, .mostWaitingForOne = 64}};
    SetupCode setupCode{folder.filePath(QStringLiteral("setup-code"))};
    std::unique_ptr<storage::Database> database = m_first.store.open();
    CsrfTokens csrfTokens = CsrfTokens::open(*database).value();
    AccountService service;

private:
    AccessTokenAuthenticator m_authenticator{
        TokenVerifier(m_first.keys, kTokenSettings, m_first.clock), revocations, csrfTokens, {.secure = true}};
};

/// Runs `work(i)` in `count` threads that begin at once.
template<typename Work> void atOnce(int count, Work work)
{
    std::atomic<int> waiting = count;
    std::vector<std::jthread> threads;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&, i] {
            --waiting;
            while (waiting > 0)
                std::this_thread::yield();
            work(i);
        });
    }
}

} // namespace

/// What two servers on one PostgreSQL do at the same moment. A single writer never had these races.
class TestPostgresRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TEST_DATABASE", "postgres"); }
    void init();
    void firstUsersAtOnceMakeOneAdministrator();
    void setupCodesOfBothInstancesAreGoodOnce();
    void oneNameIsTakenOnce();
    void aTokenRefreshedByBothStaysOneFamily();
    void aStolenTokenEndsTheFamilyEverywhere();
    void administratorsWhoDemoteEachOtherLeaveOne();
    void aSignInBesideADisablingGivesNoSession();
    void ofTwoPasswordChangesOneHolds();
    void aLogoutHoldsElsewhereWithinASecond();
    void logoutsAtOnceAllHold();
    void everybodysSessionsEndWhilePeopleSignIn();
    void csrfTokensAreTheSame();

private:
    [[nodiscard]] AccountService &serviceOf(int i) { return i % 2 == 0 ? m_one->service : m_two->service; }
    [[nodiscard]] storage::Database &databaseOf(int i) { return i % 2 == 0 ? *m_one->database : *m_two->database; }
    [[nodiscard]] Result<TokenPair> signIn(int i, const QByteArray &name)
    {
        return QCoro::waitFor(serviceOf(i).login(kRemote, name, SecretBytes(kPassword)));
    }

    std::unique_ptr<Accounts> m_one;
    std::unique_ptr<Instance> m_two;
};

void TestPostgresRaces::init()
{
    m_two.reset();
    m_one = std::make_unique<Accounts>();
    m_two = std::make_unique<Instance>(*m_one);
}

void TestPostgresRaces::firstUsersAtOnceMakeOneAdministrator()
{
    std::atomic<int> made = 0;
    atOnce(8, [&](int i) {
        made += QCoro::waitFor(serviceOf(i).registerUser({}, kLocal, "user" + QByteArray::number(i), SecretBytes(kPassword), {}))
            ? 1
            : 0;
    });
    QCOMPARE(made.load(), 1);
    QCOMPARE(m_one->count("SELECT count(*) FROM users WHERE role = 'admin'"), 1);
}

void TestPostgresRaces::setupCodesOfBothInstancesAreGoodOnce()
{
    const auto codeOf = [](storage::Database &database, const SetupCode &code) {
        return database.runBlocking([&](QSqlDatabase &sql) { return code.ensure(sql); }).value().value();
    };
    const QByteArray codes[2]{codeOf(*m_one->database, m_one->setupCode), codeOf(*m_two->database, m_two->setupCode)};
    QCOMPARE(codeOf(*m_one->database, m_one->setupCode), codes[0]);
    std::atomic<int> made = 0;
    atOnce(8, [&](int i) {
        const QByteArray name = "user" + QByteArray::number(i);
        made += QCoro::waitFor(serviceOf(i).registerUser({}, kRemote, name, SecretBytes(kPassword), codes[(i / 2) % 2])) ? 1 : 0;
    });
    QCOMPARE(made.load(), 1);
    QCOMPARE(m_one->count("SELECT count(*) FROM setup_codes"), 0);
}

void TestPostgresRaces::oneNameIsTakenOnce()
{
    const http::Principal admin = principalOf(m_one->add("admin").value());
    std::atomic<int> made = 0;
    std::atomic<int> conflicts = 0;
    atOnce(8, [&](int i) {
        const auto user = QCoro::waitFor(serviceOf(i).registerUser(admin, kLocal, "Alice", SecretBytes(kPassword), {}));
        made += user ? 1 : 0;
        conflicts += kindOf(user) == ErrorKind::Conflict ? 1 : 0;
    });
    QCOMPARE(made.load(), 1);
    QCOMPARE(conflicts.load(), 7);
}

void TestPostgresRaces::aTokenRefreshedByBothStaysOneFamily()
{
    QVERIFY(m_one->add("alice"));
    QByteArray token = m_one->signIn("alice").value().refreshToken;
    for (int round = 0; round < 10; ++round) {
        std::mutex mutex;
        std::set<QByteArray> successors;
        atOnce(6, [&](int i) {
            const auto pair = QCoro::waitFor(serviceOf(i).refresh(kRemote, SecretBytes(token), {}));
            const std::lock_guard lock(mutex);
            successors.insert(pair ? pair->refreshToken : "refused: " + pair.error().detail.toUtf8());
        });
        QVERIFY2(successors.size() == 1, successors.begin()->constData());
        token = *successors.begin();
    }
    QCOMPARE(m_one->count("SELECT count(*) FROM sessions WHERE revoked_at IS NULL"), 1);
    QCOMPARE(m_one->count("SELECT count(*) FROM refresh_tokens"), 11);
}

void TestPostgresRaces::aStolenTokenEndsTheFamilyEverywhere()
{
    QVERIFY(m_one->add("alice"));
    const TokenPair first = m_one->signIn("alice").value();
    const TokenPair second = m_one->refresh(first.refreshToken).value();
    const TokenPair third = m_one->refresh(second.refreshToken).value();
    // The thief comes with the first, elsewhere, while the owner goes on with the third.
    std::atomic<int> refused = 0;
    atOnce(4, [&](int i) {
        const QByteArray &token = i % 2 == 1 ? first.refreshToken : third.refreshToken;
        refused += QCoro::waitFor(serviceOf(i).refresh(kRemote, SecretBytes(token), {})) ? 0 : 1;
    });
    QVERIFY(refused >= 2);
    QCOMPARE(m_one->count("SELECT count(*) FROM sessions WHERE revoked_at IS NULL"), 0);
    QVERIFY(!m_two->accepts(third.accessToken)); // where it was found out: at once
    QTRY_VERIFY_WITH_TIMEOUT(!m_one->isAccepted(third.accessToken), 1000);
}

void TestPostgresRaces::administratorsWhoDemoteEachOtherLeaveOne()
{
    const UserAdministration administration(m_one->sessions, m_one->setupCode, nullptr, m_one->clock);
    QByteArray ids[6];
    for (int i = 0; i < 6; ++i) {
        const auto add = [&](QSqlDatabase &sql) {
            return administration.add(sql, {"admin" + QByteArray::number(i), "$hash$", Role::Admin});
        };
        ids[i] = m_one->database->runBlocking(add).value().id;
    }
    std::atomic<int> done = 0;
    std::atomic<int> conflicts = 0;
    atOnce(6, [&](int i) {
        const auto demote = [&](QSqlDatabase &sql) {
            if (i < 2)
                return administration.change(sql, ids[i], {.role = Role::User, .disabled = {}, .passwordHash = {}});
            if (i < 4)
                return administration.change(sql, ids[i], {.role = {}, .disabled = true, .passwordHash = {}});
            return administration.remove(sql, ids[i]);
        };
        const Result<void> changed = databaseOf(i).runBlocking(demote);
        done += changed ? 1 : 0;
        conflicts += kindOf(changed) == ErrorKind::Conflict ? 1 : 0;
    });
    QCOMPARE(done.load(), 5);
    QCOMPARE(conflicts.load(), 1);
    QCOMPARE(m_one->count("SELECT count(*) FROM users WHERE role = 'admin' AND disabled = 0"), 1);
}

void TestPostgresRaces::aSignInBesideADisablingGivesNoSession()
{
    QVERIFY(m_one->add("admin"));
    const UserAdministration administration(m_one->sessions, m_one->setupCode, nullptr, m_one->clock);
    const auto add = [&](QSqlDatabase &sql) {
        return administration.add(
            sql, {"alice", QCoro::waitFor(m_one->hasher.hash(SecretBytes(kPassword), "here")).value().encoded, {}});
    };
    const QByteArray id = m_one->database->runBlocking(add).value().id;
    const auto setDisabled = [&](storage::Database &database, bool disabled) {
        const auto change = [&](QSqlDatabase &sql) {
            return administration.change(sql, id, {.role = {}, .disabled = disabled, .passwordHash = {}});
        };
        return database.runBlocking(change).has_value();
    };
    for (int round = 0; round < 10; ++round) {
        std::atomic<bool> disabled = false;
        atOnce(5, [&](int i) {
            if (i == 0)
                disabled = setDisabled(*m_two->database, true);
            else
                (void)signIn(i, "alice");
        });
        QVERIFY(disabled);
        // Whoever came in before has been thrown out, whoever came later not let in.
        QCOMPARE(m_one->count("SELECT count(*) FROM sessions WHERE revoked_at IS NULL"), 0);
        QVERIFY(setDisabled(*m_two->database, false));
    }
}

void TestPostgresRaces::ofTwoPasswordChangesOneHolds()
{
    QVERIFY(m_one->add("alice"));
    const TokenPair pairs[2]{m_one->signIn("alice").value(), m_one->signIn("alice").value()};
    // An authenticator is its worker's alone.
    const http::Principal callers[2]{m_one->callerOf(pairs[0]), m_one->callerOf(pairs[1])};
    std::atomic<int> changed = 0;
    atOnce(2, [&](int i) {
        changed += QCoro::waitFor(serviceOf(i).changePassword(kRemote, callers[i], SecretBytes(kPassword),
                                                              SecretBytes("Other-horse-" + QByteArray::number(i))))
            ? 1
            : 0;
    });
    QCOMPARE(changed.load(), 1);
    QCOMPARE(m_one->count("SELECT count(*) FROM sessions WHERE revoked_at IS NULL"), 1);
}

void TestPostgresRaces::aLogoutHoldsElsewhereWithinASecond()
{
    QVERIFY(m_one->add("alice"));
    for (int round = 0; round < 5; ++round) {
        const TokenPair pair = m_one->signIn("alice").value();
        QVERIFY(m_two->accepts(pair.accessToken));
        QVERIFY(QCoro::waitFor(m_one->service.logout(kRemote, m_one->callerOf(pair))));
        QVERIFY(!m_one->isAccepted(pair.accessToken));
        QTRY_VERIFY_WITH_TIMEOUT(!m_two->accepts(pair.accessToken), 1000);
    }
}

void TestPostgresRaces::logoutsAtOnceAllHold()
{
    QVERIFY(m_one->add("alice"));
    for (int round = 0; round < 5; ++round) {
        std::vector<TokenPair> pairs;
        for (int i = 0; i < 12; ++i)
            pairs.push_back(m_one->signIn("alice").value());
        std::vector<http::Principal> callers;
        for (const TokenPair &pair : pairs)
            callers.push_back(m_one->callerOf(pair));
        std::atomic<int> heldAtOnce = 0;
        atOnce(12, [&](int i) {
            const auto n = static_cast<std::size_t>(i);
            // Each is out on its own instance before it hears so, whatever else is going on.
            if (QCoro::waitFor(serviceOf(i).logout(kRemote, callers[n]))) {
                const auto list = i % 2 == 0 ? m_one->revocations.list().get() : m_two->revocations.list().get();
                heldAtOnce += list->sessions.contains(callers[n].session) ? 1 : 0;
            }
        });
        QCOMPARE(heldAtOnce.load(), 12);
        for (const TokenPair &pair : pairs) {
            QTRY_VERIFY_WITH_TIMEOUT(!m_one->isAccepted(pair.accessToken), 1000);
            QTRY_VERIFY_WITH_TIMEOUT(!m_two->accepts(pair.accessToken), 1000);
        }
    }
}

void TestPostgresRaces::everybodysSessionsEndWhilePeopleSignIn()
{
    QVERIFY(m_one->add("alice"));
    const UserAdministration administration(m_one->sessions, m_one->setupCode, nullptr, m_one->clock);
    std::atomic<int> failed = 0;
    atOnce(6, [&](int i) {
        for (int round = 0; round < 5; ++round) {
            if (i > 0) {
                const auto pair = signIn(i, "alice");
                const auto next =
                    pair ? QCoro::waitFor(serviceOf(i).refresh(kRemote, SecretBytes(pair->refreshToken), {})) : pair;
                failed += next || kindOf(next) == ErrorKind::Unauthenticated ? 0 : 1; // whose session ended meanwhile
            } else {
                const auto end = [&](QSqlDatabase &sql) { return administration.revokeAll(sql); };
                failed += m_two->database->runBlocking(end) ? 0 : 1;
            }
        }
    });
    QCOMPARE(failed.load(), 0);
}

void TestPostgresRaces::csrfTokensAreTheSame()
{
    QCOMPARE(m_one->csrfTokens.tokenFor("session"), m_two->csrfTokens.tokenFor("session"));
}

QTEST_GUILESS_MAIN(TestPostgresRaces)
#include "test_postgres_races.moc"
