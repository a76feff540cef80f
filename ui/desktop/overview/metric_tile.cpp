#include "desktop/overview/metric_tile.h"

#include "desktop/theme/spacing.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kTrendHeight = 28;

} // namespace

/// A line without axes: it says "rising", not "how much".
class MetricTile::Trend final : public QWidget
{
public:
    explicit Trend(Theme &theme)
        : m_theme(theme)
    {
        setFixedHeight(kTrendHeight);
        theme.follow(this, [this] { update(); });
    }

    void set(std::vector<double> values)
    {
        m_values = std::move(values);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (m_values.size() < 2)
            return;
        const double top = std::max(*std::ranges::max_element(m_values), 1e-9);
        const double step = double(width()) / double(m_values.size() - 1);
        QPainterPath line;
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            const QPointF point(double(i) * step, (height() - 2) * (1 - m_values[i] / top) + 1);
            i == 0 ? line.moveTo(point) : line.lineTo(point);
        }
        QPainterPath area = line;
        area.lineTo(width(), height());
        area.lineTo(0, height());
        QColor ground = m_theme.colours().accent;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(ground, 1.5));
        painter.drawPath(line);
        ground.setAlphaF(0.14F);
        painter.fillPath(area, ground);
    }

private:
    Theme &m_theme;
    std::vector<double> m_values;
};

MetricTile::MetricTile(Theme &theme, const QString &name, QWidget *parent)
    : Card({}, parent)
    , m_name(name)
    , m_figure(new Label(TextStyle::Figure, u"–"_s))
    , m_unit((new Label(TextStyle::Body))->muted())
    , m_note((new Label(TextStyle::Caption))->muted())
    , m_trend(new Trend(theme))
{
    auto *const line = new QHBoxLayout;
    line->setSpacing(kGapTiny);
    line->addWidget(m_figure, 0, Qt::AlignBottom);
    line->addWidget(m_unit, 0, Qt::AlignBottom);
    line->addStretch();
    m_unit->setContentsMargins(0, 0, 0, kGapTiny);
    body()->setSpacing(0);
    body()->addWidget((new Label(TextStyle::Body, name))->muted());
    body()->addLayout(line);
    body()->addWidget(m_note);
    body()->addStretch();
    body()->addSpacing(kGapTiny);
    body()->addWidget(m_trend);
    setAccessibleName(name);
}

void MetricTile::setFigure(const QString &figure, const QString &unit, const QString &note, Tone tone)
{
    m_figure->setText(figure);
    m_figure->setTone(tone);
    m_unit->setText(unit);
    m_note->setText(note);
    setAccessibleName(u"%1: %2 %3"_s.arg(m_name, figure, unit));
    setAccessibleDescription(note);
}

void MetricTile::setTrend(std::vector<double> values)
{
    m_trend->set(std::move(values));
}

} // namespace gatehouse::desktop
