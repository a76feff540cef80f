#include "desktop/audit/audit_filter_bar.h"

#include "desktop/events/event_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QResizeEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop {

namespace {

constexpr std::chrono::milliseconds kTypingPause = 300ms;
constexpr int kRoomy = 125; ///< characters: a line that is shorter is two
constexpr int kLeastSearch = 16; ///< characters
constexpr int kLeastChoice = 8;
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

AuditFilterBar::AuditFilterBar(Theme &theme, client::UserDirectory &users, QWidget *parent)
    : QWidget(parent)
    , m_users(users)
    , m_text(new QLineEdit)
    , m_when(makeChoice(tr("When")))
    , m_actor(makeChoice(tr("Who did it")))
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
    m_text->setMinimumWidth(kLeastSearch * fontMetrics().averageCharWidth());
    for (QComboBox *const box : {m_actor, m_action}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(kLeastChoice);
    }
    m_action->view()->setMinimumWidth(m_action->view()->sizeHintForColumn(0) + kGapHuge);
    QToolButton *const clearAll = makeIconButton(theme, Icon::Close, tr("Clear the filter"));
    m_clear = clearAll;

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGapSmall);
    for (QHBoxLayout *const line : {m_line = new QHBoxLayout, m_below = new QHBoxLayout}) {
        line->setSpacing(kGapSmall);
        layout->addLayout(line);
    }
    m_line->addWidget(m_text, 3);
    m_line->addLayout(m_choices = new QHBoxLayout, 5);
    m_line->addWidget(m_address, 1);
    m_line->addWidget(m_clear);
    m_choices->setSpacing(kGapSmall);
    m_choices->addWidget(m_when, 1);
    m_choices->addWidget(m_actor, 1);
    m_choices->addWidget(m_action, 2);
    m_choices->addWidget(m_outcome, 1);

    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &AuditFilterBar::changed);
    for (QLineEdit *edit : {m_text, m_address})
        connect(edit, &QLineEdit::textChanged, this, [this] { m_typing.start(kTypingPause); });
    fillActors();
    connect(&users, &client::UserDirectory::changed, this, &AuditFilterBar::fillActors);
    for (QComboBox *box : {m_when, m_actor, m_action, m_outcome})
        connect(box, &QComboBox::currentIndexChanged, this, &AuditFilterBar::changed);
    connect(clearAll, &QToolButton::clicked, this, &AuditFilterBar::clear);
}

AuditFilter AuditFilterBar::filter() const
{
    AuditFilter filter;
    if (const int days = m_when->currentData().toInt(); days >= 0)
        filter.from = QDate::currentDate().addDays(-days);
    filter.actor = m_actor->currentData().toString();
    filter.action = m_action->currentData().toString();
    filter.outcome = m_outcome->currentData().toString();
    filter.address = m_address->text().trimmed();
    filter.text = m_text->text().trimmed();
    return filter;
}

/// That of two lines, whatever it has now.
QSize AuditFilterBar::minimumSizeHint() const
{
    return {m_choices->minimumSize().width(), layout()->minimumSize().height()};
}

/// In a small window the choices are on a line of their own.
void AuditFilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = event->size().width() < kRoomy * fontMetrics().averageCharWidth();
    QHBoxLayout *const wanted = isNarrow ? m_below : m_line;
    if (m_choices->parent() == wanted)
        return;
    (isNarrow ? m_line : m_below)->removeItem(m_choices);
    m_choices->setParent(nullptr);
    if (isNarrow)
        m_below->addLayout(m_choices);
    else
        m_line->insertLayout(1, m_choices, 5);
}

/// Everybody who is known, by name; who was chosen stays chosen.
void AuditFilterBar::fillActors()
{
    const QSignalBlocker quiet(m_actor);
    const QString chosen = m_actor->currentData().toString();
    std::vector<std::pair<QString, QString>> known; // by name
    for (auto it = m_users.names().cbegin(); it != m_users.names().cend(); ++it)
        known.emplace_back(it.value(), it.key());
    std::ranges::sort(known, [](const auto &one, const auto &other) { return one.first.localeAwareCompare(other.first) < 0; });
    m_actor->clear();
    m_actor->addItem(tr("Anybody"), QString());
    for (const auto &[name, id] : known)
        m_actor->addItem(name, id);
    m_actor->setCurrentIndex(std::max(0, m_actor->findData(chosen)));
}

void AuditFilterBar::clear()
{
    for (QComboBox *box : {m_when, m_actor, m_action, m_outcome}) {
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
