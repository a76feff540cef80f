#include "desktop/shell/secret_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop::secret_clipboard {

namespace {

constexpr std::chrono::milliseconds kLife = 30s;

} // namespace

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
