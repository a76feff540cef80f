#include "desktop/limits/limits_page.h"

#include "desktop/limits/exemption_list.h"
#include "desktop/limits/limit_words.h"
#include "desktop/limits/policy_card.h"
#include "desktop/limits/policy_dialog.h"
#include "desktop/limits/usage_list.h"
#include "desktop/state/confirm_dialog.h"
#include "desktop/state/notice_bar.h"
#include "desktop/theme/button.h"
#include "desktop/theme/scroll_pane.h"
#include "desktop/theme/spacing.h"

#include <QAction>
#include <QGridLayout>

#include <algorithm>

namespace gatehouse::desktop {

namespace {

constexpr int kColumns = 3;
constexpr int kColumnWidth = 280; ///< of a card, at least
constexpr int kPlaceOfExemptions = 5; // after the policies, so that the grid is full

} // namespace

LimitsPage::LimitsPage(Theme &theme, ServerProfile profile, client::AdminSession &session, client::LiveStream &stream,
                       TableMemory &tables, QWidget *parent)
    : Page(theme, tr("Limits"), tr("How much each caller may ask for. What is changed here holds from the next request on."),
           parent)
    , m_profile(std::move(profile))
    , m_session(session)
    , m_model(session, stream)
    , m_notice(new NoticeBar(theme))
    , m_grid(new QGridLayout)
    , m_exempt(new ExemptionList(theme, session.isAdmin()))
    , m_usages(new UsageList(theme, tables, session.isAdmin()))
{
    body()->addWidget(m_notice);
    m_area = new StatefulArea(theme, makeContent());
    body()->addWidget(m_area, 1);
    addActs();
    connect(m_area, &StatefulArea::retryRequested, &m_model, &LimitModel::refresh);
    connect(&m_model, &LimitModel::changed, this, &LimitsPage::showReport);
    connect(&m_model, &LimitModel::usagesChanged, this, [this] { m_usages->setUsages(m_model.usages()); });
    connect(&m_model, &LimitModel::troubled, m_area, &StatefulArea::showTrouble);
    connect(m_exempt, &ExemptionList::changeRequested, this, &LimitsPage::setExempt);
    connect(m_usages, &UsageList::resetRequested, this, &LimitsPage::reset);
    connect(m_usages, &UsageList::exemptionRequested, this, [this](const QString &address) {
        if (m_model.report())
            setExempt(m_model.report()->exempt + QStringList(address));
    });
}

QWidget *LimitsPage::makeContent()
{
    m_grid->setSpacing(kGapLarge);
    m_exempt->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_places.append(m_exempt);
    arrange();
    auto *const content = new QWidget;
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGapLarge);
    layout->addLayout(m_grid);
    layout->addWidget(m_usages, 1);
    return makeScrollPane(content, Qt::NoFocus);
}

