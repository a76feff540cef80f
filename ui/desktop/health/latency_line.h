#pragma once

#include "desktop/theme/theme.h"

#include <QWidget>

#include <vector>

namespace gatehouse::desktop {

/// Latency over the last checks: a line above a ground, with its highest value written at it.
class LatencyLine : public QWidget
{
    Q_OBJECT

public:
    explicit LatencyLine(Theme &theme, QWidget *parent = nullptr);

    void setValues(std::vector<double> milliseconds);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    std::vector<double> m_values;
};

} // namespace gatehouse::desktop
