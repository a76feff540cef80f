#pragma once

#include <QByteArrayView>

#include <array>

namespace gatehouse::http {

/// Follows the frames that a client of a WebSocket sends, to find one that is not masked: RFC 6455, section 5.1, has a server
/// close then, and Qt's does not. Looks at nothing else.
class FrameMasks
{
public:
    /// Whether all frames are masked whose second byte has come. `bytes` go on where those before ended.
    [[nodiscard]] bool holdIn(QByteArrayView bytes);

private:
    static constexpr qsizetype kLongestHead = 14;

    [[nodiscard]] qsizetype headSize() const;
    [[nodiscard]] quint64 payloadSize() const;

    std::array<unsigned char, kLongestHead> m_head{};
    qsizetype m_known = 0; ///< of the head
    quint64 m_rest = 0; ///< of the payload
};

} // namespace gatehouse::http
