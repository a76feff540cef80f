#include "core/strict_json.h"

#include <QJsonDocument>
#include <QSet>
#include <QStringDecoder>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxDepth = 64;

/// Walks the text once and finds what QJsonDocument would silently accept. It does not build anything: the values
/// are read by QJsonDocument afterwards, so both must agree that the text is JSON.
class StrictScanner
{
public:
    explicit StrictScanner(QByteArrayView text)
        : m_text(text)
    {
    }

    /// Empty when the text is one JSON object, else what is wrong with it.
    QString check()
    {
        skipSpace();
        if (peek() != '{')
            return u"a JSON object was expected"_s;
        if (!value(0))
            return m_problem.isEmpty() ? u"not valid JSON at byte %1"_s.arg(m_at) : m_problem;
        skipSpace();
        if (m_at != m_text.size())
            return u"bytes after the end of the JSON object"_s;
        return {};
    }

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    [[nodiscard]] bool take(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    void skipSpace()
    {
        while (m_at < m_text.size()
               && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n' || m_text[m_at] == '\r'))
            ++m_at;
    }
    bool fail(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
        return false;
    }

    bool value(int depth)
    {
        skipSpace();
        if (depth >= kMaxDepth && (peek() == '{' || peek() == '['))
            return fail(u"nested too deeply"_s);
        switch (peek()) {
        case '{': return object(depth);
        case '[': return array(depth);
        case '"': return string(nullptr);
        case 't': return word("true");
        case 'f': return word("false");
        case 'n': return word("null");
        default: return number();
        }
    }

    bool word(QByteArrayView expected)
    {
        if (!m_text.sliced(m_at).startsWith(expected))
            return false;
        m_at += expected.size();
        return true;
    }

    bool object(int depth)
    {
        QSet<QString> keys;
        ++m_at;
        skipSpace();
        if (take('}'))
            return true;
        do {
            skipSpace();
            QString key;
            if (!string(&key))
                return false;
            if (keys.contains(key))
                return fail(u"the key \"%1\" is repeated"_s.arg(key.left(64)));
            keys.insert(key);
            skipSpace();
            if (!take(':') || !value(depth + 1))
                return false;
            skipSpace();
        } while (take(','));
        return take('}');
    }

    bool array(int depth)
    {
        ++m_at;
        skipSpace();
        if (take(']'))
            return true;
        do {
            if (!value(depth + 1))
                return false;
            skipSpace();
        } while (take(','));
        return take(']');
    }

    bool digits()
    {
        const qsizetype start = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        return m_at > start;
    }

    bool number()
    {
        (void)take('-');
        if (!take('0') && !digits())
            return false;
        if (take('.') && !digits())
            return false;
        if (take('e') || take('E')) {
            if (!take('+'))
                (void)take('-');
            return digits();
        }
        return true;
    }

    bool hex4(char16_t &unit)
    {
        unit = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            const char c = peek();
            const int digit = c >= '0' && c <= '9' ? c - '0'
                : c >= 'a' && c <= 'f'             ? c - 'a' + 10
                : c >= 'A' && c <= 'F'             ? c - 'A' + 10
                                                   : -1;
            if (digit < 0)
                return false;
            unit = static_cast<char16_t>(unit * 16 + digit);
        }
        return true;
    }

    bool escape(QString *out)
    {
        static constexpr QByteArrayView kEscapes = "\"\\/bfnrt";
        static constexpr QByteArrayView kMeanings = "\"\\/\b\f\n\r\t";
        const char c = peek();
        ++m_at;
        if (const qsizetype index = c == '\0' ? -1 : kEscapes.indexOf(c); index >= 0) {
            if (out)
                out->append(QLatin1Char(kMeanings[index]));
            return true;
        }
        char16_t unit = 0;
        if (c != 'u' || !hex4(unit))
            return false;
        if (out)
            out->append(QChar(unit));
        if (QChar::isLowSurrogate(unit))
            return fail(u"a lone surrogate"_s);
        if (!QChar::isHighSurrogate(unit))
            return true;
        char16_t low = 0;
        if (!take('\\') || !take('u') || !hex4(low) || !QChar::isLowSurrogate(low))
            return fail(u"a lone surrogate"_s);
        if (out)
            out->append(QChar(low));
        return true;
    }

    bool string(QString *out)
    {
        if (!take('"'))
            return false;
        qsizetype plain = m_at;
        const auto flush = [&] {
            if (out)
                out->append(QString::fromUtf8(m_text.sliced(plain, m_at - plain)));
        };
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                flush();
                ++m_at;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return fail(u"a control character in a string"_s);
            if (c != '\\') {
                ++m_at;
                continue;
            }
            flush();
            ++m_at;
            if (!escape(out))
                return false;
            plain = m_at;
        }
        return false;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QString m_problem;
};

bool isValidUtf8(QByteArrayView text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.decode(text);
    return !decoder.hasError() && decoded.size() <= text.size();
}

} // namespace

Result<QJsonObject> parseStrictJsonObject(QByteArrayView text)
{
    if (!isValidUtf8(text))
        return failure(ErrorKind::Malformed, u"the body is not UTF-8"_s);
    if (const QString problem = StrictScanner(text).check(); !problem.isEmpty())
        return failure(ErrorKind::Malformed, problem);

    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size()), &parseError);
    if (parseError.error != QJsonParseError::NoError || !document.isObject())
        return failure(ErrorKind::Malformed, u"not valid JSON: %1"_s.arg(parseError.errorString()));
    return document.object();
}

} // namespace gatehouse
