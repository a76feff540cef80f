#include "core/secret_bytes.h"

#include <cstring>
#include <utility>

namespace gatehouse {

void cleanse(void *data, qsizetype size)
{
    if (data == nullptr || size <= 0)
        return;
    // Through a volatile pointer the stores count as observable, so they stay.
    auto *bytes = static_cast<volatile unsigned char *>(data);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = 0;
}

void cleanse(QByteArray &bytes)
{
    if (bytes.isDetached())
        cleanse(bytes.data(), bytes.size());
    bytes = QByteArray();
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size())
        return false;
    volatile unsigned char difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference =
            static_cast<unsigned char>(difference | (static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i])));
    return difference == 0;
}

SecretBytes::SecretBytes(QByteArrayView bytes)
    : SecretBytes(ofSize(bytes.size()))
{
    if (!bytes.isEmpty())
        std::memcpy(m_data, bytes.data(), static_cast<size_t>(bytes.size()));
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        reset();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    reset();
}

SecretBytes SecretBytes::takeFrom(QByteArray &source)
{
    SecretBytes taken{QByteArrayView(source)};
    cleanse(source);
    return taken;
}

SecretBytes SecretBytes::clone() const
{
    return SecretBytes(view());
}

SecretBytes SecretBytes::ofSize(qsizetype size)
{
    SecretBytes bytes;
    if (size > 0) {
        bytes.m_data = new char[static_cast<size_t>(size)]();
        bytes.m_size = size;
    }
    return bytes;
}

void SecretBytes::reset()
{
    cleanse(m_data, m_size);
    delete[] m_data;
    m_data = nullptr;
    m_size = 0;
}

} // namespace gatehouse
