#include "console_driver.h"

#include "desktop/guide/sign_in.h"
#include "desktop/shell/workspace.h"
#include "free_port.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QEventLoop>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkReply>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::tests {

ConsoleDriver::ConsoleDriver(const QStringList &flags, std::shared_ptr<secrets::SecretThread> thread, Machine machine)
    : m_port(freePort())
    , m_preferences(std::make_unique<QSettings>(m_folder.filePath(u"console.ini"_s), QSettings::IniFormat))
{
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder.filePath(u"config"_s))); // not that of who runs the tests
    if (machine == Machine::Configured)
        configure();
    // As on most desktops today, where this machine has it.
    QFont font(u"Inter"_s);
    font.setPointSizeF(10);
    if (QFontInfo(font).family().startsWith(u"Inter"_s))
        QApplication::setFont(font);
    m_preferences->setValue(u"console/language"_s, u"en"_s); // whatever this machine speaks
    const QStringList own{u"--data-dir"_s,         m_folder.filePath(u"data"_s), u"--http-port"_s,
                          QString::number(m_port), u"--limits-general-quota"_s,  u"100000"_s};
    m_log.setFileName(m_folder.filePath(u"log"_s));
    if (!m_log.open(QIODevice::WriteOnly))
        qFatal("no log can be written");
    const telemetry::LoggerOptions options{
        .format = telemetry::LogFormat::Text, .level = telemetry::LogLevel::Info, .categories = {}};
    m_logger = std::move(*telemetry::Logger::install(options, m_clock, m_log.handle()));
    m_server = std::make_unique<embedded::EmbeddedServer>(own + flags, *m_logger, std::move(thread));
}

void ConsoleDriver::configure() const
{
    QDir().mkpath(QFileInfo(configuration()).absolutePath());
    QFile file(configuration());
    if (!file.open(QIODevice::WriteOnly) || file.write("secrets:\n  keychain: false\n") <= 0)
        qFatal("no configuration can be written");
}

ConsoleDriver::~ConsoleDriver()
{
    m_window.reset();
    m_server.reset();
}

void ConsoleDriver::open()
{
    m_window.reset();
    m_window = std::make_unique<desktop::ConsoleWindow>(m_theme, m_language, *m_server, *m_preferences, m_vault);
    m_window->resize(1280, 832);
    m_window->show();
    (void)QTest::qWaitForWindowActive(m_window.get());
}

bool ConsoleDriver::arrive()
{
    const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    press(Qt::Key_Return); // a server in this program
    if (!QTest::qWaitFor([this] { return find<QLineEdit>(u"Password"_s) != nullptr; }, 20'000))
        return false;
    QTest::keyClicks(QApplication::focusWidget(), QLatin1String(kPassword));
    press(Qt::Key_Return); // an administrator of the name that is proposed
    return QTest::qWaitFor([this] { return workspace() != nullptr; }, 20'000);
}

bool ConsoleDriver::signIn()
{
    if (!QTest::qWaitFor([this] { return find<QLineEdit>(u"Password"_s) != nullptr; }, 20'000))
        return false;
    find<QLineEdit>(u"Username"_s)->setText(u"admin"_s);
    find<QLineEdit>(u"Password"_s)->setText(QLatin1String(kPassword));
    QTest::keyClick(find<QLineEdit>(u"Password"_s), Qt::Key_Return);
    return QTest::qWaitFor([this] { return workspace() != nullptr; }, 20'000);
}

QAbstractButton *ConsoleDriver::button(const QString &words) const
{
    for (QAbstractButton *const button : m_window->findChildren<QAbstractButton *>()) {
        if ((button->text() == words || button->accessibleName() == words) && button->isVisibleTo(m_window.get()))
            return button;
    }
    return nullptr;
}

bool ConsoleDriver::shows(const QString &text) const
{
    const auto labels = m_window->findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

void ConsoleDriver::go(const QString &page)
{
    workspace()->showPage(page);
    QTest::qWait(1);
}

void ConsoleDriver::makeTraffic(int requests) const
{
    QNetworkAccessManager manager;
    int waiting = requests;
    QEventLoop loop;
    for (int i = 0; i < requests; ++i) {
        const QString path = i % 5 == 4 ? u"/auth/verify"_s : u"/health/live"_s;
        QNetworkReply *const reply = manager.get(QNetworkRequest(QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path))));
        QObject::connect(reply, &QNetworkReply::finished, &loop, [&] {
            if (--waiting == 0)
                loop.quit();
        });
    }
    loop.exec();
}

void ConsoleDriver::picture(const QString &name)
{
    write(m_window.get(), name);
}

void ConsoleDriver::dialogPicture(const QString &name)
{
    if (auto *const dialog = m_window->findChild<QDialog *>())
        write(dialog, name);
}

void ConsoleDriver::write(QWidget *widget, const QString &name)
{
    QTest::qWait(60); // layouts settle
    const QString scale = m_window->devicePixelRatioF() > 1 ? u"-200"_s : QString();
    const QString look = m_theme.colours().dark ? u"-dark"_s : u"-light"_s;
    QDir().mkpath(QStringLiteral(PICTURES));
    widget->grab().save(QStringLiteral(PICTURES "/") + name + look + scale + u".png"_s);
}

} // namespace gatehouse::tests
