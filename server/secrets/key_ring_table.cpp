#include "secrets/key_ring_table.h"

#include "secrets/sealer.h"
#include "storage/statement.h"

namespace gatehouse::secrets {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr QByteArrayView kPurpose = "gatehouse signing keys of a deployment";
constexpr qsizetype kLargest = 1024 * 1024; ///< bytes, as the statement below has it
/// Each attempt that fails is a change that somebody else has made.
constexpr int kMostAttempts = 100;

} // namespace

KeyRingTable::KeyRingTable(storage::Database &database, std::shared_ptr<Sealer> sealer,
                           std::shared_ptr<const KeyRingStore> before)
    : m_database(&database)
    , m_connection(nullptr)
    , m_sealer(std::move(sealer))
    , m_before(std::move(before))
{
}

KeyRingTable::KeyRingTable(QSqlDatabase &connection, std::shared_ptr<Sealer> sealer, std::shared_ptr<const KeyRingStore> before)
    : m_database(nullptr)
    , m_connection(&connection)
    , m_sealer(std::move(sealer))
    , m_before(std::move(before))
{
}

KeyRingTable KeyRingTable::over(QSqlDatabase &connection) const
{
    return {connection, m_sealer, m_before};
}

QString KeyRingTable::description() const
{
    return u"the key ring in the database"_s;
}

Result<bool> KeyRingTable::exists(QSqlDatabase &connection)
{
    const Result<std::optional<Row>> row = rowIn(connection);
    return row ? Result<bool>(row->has_value()) : std::unexpected(row.error());
}

Result<std::optional<KeyRingTable::Row>> KeyRingTable::rowIn(QSqlDatabase &connection)
{
    // No more of it than tells that it is too much.
    Statement statement(connection, "SELECT version, substr(content, 1, 1048577) FROM signing_keys WHERE id = 1");
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    if (statement.next())
        return Row{statement.number(0), statement.bytes(1)};
    if (const Result<void> read = statement.reachedEnd(); !read)
        return std::unexpected(read.error());
    return std::nullopt;
}

/// Puts `sealed` in the place of `row`; false when that is not there any more, or, where there was none, when there is one now.
Result<bool> KeyRingTable::replaceIn(QSqlDatabase &connection, const std::optional<Row> &row, const QByteArray &sealed)
{
    Statement statement(connection,
                        row ? "UPDATE signing_keys SET version = version + 1, content = ? WHERE id = 1 AND version = ?"
                            : "INSERT INTO signing_keys (id, version, content) VALUES (1, 1, ?) ON CONFLICT DO NOTHING");
    statement.bindBytes(sealed);
    if (row)
        statement.bind(row->version);
    if (const Result<void> done = statement.execute(); !done)
        return std::unexpected(done.error());
    return statement.rowsChanged() == 1;
}

Result<RingContent> KeyRingTable::opened(const QByteArray &sealed) const
{
    if (sealed.size() > kLargest)
        return failure(ErrorKind::Unavailable, u"%1 is larger than any can be"_s.arg(description()));
    const Result<SecretBytes> plain = m_sealer->open(kPurpose, sealed);
    if (!plain)
        return failure(plain.error().kind,
                       u"%1 %2. All instances need the SECRETS_PASSPHRASE that it was encrypted under"_s.arg(
                           description(), plain.error().detail));
    std::optional<RingContent> content = decodedRing(plain->view());
    if (!content)
        return failure(ErrorKind::Unavailable,
                       u"%1 is damaged: it must hold whole keys, one of them active"_s.arg(description()));
    return std::move(*content);
}

Result<std::optional<RingReading>> KeyRingTable::readUnless(const std::optional<RingIdentity> &known) const
{
    const Result<std::optional<Row>> row = ask(&KeyRingTable::rowIn);
    if (!row)
        return std::unexpected(row.error());
    // No two writings are alike: each has a nonce of its own.
    RingIdentity identity = *row ? (*row)->sealed : RingIdentity();
    if (known == identity)
        return std::nullopt;
    Result<RingContent> content = *row ? opened((*row)->sealed) : RingContent();
    return RingReading{std::move(identity), std::move(content)};
}

Result<StoredRing> KeyRingTable::change(const std::function<void(RingContent &)> &work) const
{
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
        const Result<std::optional<Row>> row = ask(&KeyRingTable::rowIn);
        if (!row)
            return std::unexpected(row.error());
        Result<RingContent> content = *row ? opened((*row)->sealed) : m_before ? m_before->read() : RingContent();
        if (!content)
            return std::unexpected(content.error());
        const SecretBytes before = encodedRing(*content);
        work(*content);
        const SecretBytes after = encodedRing(*content);
        if (*row && equalInConstantTime(before.view(), after.view()))
            return StoredRing{(*row)->sealed, std::move(*content)};
        const Result<QByteArray> sealed = m_sealer->seal(kPurpose, after.view());
        if (!sealed)
            return std::unexpected(sealed.error());
        const auto replace = [&](QSqlDatabase &connection) { return replaceIn(connection, *row, *sealed); };
        const Result<bool> replaced = ask(replace);
        if (!replaced)
            return std::unexpected(replaced.error());
        if (*replaced)
            return StoredRing{*sealed, std::move(*content)};
    }
    return failure(ErrorKind::Unavailable, u"%1 is being changed by others all the time"_s.arg(description()));
}

} // namespace gatehouse::secrets
