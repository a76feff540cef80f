#include "desktop/secrets/key_timeline.h"

#include "desktop/secrets/secret_words.h"
#include "desktop/theme/contrast.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/type_scale.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

using client::SigningKeyLife;
using State = SigningKeyLife::State;

namespace {

constexpr int kBar = 14;
constexpr int kLeastWidth = 360;
constexpr int kIdentifier = 6; ///< characters of it are enough to tell keys apart
/// The past takes this share of the width, whatever its length.
constexpr double kPast = 0.3;

int rank(State state)
{
    return state == State::VerifyOnly ? 0 : state == State::Active ? 1 : 2;
}

QString clockTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

KeyTimeline::KeyTimeline(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Lives of the signing keys"));
    theme.follow(this, [this] { update(); });
}

void KeyTimeline::setKeys(std::vector<SigningKeyLife> keys, std::chrono::seconds grace, const QDateTime &now)
{
    m_keys = std::move(keys);
    std::ranges::stable_sort(m_keys, {}, [](const SigningKeyLife &key) { return rank(key.state); });
    m_now = now;
    QDateTime last = now.addSecs(std::max<qint64>(grace.count(), 3600));
    for (const SigningKeyLife &key : m_keys) {
        if (key.state == State::VerifyOnly)
            last = std::max(last, key.retires);
    }
    const qint64 ahead = now.secsTo(last) * 5 / 4;
    m_until = now.addSecs(ahead);
    m_from = now.addSecs(-qint64(double(ahead) * kPast / (1 - kPast)));
    setAccessibleDescription(inWords().join(u' '));
    updateGeometry();
    update();
}

std::vector<SigningKeyLife> KeyTimeline::rotated(std::vector<SigningKeyLife> keys, std::chrono::seconds grace, bool atOnce,
                                                 const QDateTime &now)
{
    if (atOnce)
        std::erase_if(keys, [](const SigningKeyLife &key) { return key.state != State::Next; });
    for (SigningKeyLife &key : keys) {
        if (key.state == State::Active) {
            key.state = State::VerifyOnly;
            key.retires = now.addSecs(grace.count());
        } else if (key.state == State::Next) {
            key.state = State::Active;
            key.activated = now;
        }
    }
    return keys;
}

QString KeyTimeline::nameOf(const SigningKeyLife &key) const
{
    switch (key.state) {
    case State::Active: return tr("Signs");
    case State::VerifyOnly: return tr("Still verifies");
    case State::Next: return tr("Next");
    }
    return {};
}

QString KeyTimeline::lifeOf(const SigningKeyLife &key) const
{
    switch (key.state) {
    case State::Active: return tr("since %1").arg(clockTime(key.activated));
    case State::VerifyOnly: return tr("until %1").arg(clockTime(key.retires));
    case State::Next: return tr("from the next rotation on");
    }
    return {};
}

QStringList KeyTimeline::inWords() const
{
    QStringList lines;
    for (const SigningKeyLife &key : m_keys)
        lines.append(tr("%1 …%2 %3.", "Signs …3f9a since 11:30.").arg(nameOf(key), key.id.right(kIdentifier), lifeOf(key)));
    return lines;
}

int KeyTimeline::rowHeight() const
{
    return std::max(kBar, fontMetrics().height()) + kGap;
}

int KeyTimeline::namesWidth() const
{
    int width = 0;
    for (const SigningKeyLife &key : m_keys)
        width = std::max(width, fontMetrics().horizontalAdvance(nameOf(key)));
    return width + kGapLarge;
}

QSize KeyTimeline::sizeHint() const
{
    const int axis = QFontMetrics(fontFor(TextStyle::Caption)).height() + kGapSmall;
    return {2 * kLeastWidth, int(m_keys.size()) * rowHeight() + axis};
}

QSize KeyTimeline::minimumSizeHint() const
{
    return {kLeastWidth, sizeHint().height()};
}

double KeyTimeline::place(const QDateTime &time, const QRectF &area) const
{
    const double share = double(m_from.msecsTo(time)) / double(std::max<qint64>(1, m_from.msecsTo(m_until)));
    return area.left() + std::clamp(share, 0.0, 1.0) * area.width();
}

void KeyTimeline::paintEvent(QPaintEvent *)
{
    if (m_keys.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int axis = QFontMetrics(fontFor(TextStyle::Caption)).height() + kGapSmall;
    const QRectF area = QRectF(rect()).adjusted(namesWidth(), axis, 0, 0);
    paintAxis(painter, area);
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        const QRectF row(area.left(), area.top() + double(i) * rowHeight(), area.width(), rowHeight());
        painter.setFont(font());
        painter.setPen(m_theme.colours().text);
        painter.drawText(QRectF(0, row.top(), area.left(), row.height()), Qt::AlignLeft | Qt::AlignVCenter, nameOf(m_keys[i]));
        paintKey(painter, m_keys[i], row);
    }
}

void KeyTimeline::paintAxis(QPainter &painter, const QRectF &area) const
{
    const Colours &colours = m_theme.colours();
    const double now = place(m_now, area);
    painter.setPen(QPen(colours.border, 1));
    painter.drawLine(QPointF(0, area.top() - kGapTiny), QPointF(area.right(), area.top() - kGapTiny));
    painter.setPen(QPen(colours.text, 1, Qt::DotLine));
    painter.drawLine(QPointF(now, area.top() - kGapTiny), QPointF(now, area.bottom()));
    painter.setFont(fontFor(TextStyle::Caption));
    painter.setPen(colours.muted);
    const QRectF words(area.left(), 0, area.width(), painter.fontMetrics().height());
    const double past = painter.fontMetrics().horizontalAdvance(clockTime(m_from) + tr("Now"));
    if (area.left() + past < now) // else the two would touch
        painter.drawText(words, Qt::AlignLeft, clockTime(m_from));
    painter.drawText(words, Qt::AlignRight, clockTime(m_until));
    painter.setPen(colours.text);
    const double width = painter.fontMetrics().horizontalAdvance(tr("Now"));
    painter.drawText(QRectF(now - width, 0, 2 * width, words.height()), Qt::AlignHCenter, tr("Now"));
}

void KeyTimeline::paintKey(QPainter &painter, const SigningKeyLife &key, const QRectF &row) const
{
    const Colours &colours = m_theme.colours();
    const double now = place(m_now, row);
    const double top = row.center().y() - kBar / 2.0;
    const double begin = key.activated.isValid() ? place(key.activated, row) : now;
    const double end = key.state == State::VerifyOnly ? place(key.retires, row) : row.right();
    const auto bar = [&](double from, double to) { return QRectF(from, top, std::max(to - from, 2.0), kBar); };
    const QColor ahead = mixed(colours.surface, colours.accent, 0.25);
    painter.setPen(Qt::NoPen);
    QString words = lifeOf(key);
    if (key.state == State::Next) {
        painter.setPen(QPen(colours.muted, 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(bar(now + kGapTiny, row.right() - 1).adjusted(0.5, 0.5, -0.5, -0.5), kGapTiny, kGapTiny);
    } else {
        painter.setBrush(key.state == State::Active ? ahead : mixed(colours.surface, colours.warning, 0.3));
        painter.drawRoundedRect(bar(begin, end), kGapTiny, kGapTiny);
        painter.setBrush(key.state == State::Active ? colours.accent : colours.warning);
        if (begin < now)
            painter.drawRoundedRect(bar(begin, now), kGapTiny, kGapTiny);
    }
    // The words stand in what is ahead, and beside a bar that is too short for them.
    painter.setFont(fontFor(TextStyle::Caption));
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(words);
    painter.setPen(colours.text);
    const double left = end - now > width + 2 * kGapSmall ? now + kGapSmall : std::max(end, now) + kGapSmall;
    QRectF space(left, row.top(), row.right() - left, row.height());
    if (space.width() < width)
        space = QRectF(row.left(), row.top(), now - row.left() - kGapSmall, row.height());
    painter.drawText(space, Qt::AlignVCenter | (space.right() < now ? Qt::AlignRight : Qt::AlignLeft), words);
}

} // namespace gatehouse::desktop
