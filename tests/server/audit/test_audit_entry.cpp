#include "audit/change_entries.h"
#include "audit/clean_text.h"
#include "audit/entry_codec.h"

#include <QCryptographicHash>
#include <QTest>

#include <set>

using namespace gatehouse;
using namespace gatehouse::audit;

class TestAuditEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionHasItsOwnName();
    void canonicalBytesAreAsDocumented();
    void entryComesBackAsItWas();
    void everyOtherTextOfBytesIsRefusedOrIsAnotherEntry();
    void whatWouldNotHaveBeenWrittenIsRefused_data();
    void whatWouldNotHaveBeenWrittenIsRefused();
    void textsOfCallersAreCleaned_data();
    void textsOfCallersAreCleaned();
    void longTextsAreCutAtACharacterAndSaySo();
    void whatIsOursIsNotTakenForASecret();
    void changesAreToldOfWhole();
    void changesTakeAsManyEntriesAsTheyNeed();
    void secretsAmongTheFactsAreReplaced();
    void factsAreSortedAndEachThereOnce();
    void headersMakeRoomForWhatIsKnown();
};

namespace {

Entry sample()
{
    Entry entry;
    entry.sequence = 7;
    entry.time = PreciseWallTime(std::chrono::microseconds(1'700'000'000'123'456));
    entry.actor = {Actor::Kind::User, "01KAHWD0E1Q6V8J9M4S5T6W7X8"};
    entry.action = Action::UserUpdate;
    entry.target = "01KAHWD0E1Q6V8J9M4S5T6W7X9";
    entry.outcome = Outcome::Refused;
    entry.address = "2001:db8::1";
    entry.requestId = "01KAHWD0E1Q6V8J9M4S5T6W7XA";
    entry.session = "01KAHWD0E1Q6V8J9M4S5T6W7XB";
    entry.detail = {{"reason", "zu spät"}, {"role", "operator"}};
    return entry;
}

/// A small entry as hexadecimal, of which single fields can be replaced.
QByteArray small(const QByteArray &field = {}, const QByteArray &instead = {})
{
    const QByteArray parts[][2]{{"version", "01"},
                                {"sequence", "0000000000000001"},
                                {"time", "0000000000000002"},
                                {"actor kind", "01"},
                                {"outcome", "00"},
                                {"action", "000a" + QByteArray("auth.login").toHex()},
                                {"actor", "000161"},
                                {"target", "0000"},
                                {"address", "0000"},
                                {"request", "0000"},
                                {"session", "0000"},
                                {"facts", "0000"},
                                {"end", ""}};
    QByteArray hex;
    for (const auto &part : parts)
        hex += part[0] == field ? instead : part[1];
    return QByteArray::fromHex(hex);
}

} // namespace

void TestAuditEntry::everyActionHasItsOwnName()
{
    std::set<QByteArray> names;
    int number = 0;
    for (const Action action : allActions()) {
        QCOMPARE(static_cast<int>(action), number++);
        QCOMPARE(actionFromText(toText(action)), action);
        names.insert(toText(action).toByteArray());
    }
    QCOMPARE(names.size(), allActions().size());
    QCOMPARE(allActions().back(), Action::AuthRefuse);
    QVERIFY(!actionFromText("auth.logi"));
    QVERIFY(!actionFromText(""));
}

void TestAuditEntry::canonicalBytesAreAsDocumented()
{
    Entry entry;
    entry.sequence = 1;
    entry.time = PreciseWallTime(std::chrono::microseconds(2));
    entry.actor = {Actor::Kind::User, "a"};
    QCOMPARE(encode(entry), small());
    entry.detail = {{"b", "c"}};
    QCOMPARE(encode(entry), small("facts", "0001000162000163"));
}

void TestAuditEntry::entryComesBackAsItWas()
{
    for (const Action action : allActions()) {
        Entry entry = sample();
        entry.action = action;
        const Result<Entry> decoded = decode(encode(entry));
        QVERIFY(decoded);
        QVERIFY(*decoded == entry);
    }
}

void TestAuditEntry::everyOtherTextOfBytesIsRefusedOrIsAnotherEntry()
{
    const QByteArray bytes = encode(sample());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QVERIFY(!decode(bytes.first(i)));
        for (const int bit : {0x01, 0x20, 0x80}) {
            QByteArray changed = bytes;
            changed[i] = static_cast<char>(changed.at(i) ^ bit);
            if (const Result<Entry> decoded = decode(changed)) {
                QVERIFY(!(*decoded == sample()));
                QCOMPARE(encode(*decoded), changed);
            }
        }
    }
    QVERIFY(!decode(bytes + '\0'));
}

void TestAuditEntry::whatWouldNotHaveBeenWrittenIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("version 0") << small("version", "00");
    QTest::newRow("version 2") << small("version", "02");
    QTest::newRow("after the year 9999") << small("time", "0384440ccc736000");
    QTest::newRow("before 1970") << small("time", "ffffffffffffffff");
    QTest::newRow("unknown actor kind") << small("actor kind", "07");
    QTest::newRow("unknown outcome") << small("outcome", "03");
    QTest::newRow("unknown action") << small("action", "000a" + QByteArray("auth.logim").toHex());
    QTest::newRow("empty action") << small("action", "0000");
    QTest::newRow("line end") << small("target", "00010a");
    QTest::newRow("NUL") << small("target", "000100");
    QTest::newRow("C1 control character") << small("target", "0002c29b");
    QTest::newRow("overlong UTF-8") << small("target", "0002c1a1");
    QTest::newRow("surrogate") << small("target", "0003eda080");
    QTest::newRow("cut-off UTF-8") << small("target", "0001c3");
    QTest::newRow("field that is too long") << small("target", "0201" + QByteArray(513, 'a').toHex());
    QTest::newRow("length beyond the end") << small("session", "ffff");
    QTest::newRow("more facts than there are") << small("facts", "0001");
    QTest::newRow("too many facts") << small("facts", "ffff");
    QTest::newRow("facts out of order") << small("facts",
                                                 "00020001620000"
                                                 "0001610000");
    QTest::newRow("fact twice") << small("facts",
                                         "00020001610000"
                                         "0001610000");
    QTest::newRow("bytes after the end") << small("end", "00");
}

