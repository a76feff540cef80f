#include "desktop/theme/icon_set.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

static void initResource()
{
    Q_INIT_RESOURCE(icons); // not from within a namespace
}

namespace gatehouse::desktop {

using namespace Qt::StringLiterals;

namespace {

/// In the order of the enumeration.
constexpr std::array kNames{
    "gatehouse", "overview", "health", "audit",  "access", "secrets", "limits",  "logs",        "settings", "servers",  "share",
    "search",    "refresh",  "add",    "close",  "done",   "warning", "failed",  "information", "user",     "sign-out", "copy",
    "save",      "filter",   "clock",  "proven", "table",  "chart",   "broken",  "lock",        "delete",   "follow",   "empty",
    "next",      "edit",     "start",  "stop",   "pause",  "undo",    "receive", "file",
};
static_assert(kNames.size() == std::size_t(Icon::File) + 1);

QByteArray drawing(Icon icon, const QColor &colour)
{
    loadIcons();
    QFile file(u":/gatehouse/icons/%1.svg"_s.arg(QLatin1String(kNames.at(std::size_t(icon)))));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", colour.name().toLatin1());
}

/// Draws from the vectors, once for each size in pixels, so that no scale makes it blurred; a table that scrolls asks for the
/// same few again and again.
class VectorEngine final : public QIconEngine
{
public:
    VectorEngine(Icon icon, QColor colour, QColor disabled)
        : m_icon(icon)
        , m_colour(colour)
        , m_disabled(disabled)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        QRect square(0, 0, side, side);
        square.moveCenter(rect.center());
        painter->drawPixmap(square.topLeft(), drawn(mode, side, painter->device()->devicePixelRatioF()));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new VectorEngine(*this); }

private:
    [[nodiscard]] QPixmap drawn(QIcon::Mode mode, int side, qreal ratio) const
    {
        const QColor &colour = mode == QIcon::Disabled ? m_disabled : m_colour;
        const QString key = u"gatehouse %1 %2 %3 %4"_s.arg(int(m_icon)).arg(colour.rgba()).arg(side).arg(ratio);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(QSizeF(side * ratio, side * ratio).toSize());
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        QSvgRenderer(drawing(m_icon, colour)).render(&painter);
        painter.end();
        pixmap.setDevicePixelRatio(ratio);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    Icon m_icon;
    QColor m_colour;
    QColor m_disabled;
};

} // namespace

void loadIcons()
{
    initResource();
}

QIcon tintedIcon(Icon icon, const QColor &colour, const QColor &disabled)
{
    return QIcon(new VectorEngine(icon, colour, disabled));
}

} // namespace gatehouse::desktop
