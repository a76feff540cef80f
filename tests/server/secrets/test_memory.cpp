#include "core/dotenv.h"
#include "secrets/environment_source.h"
#include "secrets/key_ring.h"
#include "secrets/key_ring_file.h"
#include "secrets/key_ring_table.h"
#include "secrets/private_file.h"
#include "secrets/sealed_store.h"
#include "secrets/sealer.h"
#include "secrets/secret_export.h"
#include "secrets/secret_strength.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::secrets;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kSize = 64;
constexpr unsigned char kMask = 0x55;
/// The secret, so that this program can look for it without having it.
using Masked = std::array<unsigned char, kSize>;

/// A file with a random secret that another program made, and the masked secret; what read it is overwritten.
Masked makeSecretFile(const QString &path)
{
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, u"umask 077; openssl rand -hex 32 >\"$0\""_s, path});
    if (!shell.waitForFinished(10'000) || shell.exitCode() != 0)
        qFatal("openssl does not run");
    const int file = ::open(path.toLocal8Bit().constData(), O_RDONLY);
    Masked masked{};
    for (unsigned char &each : masked) {
        volatile unsigned char byte = 0;
        if (::read(file, const_cast<unsigned char *>(&byte), 1) != 1)
            qFatal("cannot read %s", qPrintable(path));
        each = byte ^ kMask;
        byte = 0;
    }
    ::close(file);
    return masked;
}

/// Whether a page was ever written to: in memory or swapped out (pagemap, bits 63 and 62). What sanitizers reserve mostly was
/// not.
bool isUsed(int pagemap, unsigned long address)
{
    constexpr unsigned long kPageSize = 4096;
    constexpr quint64 kPresentOrSwapped = quint64(3) << 62;
    quint64 entry = 0;
    const auto at = static_cast<off_t>(address / kPageSize * sizeof entry);
    return ::pread(pagemap, &entry, sizeof entry, at) != sizeof entry || (entry & kPresentOrSwapped) != 0;
}

/// How often 32 characters of the secret are anywhere in what this process may write to: heap, stacks, data. What a core dump
/// would hold.
int occurrences(const Masked &masked)
{
    constexpr std::size_t kPart = 32;
    constexpr unsigned long kSanitizersOwn = 1UL << 30; // what they reserve for themselves is far larger
    struct Range {
        unsigned long from, to;
    };
    std::array<Range, 512> ranges{};
    std::size_t count = 0;
    FILE *maps = std::fopen("/proc/self/maps", "r");
    if (maps == nullptr)
        qFatal("no /proc/self/maps");
    std::array<char, 512> line{};
    while (std::fgets(line.data(), line.size(), maps) != nullptr && count < ranges.size()) {
        Range &range = ranges[count];
        char *end = nullptr;
        range.from = std::strtoul(line.data(), &end, 16);
        range.to = std::strtoul(end + 1, &end, 16);
        if (std::string_view(end + 1).starts_with("rw") && range.to - range.from < kSanitizersOwn)
            ++count;
    }
    (void)std::fclose(maps);
    int found = 0;
    const int memory = ::open("/proc/self/mem", O_RDONLY);
    const int pagemap = ::open("/proc/self/pagemap", O_RDONLY);
    std::array<unsigned char, 4096> page{};
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t matched = 0;
        for (unsigned long at = ranges[i].from; at < ranges[i].to; at += page.size()) {
            if (!isUsed(pagemap, at))
                continue;
            if (::pread(memory, page.data(), page.size(), static_cast<off_t>(at)) != static_cast<ssize_t>(page.size()))
                break;
            for (unsigned char &byte : page) {
                // A hex secret hardly repeats its first character's run, so starting over is enough.
                if (static_cast<unsigned char>(byte ^ kMask) == masked[matched])
                    ++matched;
                else
                    matched = static_cast<unsigned char>(byte ^ kMask) == masked[0] ? 1 : 0;
                byte = 0;
                if (matched == kPart) {
                    ++found;
                    matched = 0;
                }
            }
        }
    }
    ::close(memory);
    ::close(pagemap);
    return found;
}

} // namespace

/// That nothing of a secret is left in memory once who had it is gone.
class TestMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"secret"_s);
        m_secret = makeSecretFile(m_path);
    }
    void theScanFindsWhatIsThere();
    void nothingStaysOfAFile();
    void nothingStaysOfAVariable();
    void nothingStaysOfADotenv();
    void nothingStaysOfTheEncryptedFile();
    void nothingStaysOfAPassphrase();
    void nothingStaysOfAKeyRing();
    void nothingStaysOfASharedKeyRing();
    void nothingStaysOfJudgingIt();
    void nothingStaysOfAnExport();

private:
    /// Without a copy outside of SecretBytes.
    [[nodiscard]] SecretBytes secret() const
    {
        const auto content = readSecretFile(m_path, 1024);
        return SecretBytes(withoutLineEnd((*content)->bytes.view()));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    Masked m_secret{};
    const SystemClock m_clock;
};

void TestMemory::theScanFindsWhatIsThere()
{
    QCOMPARE(occurrences(m_secret), 0);
    {
        const SecretBytes held = secret();
        QCOMPARE(occurrences(m_secret), 1);
        const SecretBytes another = held.clone();
        QCOMPARE(occurrences(m_secret), 2);
    }
    QCOMPARE(occurrences(m_secret), 0);
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray careless = file.readAll();
        QVERIFY(occurrences(m_secret) > 0);
        cleanse(careless);
    }
}

