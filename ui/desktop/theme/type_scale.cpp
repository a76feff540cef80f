#include "desktop/theme/type_scale.h"

#include <QApplication>
#include <QFontDatabase>

namespace gatehouse::desktop {

namespace {

QFont scaled(QFont font, double factor, QFont::Weight weight)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    font.setWeight(weight);
    return font;
}

} // namespace

QFont fontFor(TextStyle style)
{
    const QFont font = QApplication::font();
    switch (style) {
    case TextStyle::Caption: return scaled(font, 0.9, QFont::Normal);
    case TextStyle::Body: return font;
    case TextStyle::Strong: return scaled(font, 1.0, QFont::DemiBold);
    case TextStyle::Heading: return scaled(font, 1.1, QFont::DemiBold);
    case TextStyle::Title: return scaled(font, 1.6, QFont::DemiBold);
    case TextStyle::Figure: return scaled(font, 2.0, QFont::DemiBold);
    case TextStyle::Mono: {
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixed.setPointSizeF(font.pointSizeF() > 0 ? font.pointSizeF() * 0.95 : fixed.pointSizeF());
        return fixed;
    }
    }
    return font;
}

} // namespace gatehouse::desktop
