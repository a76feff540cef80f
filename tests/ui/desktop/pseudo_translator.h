#pragma once

#include <QTranslator>

namespace gatehouse::tests {

/// Translates everything of ours into a language that nobody speaks: in brackets, with accents, and two fifths longer. What is
/// shown without brackets was forgotten; what does not fit into its place will not fit in some real language either.
class PseudoTranslator : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;
};

} // namespace gatehouse::tests
