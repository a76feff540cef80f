#pragma once

#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

namespace gatehouse::desktop {

/// One number that is watched: what it is, how much, and the line of its last minutes.
class MetricTile : public Card
{
    Q_OBJECT

public:
    MetricTile(Theme &theme, const QString &name, QWidget *parent = nullptr);

    /// `unit` and `note` may be empty.
    void setFigure(const QString &figure, const QString &unit, const QString &note, Tone tone = Tone::Neutral);
    /// The line beneath; from 0 to its largest value.
    void setTrend(std::vector<double> values);

private:
    class Trend;

    QString m_name;
    Label *m_figure;
    Label *m_unit;
    Label *m_note;
    Trend *m_trend;
};

} // namespace gatehouse::desktop
