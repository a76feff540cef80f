#include "desktop/health/latency_line.h"

#include "desktop/theme/spacing.h"
#include "desktop/theme/type_scale.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace gatehouse::desktop {

namespace {

constexpr int kHeight = 104;
constexpr std::size_t kSlots = 150; ///< as many checks as the line has room for

} // namespace

LatencyLine::LatencyLine(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(kHeight);
    theme.follow(this, [this] { update(); });
}

void LatencyLine::setValues(std::vector<double> milliseconds)
{
    m_values = std::move(milliseconds);
    if (!m_values.empty())
        setAccessibleName(tr("Latency: %1 ms now, %2 ms at most")
                              .arg(QLocale().toString(m_values.back(), 'f', 2),
                                   QLocale().toString(*std::ranges::max_element(m_values), 'f', 2)));
    update();
}

void LatencyLine::paintEvent(QPaintEvent *)
{
    const Colours &colours = m_theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontFor(TextStyle::Caption));
    const int words = painter.fontMetrics().height();
    const QRectF area = QRectF(rect()).adjusted(0, words + kGapTiny, 0, -1);
    painter.setPen(QPen(colours.border, 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    if (m_values.empty())
        return;
    const double top = std::max(*std::ranges::max_element(m_values), 1e-6);
    painter.setPen(colours.muted);
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignTop, tr("at most %1 ms").arg(QLocale().toString(top, 'f', 2)));
    if (m_values.size() < 2)
        return;
    const double step = area.width() / double(kSlots - 1);
    const double left = area.right() - step * double(m_values.size() - 1);
    QPainterPath line;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        const QPointF point(left + step * double(i), area.bottom() - (area.height() - 2) * m_values[i] / top);
        i == 0 ? line.moveTo(point) : line.lineTo(point);
    }
    QColor ground = colours.accent;
    painter.setPen(QPen(ground, 1.5));
    painter.drawPath(line);
    line.lineTo(area.bottomRight());
    line.lineTo(left, area.bottom());
    ground.setAlphaF(0.12F);
    painter.fillPath(line, ground);
}

} // namespace gatehouse::desktop
