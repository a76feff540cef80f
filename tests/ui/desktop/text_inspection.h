#pragma once

#include <QWidget>

#include <functional>

namespace gatehouse::tests {

/// What is visible in `root`, or said of it to a screen reader, without having gone through the PseudoTranslator, but for what
/// `isData` knows: names, addresses, and what servers send. Each with the widget it is of.
[[nodiscard]] QStringList forgottenTexts(const QWidget *root, const std::function<bool(const QString &)> &isData);

/// Visible texts in `root` that have less room than they need, where they are neither broken into lines nor cut with an ellipsis
/// on purpose.
[[nodiscard]] QStringList clippedTexts(const QWidget *root);

} // namespace gatehouse::tests
