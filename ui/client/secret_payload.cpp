#include "client/secret_payload.h"

#include <QCryptographicHash>
#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace gatehouse::client {

namespace {

// MessagePack's markers, as far as a payload has them (github.com/msgpack/msgpack/blob/master/spec.md).
enum Marker : unsigned char {
    PositiveFixintEnd = 0x7f,
    FixarrayBegin = 0x90,
    FixarrayEnd = 0x9f,
    FixstrBegin = 0xa0,
    FixstrEnd = 0xbf,
    Nil = 0xc0,
    Bin8 = 0xc4,
    Bin16 = 0xc5,
    Bin32 = 0xc6,
    Uint8 = 0xcc,
    Uint64 = 0xcf,
    Str8 = 0xd9,
    Str16 = 0xda,
    Str32 = 0xdb,
    Array16 = 0xdc,
    Array32 = 0xdd,
};

constexpr qsizetype kDigestSize = 16;

// How much longer integers may be than the bytes: what a size limit leaves beside base64 (largestData() of the server), so that
// what is not longer than the limit is accepted in either form.
constexpr qsizetype kShareForIntegers = 8; // an eighth
constexpr qsizetype kRoomForIntegers = 256; // bytes

/// Writes into a buffer of the right size, and measures without one.
class Writer
{
public:
    explicit Writer(char *out = nullptr)
        : m_out(out)
    {
    }

    void put(QByteArrayView bytes)
    {
        if (m_out != nullptr && !bytes.isEmpty())
            std::memcpy(m_out + m_size, bytes.data(), static_cast<std::size_t>(bytes.size()));
        m_size += bytes.size();
    }
    void put(unsigned char byte) { put(QByteArrayView(&byte, 1)); }
    template<typename Integer> void putBigEndian(unsigned char marker, Integer value)
    {
        char bytes[sizeof value];
        qToBigEndian(value, bytes);
        put(marker);
        put(QByteArrayView(bytes, sizeof bytes));
    }
    [[nodiscard]] qsizetype size() const { return m_size; }

private:
    char *m_out;
    qsizetype m_size = 0;
};

/// A length under the shortest of the markers for 8, 16 and 32 bits, which follow each other.
void putLength(Writer &writer, unsigned char marker8, qsizetype length)
{
    if (length <= 0xff)
        writer.putBigEndian(marker8, static_cast<quint8>(length));
    else if (length <= 0xffff)
        writer.putBigEndian(static_cast<unsigned char>(marker8 + 1), static_cast<quint16>(length));
    else
        writer.putBigEndian(static_cast<unsigned char>(marker8 + 2), static_cast<quint32>(length));
}

bool isOneByte(char octet)
{
    return static_cast<unsigned char>(octet) <= PositiveFixintEnd;
}

bool fitsAsIntegers(QByteArrayView data)
{
    const qsizetype longer = data.size() - std::ranges::count_if(data, isOneByte);
    return longer <= data.size() / kShareForIntegers + kRoomForIntegers;
}

void putIntegers(Writer &writer, QByteArrayView data)
{
    if (data.size() <= FixarrayEnd - FixarrayBegin)
        writer.put(static_cast<unsigned char>(FixarrayBegin + data.size()));
    else if (data.size() <= 0xffff)
        writer.putBigEndian(Array16, static_cast<quint16>(data.size()));
    else
        writer.putBigEndian(Array32, static_cast<quint32>(data.size()));
    for (const char octet : data) {
        if (!isOneByte(octet))
            writer.put(Uint8);
        writer.put(static_cast<unsigned char>(octet));
    }
}

void putData(Writer &writer, QByteArrayView data)
{
    if (fitsAsIntegers(data)) {
        putIntegers(writer, data);
        return;
    }
    putLength(writer, Bin8, data.size());
    writer.put(data);
}

void write(Writer &writer, QByteArrayView data, const std::optional<QByteArray> &filename)
{
    writer.put(FixarrayBegin + 2);
    putData(writer, data);
    if (!filename) {
        writer.put(Nil);
        return;
    }
    if (filename->size() <= FixstrEnd - FixstrBegin)
        writer.put(static_cast<unsigned char>(FixstrBegin + filename->size()));
    else
        putLength(writer, Str8, filename->size());
    writer.put(*filename);
}

/// Takes a text apart from its front.
class Reader
{
public:
    explicit Reader(QByteArrayView text)
        : m_rest(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] qsizetype left() const { return m_rest.size(); }