void TestAuditEntry::whatWouldNotHaveBeenWrittenIsRefused()
{
    QFETCH(QByteArray, bytes);
    const Result<Entry> decoded = decode(bytes);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().kind, ErrorKind::Malformed);
}

void TestAuditEntry::textsOfCallersAreCleaned_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("plain") << QByteArray("alice") << QByteArray("alice");
    QTest::newRow("umlaut") << QByteArray("Jürgen") << QByteArray("Jürgen");
    QTest::newRow("escape sequence") << QByteArray("\x1b[2J") << QByteArray("\uFFFD[2J");
    QTest::newRow("line end") << QByteArray("a\r\nb") << QByteArray("a\uFFFD\uFFFDb");
    QTest::newRow("C1") << QByteArray("\xc2\x9b") << QByteArray("\uFFFD");
    QTest::newRow("invalid UTF-8") << QByteArray("a\xff") << QByteArray("a\uFFFD");
}

void TestAuditEntry::textsOfCallersAreCleaned()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, kept);
    Entry entry = sample();
    entry.target = given;
    entry.detail = {{"reason", given}};
    normalise(entry);
    QCOMPARE(entry.target, kept);
    QCOMPARE(entry.detail.front().value, kept);
    QVERIFY(decode(encode(entry)));
}

void TestAuditEntry::longTextsAreCutAtACharacterAndSaySo()
{
    Entry entry = sample();
    const QByteArray target = QByteArray("ä").repeated(5000);
    entry.target = target;
    entry.address = "x" + target;
    entry.detail = {{"reason", target}};
    normalise(entry);
    const QByteArray digest =
        "[10000 bytes, sha256:" + QCryptographicHash::hash(target, QCryptographicHash::Sha256).toHex().first(32) + "]";
    QVERIFY(entry.target.startsWith("ää") && entry.target.endsWith("ä\xe2\x80\xa6 " + digest));
    QVERIFY(entry.address.startsWith("xää") && entry.address.contains("[10001 bytes, sha256:"));
    QVERIFY(entry.detail.front().value.endsWith(digest));
    QVERIFY(entry.target.size() <= kLongestField && entry.target.size() >= kLongestField - 1);
    QVERIFY(entry.detail.front().value.size() <= kLongestFactValue);
    const Result<Entry> decoded = decode(encode(entry));
    QVERIFY(decoded);
    QVERIFY(*decoded == entry);
    normalise(entry); // what has been brought into form stays as it is
    QCOMPARE(entry.detail.front().value, decoded->detail.front().value);
    QVERIFY(*decoded == entry);
}

