#include "desktop/audit/audit_filter_bar.h"

#include "desktop/events/event_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop {

namespace {

constexpr std::chrono::milliseconds kTypingPause = 300ms;
constexpr int kLeastSearch = 16; ///< characters
constexpr int kLeastAction = 10;
constexpr int kWeek = 7;
constexpr int kMonth = 30;

QComboBox *makeChoice(const QString &name)
{
    auto *const box = new QComboBox;
    box->setAccessibleName(name);
    box->setToolTip(name);
    return box;
}

} // namespace

AuditFilterBar::AuditFilterBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit)
    , m_when(makeChoice(tr("When")))
    , m_action(makeChoice(tr("What was done")))
    , m_outcome(makeChoice(tr("How it ended")))
    , m_address(new QLineEdit)
{
    m_text->setPlaceholderText(tr("Search in the record"));
    m_text->setAccessibleName(tr("Search in the record"));
    m_text->setClearButtonEnabled(true);
    m_address->setPlaceholderText(tr("Address"));
    m_address->setAccessibleName(tr("From which address"));
    m_when->addItem(tr("Any time"), -1);
    m_when->addItem(tr("Today"), 0);
    m_when->addItem(tr("Last 7 days"), kWeek);
    m_when->addItem(tr("Last 30 days"), kMonth);
    m_outcome->addItem(tr("Any outcome"), QString());
    m_outcome->addItem(EventWords::outcome(client::AuditEntry::Outcome::Success), u"success"_s);
    m_outcome->addItem(EventWords::outcome(client::AuditEntry::Outcome::Refused), u"refused"_s);
    m_outcome->addItem(EventWords::outcome(client::AuditEntry::Outcome::Failed), u"failed"_s);
    m_action->addItem(tr("Anything"), QString());
    for (const QString &action : EventWords::knownActions())
        m_action->addItem(EventWords::action(action), action);
    // In a small window the search is more than the longest name of an act.
    m_text->setMinimumWidth(kLeastSearch * fontMetrics().averageCharWidth());
    m_action->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_action->setMinimumContentsLength(kLeastAction);
    m_action->view()->setMinimumWidth(m_action->view()->sizeHintForColumn(0) + kGapHuge);
    QToolButton *const clearAll = makeIconButton(theme, Icon::Close, tr("Clear the filter"));
    m_clear = clearAll;

    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGapSmall);
    layout->addWidget(m_text, 3);
    layout->addWidget(m_when, 1);
    layout->addWidget(m_action, 2);
    layout->addWidget(m_outcome, 1);
    layout->addWidget(m_address, 1);
    layout->addWidget(m_clear);

    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &AuditFilterBar::changed);
    for (QLineEdit *edit : {m_text, m_address})
        connect(edit, &QLineEdit::textChanged, this, [this] { m_typing.start(kTypingPause); });
    for (QComboBox *box : {m_when, m_action, m_outcome})
        connect(box, &QComboBox::currentIndexChanged, this, &AuditFilterBar::changed);
    connect(clearAll, &QToolButton::clicked, this, &AuditFilterBar::clear);
}

AuditFilter AuditFilterBar::filter() const
{
    AuditFilter filter;
    if (const int days = m_when->currentData().toInt(); days >= 0)
        filter.from = QDate::currentDate().addDays(-days);
    filter.action = m_action->currentData().toString();
    filter.outcome = m_outcome->currentData().toString();
    filter.address = m_address->text().trimmed();
    filter.text = m_text->text().trimmed();
    return filter;
}

void AuditFilterBar::clear()
{
    for (QComboBox *box : {m_when, m_action, m_outcome}) {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(0);
    }
    m_text->clear();
    m_address->clear();
    m_typing.stop();
    Q_EMIT changed();
}

void AuditFilterBar::focusSearch()
{
    m_text->setFocus();
    m_text->selectAll();
}

} // namespace gatehouse::desktop
