#pragma once

#include "core/secret_bytes.h"

#include <QtEndian>

#include <cstring>
#include <optional>

namespace gatehouse::secrets {

/// Puts numbers and lengths before bytes into one cleansed buffer. Qt's own serialisers leave copies behind.
class ByteWriter
{
public:
    void number(quint64 value)
    {
        char bytes[8];
        qToBigEndian(value, bytes);
        append({bytes, 8});
    }
    void bytes(QByteArrayView content)
    {
        number(static_cast<quint64>(content.size()));
        append(content);
    }
    [[nodiscard]] SecretBytes take() const { return SecretBytes(m_buffer.view().first(m_size)); }

private:
    void append(QByteArrayView content)
    {
        if (m_size + content.size() > m_buffer.size()) {
            SecretBytes larger = SecretBytes::ofSize(2 * (m_size + content.size()) + 256);
            if (m_size > 0)
                std::memcpy(larger.data(), m_buffer.view().data(), static_cast<std::size_t>(m_size));
            m_buffer = std::move(larger);
        }
        if (!content.isEmpty())
            std::memcpy(m_buffer.data() + m_size, content.data(), static_cast<std::size_t>(content.size()));
        m_size += content.size();
    }
    SecretBytes m_buffer;
    qsizetype m_size = 0;
};

/// Reads what ByteWriter wrote, without copies. Once something does not fit it stays failed.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView content)
        : m_rest(content)
    {
    }
    quint64 number()
    {
        const QByteArrayView raw = take(8);
        return raw.size() == 8 ? qFromBigEndian<quint64>(raw.data()) : 0;
    }
    QByteArrayView bytes() { return take(number()); }
    /// Whether everything fitted so far.
    [[nodiscard]] bool ok() const { return m_ok; }
    /// Whether everything fitted and nothing is left.
    [[nodiscard]] bool atEnd() const { return m_ok && m_rest.isEmpty(); }

private:
    QByteArrayView take(quint64 size)
    {
        m_ok = m_ok && size <= static_cast<quint64>(m_rest.size());
        if (!m_ok)
            return {};
        const QByteArrayView taken = m_rest.first(static_cast<qsizetype>(size));
        m_rest = m_rest.sliced(taken.size());
        return taken;
    }
    QByteArrayView m_rest;
    bool m_ok = true;
};

} // namespace gatehouse::secrets
