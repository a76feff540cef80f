#include "desktop/limits/load_line.h"

#include "desktop/theme/type_scale.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace gatehouse::desktop {

namespace {

constexpr int kHeight = 52;
constexpr std::size_t kSlots = 100; ///< as many as there is room for: five minutes

} // namespace

LoadLine::LoadLine(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(kHeight);
    theme.follow(this, [this] { update(); });
}

void LoadLine::setLoads(std::vector<LimitModel::Load> loads)
{
    if (loads.size() > kSlots)
        loads.erase(loads.begin(), loads.end() - std::ptrdiff_t(kSlots));
    m_loads = std::move(loads);
    const QLocale locale;
    if (!m_loads.empty())
        setAccessibleName(
            tr("%1 a second let through, %2 a second refused")
                .arg(locale.toString(m_loads.back().allowed, 'f', 1), locale.toString(m_loads.back().refused, 'f', 1)));
    update();
}

void LoadLine::drawSeries(QPainter &painter, double LimitModel::Load::*value, const QColor &colour, double top) const
{
    const QRectF area = QRectF(rect()).adjusted(0, 2, 0, -1);
    const double step = area.width() / double(kSlots - 1);
    const double left = area.right() - step * double(m_loads.size() - 1);
    QPainterPath line;
    for (std::size_t i = 0; i < m_loads.size(); ++i) {
        const QPointF point(left + step * double(i), area.bottom() - area.height() * m_loads[i].*value / top);
        i == 0 ? line.moveTo(point) : line.lineTo(point);
    }
    painter.setPen(QPen(colour, 1.5));
    painter.drawPath(line);
    line.lineTo(area.bottomRight());
    line.lineTo(left, area.bottom());
    QColor ground = colour;
    ground.setAlphaF(0.14F);
    painter.fillPath(line, ground);
}

void LoadLine::paintEvent(QPaintEvent *)
{
    const Colours &colours = m_theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.border, 1));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    if (m_loads.size() < 2)
        return;
    double top = 1; // a second: less is drawn as little
    for (const LimitModel::Load &load : m_loads)
        top = std::max({top, load.allowed, load.refused});
    drawSeries(painter, &LimitModel::Load::allowed, colours.accent, top);
    const bool isRefusing = std::ranges::any_of(m_loads, [](const LimitModel::Load &load) { return load.refused > 0; });
    if (isRefusing)
        drawSeries(painter, &LimitModel::Load::refused, colours.warning, top);
}

} // namespace gatehouse::desktop
