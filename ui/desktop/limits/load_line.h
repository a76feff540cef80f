#pragma once

#include "desktop/limits/limit_model.h"
#include "desktop/theme/theme.h"

#include <QWidget>

namespace gatehouse::desktop {

/// What a policy let through and what it refused, over the last minutes.
class LoadLine : public QWidget
{
    Q_OBJECT

public:
    explicit LoadLine(Theme &theme, QWidget *parent = nullptr);

    void setLoads(std::vector<LimitModel::Load> loads);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void drawSeries(QPainter &painter, double LimitModel::Load::*value, const QColor &colour, double top) const;

    Theme &m_theme;
    std::vector<LimitModel::Load> m_loads;
};

} // namespace gatehouse::desktop
