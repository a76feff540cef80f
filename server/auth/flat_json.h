#pragma once

#include <QByteArrayView>
#include <QVarLengthArray>

#include <optional>

namespace gatehouse::auth {

/// A JSON object whose values are plain strings or whole numbers: all that an access token of ours holds. What is
/// nested, escaped, fractional, repeated or not ASCII is refused, so nothing is left to interpretation. Views into the
/// text it was parsed from.
class FlatJson
{
public:
    [[nodiscard]] static std::optional<FlatJson> parse(QByteArrayView text);

    /// The string called `name`; a null view when there is none.
    [[nodiscard]] QByteArrayView string(QByteArrayView name) const;
    [[nodiscard]] std::optional<qint64> number(QByteArrayView name) const;
    [[nodiscard]] qsizetype size() const { return m_members.size(); }

private:
    struct Member {
        QByteArrayView name;
        QByteArrayView string; ///< null for a number
        qint64 number = 0;
    };
    [[nodiscard]] const Member *find(QByteArrayView name) const;

    QVarLengthArray<Member, 16> m_members;
};

} // namespace gatehouse::auth