void TestAuditEntry::whatIsOursIsNotTakenForASecret()
{
    Entry entry = sample();
    const QByteArray name = "an-administrator-with-a-name-of-45-characters";
    entry.detail = {{"http.allowed_origins", "https://" + name + ".example"}, {"auth.cookie_domain", "x"}, {"username", name}};
    normalise(entry);
    QCOMPARE(entry.detail[0].value, "x");
    QVERIFY(entry.detail[1].value.contains(name));
    QCOMPARE(entry.detail[2].value, name);
}

void TestAuditEntry::changesAreToldOfWhole()
{
    QByteArrayList before;
    for (int i = 0; i < 500; ++i)
        before.append("192.0.2." + QByteArray::number(i) + "/32");
    QByteArrayList after = before;
    after[17] = "0.0.0.0/0";
    const auto toldOf = [](const QByteArray &was, const QByteArray &is) {
        Result<std::vector<Entry>> entries = changeEntries(sample(), std::vector{Change{"http.trusted_proxies", was, is}});
        if (!entries)
            return QByteArray();
        normalise(entries->front());
        return entries->front().detail.front().value;
    };
    QCOMPARE(toldOf("a", "b"), "a became b");
    QCOMPARE(toldOf(before.join(','), after.join(',')), "added 0.0.0.0/0; removed 192.0.2.17/32");
    QCOMPARE(toldOf('[' + before.join(", ") + ']', '[' + after.join(", ") + ']'), "added 0.0.0.0/0; removed 192.0.2.17/32");
    QCOMPARE(toldOf(before.join(','), "0.0.0.0/0"), digestText(before.join(',')) + " became 0.0.0.0/0");
    QCOMPARE(toldOf("none", before.join(',')), QByteArray()); // refused

    const auto done = doneChangeEntries(sample(), std::vector{Change{"http.trusted_proxies", "none", before.join(',')}});
    QCOMPARE(done.front().detail.back().value, "none became " + digestText(before.join(',')));
}

void TestAuditEntry::changesTakeAsManyEntriesAsTheyNeed()
{
    std::vector<Change> changes;
    for (int i = 0; i < 70; ++i)
        changes.push_back({"some.setting" + QByteArray::number(i), "a", "b"});
    std::vector<Entry> entries = doneChangeEntries(sample(), changes);
    std::set<QByteArray> told;
    for (Entry &entry : entries) {
        normalise(entry);
        for (const Fact &fact : entry.detail)
            told.insert(fact.name);
    }
    QCOMPARE(told.size(), changes.size() + sample().detail.size());
    QCOMPARE(doneChangeEntries(sample(), {}).size(), std::size_t(1)); // a reload that changes nothing is one, too
}

void TestAuditEntry::secretsAmongTheFactsAreReplaced()
{
    Entry entry = sample();
    entry.detail = {{"password", "Correct-Horse-7!"}, {"note", "Bearer abcdefgh.ijklmnop"}};
    normalise(entry);
    const QByteArray bytes = encode(entry);
    QVERIFY(!bytes.contains("Horse"));
    QVERIFY(!bytes.contains("ijklmnop"));
}

void TestAuditEntry::factsAreSortedAndEachThereOnce()
{
    Entry entry = sample();
    entry.detail = {{"b", "1"}, {"a", "2"}, {"b", "3"}};
    for (int i = 0; i < 100; ++i)
        entry.detail.push_back({"z" + QByteArray::number(i), "x"});
    normalise(entry);
    QCOMPARE(std::ssize(entry.detail), kMostFacts);
    QVERIFY((entry.detail.front() == Fact{"a", "2"}));
    QVERIFY((entry.detail.at(1) == Fact{"b", "1"}));
    QVERIFY((entry.detail.at(2) == Fact{"omitted", "71 facts"}));
    QVERIFY(decode(encode(entry)));
}

void TestAuditEntry::headersMakeRoomForWhatIsKnown()
{
    Entry entry = sample();
    entry.detail = {{"a", "1"}, {"reason", "2"}};
    for (int i = 0; i < 31; ++i)
        entry.detail.push_back({kHeaderFact.toByteArray() + QByteArray::number(i), "x"});
    normalise(entry);
    QCOMPARE(std::ssize(entry.detail), kMostFacts);
    QVERIFY((entry.detail.front() == Fact{"a", "1"}));
    QVERIFY((entry.detail.back() == Fact{"reason", "2"}));
}

QTEST_APPLESS_MAIN(TestAuditEntry)
#include "test_audit_entry.moc"
