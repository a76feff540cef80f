#include "core/random.h"
#include "core/secret_bytes.h"

#include <QTest>

#include <algorithm>
#include <type_traits>

using namespace gatehouse;

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes>);

class TestSecretBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAndCleansesItsSource()
    {
        QByteArray source("a secret of some length that is on the heap");
        source.detach();
        const SecretBytes secret = SecretBytes::takeFrom(source);
        QCOMPARE(secret.view(), "a secret of some length that is on the heap");
        QVERIFY(source.isEmpty());
    }

    void leavesSharedBytesToTheirOtherOwner()
    {
        QByteArray bytes = QByteArray("shared").repeated(4);
        const QByteArray other = bytes;
        cleanse(bytes);
        QVERIFY(bytes.isEmpty());
        QCOMPARE(other, QByteArray("shared").repeated(4));
    }

    void overwritesWhatItIsTold()
    {
        char buffer[] = "0123456789";
        cleanse(buffer, 5);
        QCOMPARE(QByteArray(buffer, 10),
                 QByteArray("\0\0\0\0\0"
                            "56789",
                            10));
        cleanse(nullptr, 10);
        cleanse(buffer, -1);
    }

    void movingLeavesNothingBehind()
    {
        SecretBytes first("secret");
        SecretBytes second(std::move(first));
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is tested
        QCOMPARE(second.view(), "secret");
        SecretBytes third("other");
        third = std::move(second);
        QCOMPARE(third.view(), "secret");
        SecretBytes &same = third;
        third = std::move(same);
        QCOMPARE(third.view(), "secret");
    }

    void clonesOnlyWhenAsked()
    {
        const SecretBytes secret("secret");
        SecretBytes clone = secret.clone();
        clone.data()[0] = 'S';
        QCOMPARE(secret.view(), "secret");
        QCOMPARE(clone.view(), "Secret");
    }

    void holdsZeroAndNothing()
    {
        QVERIFY(SecretBytes().isEmpty());
        QVERIFY(SecretBytes::ofSize(0).isEmpty());
        QVERIFY(SecretBytes::ofSize(-1).isEmpty());
        QCOMPARE(SecretBytes(QByteArrayView("a\0b", 3)).size(), 3);
        QVERIFY(std::ranges::all_of(SecretBytes::ofSize(64).view(), [](char c) { return c == 0; }));
    }

    void comparesContentAndLength()
    {
        QVERIFY(equalInConstantTime("", ""));
        QVERIFY(equalInConstantTime("abc", "abc"));
        QVERIFY(!equalInConstantTime("abc", "abd"));
        QVERIFY(!equalInConstantTime("abc", "bbc"));
        QVERIFY(!equalInConstantTime("abc", "abcd"));
        QVERIFY(!equalInConstantTime(QByteArrayView("a\0b", 3), QByteArrayView("a\0c", 3)));
        QVERIFY(equalInConstantTime("\xff\x80", "\xff\x80"));
    }

    void randomBytesFillTheWholeBuffer_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 10, 16, 63, 64, 65, 1000})
            QTest::addRow("%d bytes", size) << size;
    }

    void randomBytesFillTheWholeBuffer()
    {
        QFETCH(int, size);
        // A byte that stays zero in 64 tries was not filled: chance would need 2^-512.
        std::vector<bool> touched(static_cast<size_t>(size));
        for (int i = 0; i < 64; ++i) {
            const SecretBytes secret = randomSecret(size);
            QCOMPARE(secret.size(), size);
            for (size_t at = 0; at < touched.size(); ++at)
                touched[at] = touched[at] || secret.view()[static_cast<qsizetype>(at)] != 0;
        }
        QVERIFY(std::ranges::all_of(touched, [](bool each) { return each; }));
    }

    void randomSecretsDiffer() { QVERIFY(randomSecret(32).view() != randomSecret(32).view()); }
};

QTEST_APPLESS_MAIN(TestSecretBytes)
#include "test_secret_bytes.moc"
