// Feeds a fuzz target every case of its corpus, without libFuzzer: what was found once stays found.

#include <QDir>
#include <QFile>
#include <QTest>

#include <cstddef>
#include <cstdint>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

class ReplayCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survives_data();
    void survives();
};

void ReplayCorpus::survives_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("nothing at all") << QByteArray();
    const QDir corpus(QStringLiteral(GATEHOUSE_CORPUS));
    const QStringList names = corpus.entryList(QDir::Files, QDir::Name);
    QVERIFY2(!names.isEmpty(), "a fuzz target comes with at least one case in its corpus");
    for (const QString &name : names) {
        QFile file(corpus.filePath(name));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
        QTest::newRow(qPrintable(name)) << file.readAll();
    }
}

void ReplayCorpus::survives()
{
    QFETCH(QByteArray, input);
    // A copy of its exact size, so that a sanitizer sees a read past the end; a QByteArray ends in one byte more.
    const std::vector<std::uint8_t> exact(input.cbegin(), input.cend());
    QCOMPARE(LLVMFuzzerTestOneInput(exact.data(), exact.size()), 0);
}

QTEST_GUILESS_MAIN(ReplayCorpus)
#include "replay_corpus.moc"
