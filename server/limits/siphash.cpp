#include "limits/siphash.h"

#include <QtEndian>

#include <bit>

namespace gatehouse::limits {

namespace {

struct SipState {
    quint64 v0 = 0, v1 = 0, v2 = 0, v3 = 0;

    void round()
    {
        v0 += v1;
        v1 = std::rotl(v1, 13) ^ v0;
        v0 = std::rotl(v0, 32);
        v2 += v3;
        v3 = std::rotl(v3, 16) ^ v2;
        v0 += v3;
        v3 = std::rotl(v3, 21) ^ v0;
        v2 += v1;
        v1 = std::rotl(v1, 17) ^ v2;
        v2 = std::rotl(v2, 32);
    }

    void absorb(quint64 word)
    {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
    }

    [[nodiscard]] quint64 squeeze()
    {
        for (int i = 0; i < 4; ++i)
            round();
        return v0 ^ v1 ^ v2 ^ v3;
    }
};

} // namespace

Fingerprint sipHash128(QByteArrayView bytes, const std::array<unsigned char, 16> &key)
{
    const auto k0 = qFromLittleEndian<quint64>(key.data());
    const auto k1 = qFromLittleEndian<quint64>(key.data() + 8);
    // The constants are "somepseudorandomlygeneratedbytes"; 0xee marks the 128-bit variant.
    SipState state{k0 ^ 0x736f6d6570736575U, k1 ^ 0x646f72616e646f6dU ^ 0xeeU, k0 ^ 0x6c7967656e657261U,
                   k1 ^ 0x7465646279746573U};

    const qsizetype whole = bytes.size() & ~qsizetype(7);
    for (qsizetype at = 0; at < whole; at += 8)
        state.absorb(qFromLittleEndian<quint64>(bytes.data() + at));
    quint64 last = static_cast<quint64>(bytes.size()) << 56U;
    for (qsizetype at = whole; at < bytes.size(); ++at)
        last |= static_cast<quint64>(static_cast<unsigned char>(bytes[at])) << (8U * static_cast<unsigned>(at - whole));
    state.absorb(last);

    Fingerprint result;
    state.v2 ^= 0xeeU;
    result.low = state.squeeze();
    state.v1 ^= 0xddU;
    result.high = state.squeeze();
    return result;
}

} // namespace gatehouse::limits
