#pragma once

#include <QScrollArea>

namespace gatehouse::desktop {

/// Shows `content`, which it owns, at its own width, and scrolls where there is less room than it needs. Without a frame. A pane
/// whose content takes the keyboard's focus itself has `Qt::NoFocus`; a text that is only read is scrolled by keys.
[[nodiscard]] QScrollArea *makeScrollPane(QWidget *content, Qt::FocusPolicy focus = Qt::StrongFocus);

} // namespace gatehouse::desktop
