#pragma once

#include <QByteArray>

namespace gatehouse::pages {

/// What an operator wrote for a page of their own, as HTML. What begins with `<` is HTML already and theirs to answer for, though
/// the page's policy lets no script of it run. Anything else is text, whose empty lines part paragraphs, below a heading;
/// `heading` is the key of its text, which the page translates.
[[nodiscard]] QByteArray writtenText(const QByteArray &text, const QByteArray &heading);

} // namespace gatehouse::pages