void LimitsPage::addActs()
{
    m_toggle = addAct(tr("Turn all limits off…"), Icon::Limits, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    m_toggle->setEnabled(m_session.isAdmin());
    connect(m_toggle, &QAction::triggered, this, &LimitsPage::toggleEnabled);
    QAction *const refresh = addAct(tr("Refresh"), Icon::Refresh, QKeySequence::Refresh);
    connect(refresh, &QAction::triggered, &m_model, &LimitModel::refresh);
    for (QAction *const act : m_usages->acts())
        addAction(act);
    QPushButton *const toggle = makeButton(theme(), tr("Turn off…"));
    toggle->setEnabled(m_session.isAdmin());
    connect(toggle, &QPushButton::clicked, m_toggle, &QAction::trigger);
    connect(&m_model, &LimitModel::changed, toggle,
            [this, toggle] { toggle->setText(m_model.report()->enabled ? tr("Turn off…") : tr("Turn on")); });
    addControl(toggle);
}

PolicyCard *LimitsPage::cardFor(const QString &policy)
{
    PolicyCard *&card = m_cards[policy];
    if (!card) {
        card = new PolicyCard(theme(), policy, m_session.isAdmin());
        connect(card, &PolicyCard::editRequested, this, &LimitsPage::edit);
        card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // columns of one width
        const auto place = qsizetype(m_cards.size()) - 1;
        m_places.insert(place < kPlaceOfExemptions ? place : place + 1, card);
        m_columns = 0; // all stand elsewhere now
        arrange();
    }
    return card;
}

void LimitsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void LimitsPage::arrange()
{
    const int columns = std::clamp(width() / kColumnWidth, 1, kColumns);
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int column = 0; column < kColumns; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    for (int place = 0; place < int(m_places.size()); ++place) {
        m_grid->removeWidget(m_places[place]);
        m_grid->addWidget(m_places[place], place / columns, place % columns);
    }
}

void LimitsPage::showReport()
{
    const client::LimitReport &report = *m_model.report();
    for (const client::LimitPolicy &policy : report.policies)
        cardFor(policy.name)->showPolicy(policy, report.enabled, m_model.loads(policy.name));
    m_exempt->setNetworks(report.exempt);
    m_toggle->setText(report.enabled ? tr("Turn all limits off…") : tr("Turn the limits on"));
    m_area->showContent();
}

void LimitsPage::edit(const QString &policy)
{
    const auto &policies = m_model.report()->policies;
    const auto found = std::ranges::find(policies, policy, &client::LimitPolicy::name);
    if (found == policies.end())
        return;
    auto *const dialog = new PolicyDialog(theme(), m_model, *found, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PolicyDialog::applied, this, &LimitsPage::offerWayBack);
    dialog->open();
}

void LimitsPage::offerWayBack(const client::LimitPolicy &before)
{
    const QString name = LimitWords::policyName(before.name);
    m_notice->say(Tone::Good, tr("The limit “%1” was changed.").arg(name), tr("Undo"), [this, before, name] {
        m_model.change(before, this,
                       [this, name](const auto &trouble) { tell(trouble, tr("The limit “%1” is as it was.").arg(name)); });
    });
}

void LimitsPage::setExempt(const QStringList &networks)
{
    const QStringList before = m_model.report()->exempt;
    m_model.setExempt(networks, this, [this, before](const auto &trouble) {
        if (trouble)
            return m_notice->showTrouble(*trouble);
        m_notice->say(Tone::Good, tr("Who is never limited was changed."), tr("Undo"), [this, before] {
            m_model.setExempt(before, this, [this](const auto &again) { tell(again, tr("It is as it was.")); });
        });
    });
}

void LimitsPage::reset(const client::LimitUsage &usage)
{
    m_model.reset(usage.key, this, [this, caller = usage.caller](const auto &trouble) {
        tell(trouble, tr("%1 has everything back.").arg(caller));
    });
}

void LimitsPage::toggleEnabled()
{
    if (!m_model.report())
        return;
    if (!m_model.report()->enabled) {
        m_model.setEnabled(true, this, [this](const auto &trouble) { tell(trouble, tr("The limits hold again.")); });
        return;
    }
    const bool isProduction = m_profile.stage == ServerProfile::Stage::Production;
    const Confirmation confirmation{tr("Turn off all limits of %1?").arg(m_profile.name),
                                    tr("Anybody may then ask for as much as they like, and guess passwords as fast as the server "
                                       "answers. It stays so until you turn them on again."),
                                    tr("Turn off"), isProduction ? m_profile.name : QString()};
    ConfirmDialog::ask(theme(), confirmation, this, [this] {
        m_model.setEnabled(false, this, [this](const auto &trouble) { tell(trouble, tr("Nobody is limited any more.")); });
    });
}

void LimitsPage::tell(const std::optional<client::Trouble> &trouble, const QString &success)
{
    if (trouble)
        m_notice->showTrouble(*trouble);
    else
        m_notice->say(Tone::Good, success);
}

} // namespace gatehouse::desktop
