#include "desktop/shell/secret_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop::secret_clipboard {

void put(const QString &secret)
{
    QClipboard *const clipboard = QGuiApplication::clipboard();
    auto *const data = new QMimeData;
    data->setText(secret);
    data->setData(u"x-kde-passwordManagerHint"_s, "secret"); // Klipper, and those that follow it
    clipboard->setMimeData(data);
    QTimer::singleShot(kLife, clipboard, [clipboard, secret] {
        if (clipboard->text() == secret)
            clipboard->clear();
    });
}

} // namespace gatehouse::desktop::secret_clipboard
