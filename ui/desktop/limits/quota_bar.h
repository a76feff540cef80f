#pragma once

#include "desktop/theme/theme.h"

#include <QStyledItemDelegate>

namespace gatehouse::desktop {

/// Draws how much of a burst is left as a bar with its number beside it.
class QuotaBar : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit QuotaBar(Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

} // namespace gatehouse::desktop
