#include "desktop/state/stateful_area.h"

#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop {

namespace {

constexpr float kVeilOpacity = 0.5F;

/// Greys out what is beneath, which can be read and scrolled all the same. Not a graphics effect: charts cannot be drawn through
/// one.
class Veil final : public QWidget
{
public:
    Veil(Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QColor grey = m_theme.colours().canvas;
        grey.setAlphaF(kVeilOpacity);
        QPainter(this).fillRect(rect(), grey);
    }

private:
    Theme &m_theme;
};

QFrame *makeNotice(Theme &theme, Label *text, QPushButton *retry)
{
    auto *const notice = new QFrame;
    notice->setProperty("surface", u"notice"_s);
    auto *const layout = new QHBoxLayout(notice);
    layout->setContentsMargins(kGap, kGapTiny, kGapTiny, kGapTiny);
    layout->setSpacing(kGapSmall);
    auto *const icon = new QLabel;
    theme.follow(icon, [&theme, icon] {
        icon->setPixmap(theme.icon(Icon::Broken, Tone::Warning).pixmap(QSize(kIconSmall, kIconSmall), icon->devicePixelRatioF()));
    });
    layout->addWidget(icon);
    layout->addWidget(text, 1);
    layout->addWidget(retry);
    return notice;
}

} // namespace

StatefulArea::StatefulArea(Theme &theme, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget)
    , m_panel(new StatePanel(theme))
    , m_content(content)
    , m_veil(new Veil(theme, this))
    , m_age((new Label(TextStyle::Body))->wrapped())
{
    m_age->setTone(Tone::Warning);
    auto *const retry = makeButton(theme, tr("Try now"), ButtonKind::Plain, Icon::Refresh);
    m_notice = makeNotice(theme, m_age, retry);
    m_notice->hide();
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(content);
    m_stack->installEventFilter(this);
    m_veil->hide();
    m_stack->addWidget(m_panel);
    connect(m_panel, &StatePanel::acted, this, &StatefulArea::retryRequested);
    connect(retry, &QPushButton::clicked, this, &StatefulArea::retryRequested);
    connect(&m_ageTimer, &QTimer::timeout, this, &StatefulArea::sayAge);
    showLoading();
}

void StatefulArea::showLoading()
{
    if (m_updated.isValid())
        return;
    m_panel->showLoading();
    m_stack->setCurrentWidget(m_panel);
}

void StatefulArea::showContent()
{
    m_updated = QDateTime::currentDateTime();
    setStale(false);
    m_stack->setCurrentWidget(m_content);
}

void StatefulArea::showEmpty(Icon icon, const QString &title, const QString &explanation, const QString &action)
{
    m_updated = QDateTime::currentDateTime();
    setStale(false);
    m_panel->showEmpty(icon, title, explanation, action);
    m_stack->setCurrentWidget(m_panel);
}

void StatefulArea::showTrouble(const client::Trouble &trouble)
{
    m_reason = trouble.title;
    if (m_updated.isValid() && m_stack->currentWidget() == m_content && trouble.mayRetry) {
        setStale(true);
        return;
    }
    m_updated = {};
    setStale(false);
    m_panel->showTrouble(trouble);
    m_stack->setCurrentWidget(m_panel);
}

void StatefulArea::setStale(bool stale)
{
    if (stale)
        sayAge();
    if (stale == m_stale)
        return;
    m_stale = stale;
    m_notice->setVisible(stale);
    m_veil->setVisible(stale);
    m_veil->raise();
    if (stale)
        m_ageTimer.start(1s);
    else
        m_ageTimer.stop();
}

bool StatefulArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_stack && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        m_veil->setGeometry(m_stack->geometry());
    return QWidget::eventFilter(watched, event);
}

void StatefulArea::sayAge()
{
    const auto seconds = int(m_updated.secsTo(QDateTime::currentDateTime()));
    const QString age = seconds < 60 ? tr("%1 s ago").arg(seconds) : tr("%1 min ago").arg(seconds / 60);
    m_age->setText(tr("%1. What is shown was read %2, at %3.")
                       .arg(m_reason, age, QLocale().toString(m_updated.time(), QLocale::ShortFormat)));
}

} // namespace gatehouse::desktop