    [[nodiscard]] std::optional<unsigned char> byte()
    {
        const auto one = take(1);
        return one ? std::optional(static_cast<unsigned char>(one->front())) : std::nullopt;
    }
    /// An unsigned number of 1, 2, 4 or 8 bytes.
    [[nodiscard]] std::optional<quint64> number(qsizetype size)
    {
        const auto bytes = take(size);
        if (!bytes)
            return std::nullopt;
        quint64 value = 0;
        for (const char one : *bytes)
            value = value << 8 | static_cast<unsigned char>(one);
        return value;
    }
    /// As many bytes as the next `lengthSize` bytes say.
    [[nodiscard]] std::optional<QByteArrayView> counted(qsizetype lengthSize)
    {
        const auto length = number(lengthSize);
        return length && *length <= static_cast<quint64>(m_rest.size()) ? take(static_cast<qsizetype>(*length)) : std::nullopt;
    }
    [[nodiscard]] std::optional<QByteArrayView> take(qsizetype count)
    {
        if (count > m_rest.size())
            return std::nullopt;
        const QByteArrayView taken = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return taken;
    }

private:
    QByteArrayView m_rest;
};

std::optional<unsigned char> readOctet(Reader &reader)
{
    const auto marker = reader.byte();
    if (!marker || *marker <= PositiveFixintEnd)
        return marker;
    if (*marker < Uint8 || *marker > Uint64)
        return std::nullopt;
    const auto value = reader.number(qsizetype{1} << (*marker - Uint8));
    return value && *value <= 0xff ? std::optional(static_cast<unsigned char>(*value)) : std::nullopt;
}

std::optional<SecretBytes> readOctets(Reader &reader, std::optional<quint64> count)
{
    // Each takes a byte at least, so a claim of more is refused before anything is set aside for it.
    if (!count || *count > static_cast<quint64>(reader.left()))
        return std::nullopt;
    SecretBytes octets = SecretBytes::ofSize(static_cast<qsizetype>(*count));
    for (qsizetype i = 0; i < octets.size(); ++i) {
        const auto octet = readOctet(reader);
        if (!octet)
            return std::nullopt;
        octets.data()[i] = static_cast<char>(*octet);
    }
    return octets;
}

std::optional<SecretBytes> readData(Reader &reader)
{
    const auto marker = reader.byte();
    if (!marker)
        return std::nullopt;
    if (*marker >= Bin8 && *marker <= Bin32) {
        const auto bytes = reader.counted(qsizetype{1} << (*marker - Bin8));
        return bytes ? std::optional(SecretBytes(*bytes)) : std::nullopt;
    }
    if (*marker >= FixarrayBegin && *marker <= FixarrayEnd)
        return readOctets(reader, *marker - FixarrayBegin);
    if (*marker == Array16 || *marker == Array32)
        return readOctets(reader, reader.number(*marker == Array16 ? 2 : 4));
    return std::nullopt;
}

/// False: there is none that can be read.
bool readFilename(Reader &reader, std::optional<QString> &filename)
{
    const auto marker = reader.byte();
    if (!marker)
        return false;
    if (*marker == Nil)
        return true;
    std::optional<QByteArrayView> bytes;
    if (*marker >= FixstrBegin && *marker <= FixstrEnd)
        bytes = reader.take(*marker - FixstrBegin);
    else if (*marker >= Str8 && *marker <= Str32)
        bytes = reader.counted(qsizetype{1} << (*marker - Str8));
    if (!bytes)
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    filename = decoder(*bytes);
    return !decoder.hasError();
}

} // namespace

SecretBytes toMessagePack(const SecretPayload &payload)
{
    const auto filename = payload.filename ? std::optional(payload.filename->toUtf8()) : std::nullopt;
    Writer measure;
    write(measure, payload.data.view(), filename);
    SecretBytes text = SecretBytes::ofSize(measure.size());
    Writer writer(text.data());
    write(writer, payload.data.view(), filename);
    return text;
}

Result<SecretPayload> payloadFrom(QByteArrayView text)
{
    Reader reader(text);
    SecretPayload payload;
    if (reader.byte() == FixarrayBegin + 2) {
        std::optional<SecretBytes> data = readData(reader);
        if (data && readFilename(reader, payload.filename) && reader.atEnd()) {
            payload.data = std::move(*data);
            return payload;
        }
    }
    return failure(ErrorKind::Malformed, u"it was decrypted, but its content is in no form that is known here"_s);
}

QByteArray digestOf(QByteArrayView messagePack)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(messagePack);
    return hash.result().first(kDigestSize);
}

} // namespace gatehouse::client
