#include "terminal/qr_drawing.h"

#include <qrencode.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace gatehouse::terminal {

namespace {

constexpr int kQuietZone = 4;

struct FreeCode {
    void operator()(QRcode *code) const { QRcode_free(code); }
};

bool isDark(const QRcode &code, int row, int column)
{
    const bool inside = row >= 0 && row < code.width && column >= 0 && column < code.width;
    return inside && (code.data[row * code.width + column] & 1) != 0;
}

/// A character whose upper and lower half are set or not.
QChar halfBlock(bool upper, bool lower)
{
    if (upper)
        return lower ? u'\u2588' : u'\u2580';
    return lower ? u'\u2584' : u' ';
}

} // namespace

Result<QString> qrDrawing(const QString &text, QrColours colours)
{
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeData(
        static_cast<int>(bytes.size()), reinterpret_cast<const unsigned char *>(bytes.constData()), 0, QR_ECLEVEL_L));
    if (!code)
        return failure(ErrorKind::TooLarge, u"the link does not fit into a QR code"_s);
    const bool own = colours == QrColours::Own;
    QString drawing;
    for (int row = -kQuietZone; row < code->width + kQuietZone; row += 2) {
        drawing += own ? u"\x1b[30;107m"_s : QString();
        for (int column = -kQuietZone; column < code->width + kQuietZone; ++column) {
            const bool upper = isDark(*code, row, column);
            const bool lower = isDark(*code, row + 1, column);
            drawing += own ? halfBlock(upper, lower) : halfBlock(!upper, !lower);
        }
        drawing += own ? u"\x1b[0m\n"_s : u"\n"_s;
    }
    return drawing;
}

} // namespace gatehouse::terminal