void TestMemory::nothingStaysOfAFile()
{
    qputenv("JWT_SECRET_FILE", m_path.toUtf8());
    {
        const auto found = NamedFileSource().find(*findKnownSecret("JWT_SECRET"));
        QVERIFY(found && *found);
        QCOMPARE(occurrences(m_secret), 1);
    }
    qunsetenv("JWT_SECRET_FILE");
    QCOMPARE(occurrences(m_secret), 0);
}

void TestMemory::nothingStaysOfAVariable()
{
    {
        // As the kernel gives it: one string, which the environment points to.
        SecretBytes assignment = SecretBytes::ofSize(11 + 64 + 1);
        std::memcpy(assignment.data(), "JWT_SECRET=", 11);
        std::memcpy(assignment.data() + 11, secret().view().data(), 64);
        QCOMPARE(::putenv(assignment.data()), 0);
        const auto source = EnvironmentSource::takeFromProcess();
        QCOMPARE(occurrences(m_secret), 1); // the source's own
        QVERIFY(*source->find(*findKnownSecret("JWT_SECRET")));
    }
    QCOMPARE(occurrences(m_secret), 0);
}

void TestMemory::nothingStaysOfADotenv()
{
    {
        const SecretBytes text = toDotenv("JWT_SECRET", secret().view());
        const auto bare = parseDotenv(text.view());
        QVERIFY(bare);
        QCOMPARE(occurrences(m_secret), 2);
    }
    QCOMPARE(occurrences(m_secret), 0);
}

void TestMemory::nothingStaysOfTheEncryptedFile()
{
    const QString path = m_folder->filePath(u"secrets.sealed"_s);
    {
        Sealer sealer(SecretBytes("passphrase"), {8 * 1024, 1});
        SealedStore store(path, &sealer, m_clock);
        std::vector<NamedSecret> secrets;
        secrets.push_back({"JWT_SECRET", secret()});
        QVERIFY(store.store(std::move(secrets)));
        secrets.clear();
        QCOMPARE(occurrences(m_secret), 0);
        const auto found = store.find(*findKnownSecret("JWT_SECRET"));
        QVERIFY(found && *found);
        QCOMPARE(occurrences(m_secret), 1);
    }
    QCOMPARE(occurrences(m_secret), 0);
}

void TestMemory::nothingStaysOfAPassphrase()
{
    {
        Sealer sealer(secret(), {8 * 1024, 1});
        QVERIFY(sealer.open("test", *sealer.seal("test", "x")));
        QCOMPARE(occurrences(m_secret), 1);
    }
    QCOMPARE(occurrences(m_secret), 0);
}

void TestMemory::nothingStaysOfAKeyRing()
{
    for (const bool encrypted : {false, true}) {
        const QString path = m_folder->filePath(encrypted ? u"encrypted"_s : u"plain"_s);
        const auto sealer = encrypted ? std::make_shared<Sealer>(SecretBytes("passphrase"), SealingCost{8 * 1024, 1}) : nullptr;
        {
            const auto ring = KeyRing::open(std::make_shared<KeyRingFile>(path, sealer), secret(), {}, m_clock);
            QVERIFY(ring);
            QCOMPARE(occurrences(m_secret), 1);
            QVERIFY((*ring)->rotate(KeyRing::Rotation::Graceful));
            QCOMPARE(occurrences(m_secret), 1);
            QVERIFY((*ring)->rotate(KeyRing::Rotation::Now));
            QCOMPARE(occurrences(m_secret), 0);
        }
        QCOMPARE(occurrences(m_secret), 0);
    }
}

void TestMemory::nothingStaysOfASharedKeyRing()
{
    const auto sealer = std::make_shared<Sealer>(SecretBytes("passphrase"), SealingCost{8 * 1024, 1});
    const auto database = storage::Database::openSqlite(u":memory:"_s);
    QVERIFY(database);
    const auto table = std::make_shared<const KeyRingTable>(**database, sealer, nullptr);
    {
        const auto ring = KeyRing::open(table, secret(), {}, m_clock);
        QVERIFY(ring);
        QCOMPARE(occurrences(m_secret), 1);
        QVERIFY((*ring)->rotate(KeyRing::Rotation::Graceful));
        QCOMPARE(occurrences(m_secret), 1);
        {
            const auto other = KeyRing::open(table, std::nullopt, {}, m_clock);
            QVERIFY(other && (*other)->rotate(KeyRing::Rotation::Now));
            QCOMPARE(occurrences(m_secret), 1); // here it is not known yet
        }
        QVERIFY((*ring)->refresh());
        QCOMPARE(occurrences(m_secret), 0);
    }
    QCOMPARE(occurrences(m_secret), 0);
}

void TestMemory::nothingStaysOfJudgingIt()
{
    QVERIFY(weaknessAgainst(secret().view(), 256).isEmpty());
    QCOMPARE(occurrences(m_secret), 0);
}

void TestMemory::nothingStaysOfAnExport()
{
    for (const ExportFormat format : {ExportFormat::Env, ExportFormat::Docker, ExportFormat::Kubernetes, ExportFormat::Systemd}) {
        std::vector<NamedSecret> secrets;
        secrets.push_back({"JWT_SECRET", secret()});
        const QString path = m_folder->filePath(u"export-%1"_s.arg(static_cast<int>(format)));
        QVERIFY(writeExport(exported(secrets, format, path), path));
    }
    QCOMPARE(occurrences(m_secret), 0);
}

QTEST_GUILESS_MAIN(TestMemory)
#include "test_memory.moc"
