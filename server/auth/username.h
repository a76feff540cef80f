#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace gatehouse::auth {

/// A user's name: 3 to 50 ASCII letters, digits and underscores, unique without regard to case. It can stand in a
/// header, a log line or a file name as it is.
class Username
{
public:
    [[nodiscard]] static std::optional<Username> parse(QByteArrayView text);
    /// Whether parse() would accept it.
    [[nodiscard]] static bool isValid(QByteArrayView text);

    /// As its owner writes it.
    [[nodiscard]] const QByteArray &text() const { return m_text; }
    /// In lower case: what it is found by.
    [[nodiscard]] QByteArray key() const { return m_text.toLower(); }

private:
    explicit Username(QByteArrayView text)
        : m_text(text.toByteArray())
    {
    }
    QByteArray m_text;
};

} // namespace gatehouse::auth
