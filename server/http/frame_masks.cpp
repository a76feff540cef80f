#include "http/frame_masks.h"

#include <algorithm>

namespace gatehouse::http {

namespace {

// RFC 6455, section 5.2.
constexpr qsizetype kLeastHead = 2;
constexpr unsigned char kMasked = 0x80;
constexpr unsigned char kLength = 0x7f;
constexpr unsigned char kTwoMoreBytes = 126;
constexpr unsigned char kEightMoreBytes = 127;
constexpr qsizetype kKeySize = 4;

qsizetype moreOfLength(unsigned char length)
{
    return length == kTwoMoreBytes ? 2 : length == kEightMoreBytes ? 8 : 0;
}

} // namespace

qsizetype FrameMasks::headSize() const
{
    return m_known < kLeastHead ? kLeastHead : kLeastHead + moreOfLength(m_head[1] & kLength) + kKeySize;
}

quint64 FrameMasks::payloadSize() const
{
    const unsigned char length = m_head[1] & kLength;
    const qsizetype more = moreOfLength(length);
    if (more == 0)
        return length;
    quint64 size = 0;
    for (qsizetype i = 0; i < more; ++i)
        size = size << 8 | m_head[static_cast<std::size_t>(kLeastHead + i)];
    return size;
}

bool FrameMasks::holdIn(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (m_rest > 0) {
            const auto skipped = static_cast<qsizetype>(std::min<quint64>(m_rest, static_cast<quint64>(bytes.size())));
            m_rest -= static_cast<quint64>(skipped);
            bytes = bytes.sliced(skipped);
            continue;
        }
        m_head[static_cast<std::size_t>(m_known++)] = static_cast<unsigned char>(bytes.front());
        bytes = bytes.sliced(1);
        if (m_known < kLeastHead)
            continue;
        if ((m_head[1] & kMasked) == 0)
            return false;
        if (m_known < headSize())
            continue;
        m_rest = payloadSize();
        m_known = 0;
    }
    return true;
}

} // namespace gatehouse::http
