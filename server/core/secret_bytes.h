#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gatehouse {

/// Bytes that must not be seen or left behind: keys, passwords, tokens.
///
/// Owns its own buffer, overwrites it before giving it back, cannot be copied or printed by accident.
/// Where another owner is meant, `clone()` says so.
class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(QByteArrayView bytes);
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    ~SecretBytes();

    /// Takes the content of `source` and overwrites `source`, which must own its data alone to be cleansed fully.
    [[nodiscard]] static SecretBytes takeFrom(QByteArray &source);

    [[nodiscard]] SecretBytes clone() const;
    [[nodiscard]] QByteArrayView view() const { return {m_data, m_size}; }
    [[nodiscard]] char *data() { return m_data; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

    /// Makes a buffer of `size` zero bytes, to be filled through data().
    [[nodiscard]] static SecretBytes ofSize(qsizetype size);

private:
    void reset();

    char *m_data = nullptr;
    qsizetype m_size = 0;
};

/// Overwrites `size` bytes in a way the compiler may not drop.
void cleanse(void *data, qsizetype size);

/// Overwrites and empties `bytes`, if nobody else shares its buffer.
void cleanse(QByteArray &bytes);

/// Compares without telling by time where the difference is; only the lengths may be learned.
[[nodiscard]] bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace gatehouse
