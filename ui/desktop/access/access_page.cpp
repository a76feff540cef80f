#include "desktop/access/access_page.h"

#include "desktop/access/new_user_dialog.h"
#include "desktop/access/session_list.h"
#include "desktop/access/token_list.h"
#include "desktop/shell/top_bar.h"
#include "desktop/state/confirm_dialog.h"
#include "desktop/state/trouble_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/card.h"
#include "desktop/theme/spacing.h"
#include "desktop/tables/table.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kLeastColumn = 14; ///< characters
constexpr int kRoomy = 130; ///< characters: in a narrower page names would be cut

Table *makeTable(UserModel &model, TableMemory &memory)
{
    auto *const table = new Table(model, memory, u"users"_s, Table::Rows::Sortable);
    table->setAccessibleName(AccessPage::tr("Users"));
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + kGapHuge);
    QHeaderView *const header = table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(UserModel::Name, QHeaderView::Stretch);
    // However narrow it is, a name can be read.
    header->setMinimumSectionSize(kLeastColumn * table->fontMetrics().averageCharWidth());
    return table;
}

} // namespace

AccessPage::AccessPage(Theme &theme, ServerProfile profile, client::AdminSession &session, client::UserDirectory &users,
                       TableMemory &tables, QWidget *parent)
    : Page(theme, tr("Access"),
           tr("Who may sign in, as what, and where they are signed in; who may send secrets without an account."), parent)
    , m_profile(std::move(profile))
    , m_session(session)
    , m_model(theme, session, users)
    , m_problem((new Label(TextStyle::Body))->wrapped())
    , m_table(makeTable(m_model, tables))
    , m_sessions(new SessionList(theme, session))
    , m_tokens(new TokenList(theme, m_profile, session, users, tables))
{
    m_problem->setTone(Tone::Danger);
    m_problem->hide();
    body()->addWidget(m_problem);
    m_area = new StatefulArea(theme, makeContent());
    body()->addWidget(m_area, 1);
    addActs();
    connect(m_area, &StatefulArea::retryRequested, &m_model, &UserModel::refresh);
    connect(&m_model, &UserModel::troubled, m_area, &StatefulArea::showTrouble);
    connect(&m_model, &UserModel::loaded, this, [this] {
        m_area->showContent();
        for (int row = 0; row < m_model.rowCount(); ++row) {
            if (m_model.userAt(row)->id == m_selectedId || (m_selectedId.isEmpty() && row == 0))
                m_table->setCurrentRow(row);
        }
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AccessPage::showSelected);
}

QWidget *AccessPage::makeContent()
{
    auto *const list = new Card;
    list->body()->setContentsMargins(0, 0, 0, kGapTiny);
    list->body()->addWidget(m_table);
    auto *const content = new QWidget;
    auto *const people = new QHBoxLayout;
    people->setSpacing(kGapLarge);
    people->addWidget(list, 3);
    people->addWidget(m_sessions, 2);
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGapLarge);
    layout->addLayout(people, 3);
    layout->addWidget(m_tokens, 2);
    return content;
}

void AccessPage::addActs()
{
    QAction *const add = addAct(tr("New user…"), Icon::Add, QKeySequence::New);
    add->setEnabled(m_session.isAdmin());
    connect(add, &QAction::triggered, this, [this] {
        auto *const dialog = new NewUserDialog(theme(), m_model, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    for (const auto &[role, key] : {std::pair(Role::User, Qt::Key_U), {Role::Operator, Qt::Key_O}, {Role::Admin, Qt::Key_A}}) {
        const QKeySequence keys(Qt::CTRL | Qt::SHIFT | key);
        QAction *const change = addAct(tr("Make it: %1").arg(roleName(role)), Icon::Access, keys);
        connect(change, &QAction::triggered, this, [this, role] { changeRole(role); });
        m_onSelected.append(change);
    }
    m_disable = addAct(tr("Disable"), Icon::Lock, QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(m_disable, &QAction::triggered, this, &AccessPage::toggleDisabled);
    QAction *const remove = addAct(tr("Remove…"), Icon::Delete, QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut); // in the table of users: that of tokens removes others
    connect(remove, &QAction::triggered, this, &AccessPage::removeSelected);
    m_onSelected << m_disable << remove;
    m_table->addActions(m_onSelected);
    QAction *const refresh = addAct(tr("Refresh"), Icon::Refresh, QKeySequence::Refresh);
    connect(refresh, &QAction::triggered, this, &AccessPage::resume);
    for (QAction *const act : m_tokens->acts())
        addAction(act);

    QPushButton *const change = makeButton(theme(), tr("Change"));
    auto *const menu = new QMenu(change);
    menu->addActions(m_onSelected);
    change->setMenu(menu);
    change->setProperty("opens", u"menu"_s);
    change->setEnabled(m_session.isAdmin());
    addControl(change);
    QPushButton *const addButton = makeButton(theme(), tr("New user"), ButtonKind::Primary, Icon::Add);
    addButton->setEnabled(m_session.isAdmin());
    connect(addButton, &QPushButton::clicked, add, &QAction::trigger);
    addControl(addButton);
}

void AccessPage::resume()
{
    m_model.refresh();
    m_tokens->refresh();
}

/// That somebody can be told from somebody else matters more than since when they are there.
void AccessPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_table->setMakesRoom(UserModel::Created, width() < kRoomy * fontMetrics().averageCharWidth());
}

const client::ManagedUser *AccessPage::selected() const
{
    return m_model.userAt(m_table->currentRow());
}

void AccessPage::showSelected()
{
    const client::ManagedUser *const user = selected();
    for (QAction *const action : std::as_const(m_onSelected))
        action->setEnabled(user && m_session.isAdmin());
    if (!user)
        return;
    m_disable->setText(user->disabled ? tr("Enable") : tr("Disable"));
    m_selectedId = user->id;
    m_sessions->showUser(*user);
}

void AccessPage::changeRole(Role role)
{
    if (const client::ManagedUser *const user = selected())
        m_model.setRole(user->id, role, this, [this](const auto &trouble) { report(trouble); });
}

void AccessPage::toggleDisabled()
{
    if (const client::ManagedUser *const user = selected())
        m_model.setDisabled(user->id, !user->disabled, this, [this](const auto &trouble) { report(trouble); });
}

void AccessPage::removeSelected()
{
    const client::ManagedUser *const user = selected();
    if (!user)
        return;
    const Confirmation confirmation{tr("Remove the user %1 from %2?").arg(user->username, m_profile.name),
                                    tr("Their sessions end at once. What they did stays in the record. This cannot be undone; "
                                       "disabling can."),
                                    tr("Remove %1").arg(user->username), typedOnProduction(user->username)};
    ConfirmDialog::ask(theme(), confirmation, this, [this, id = user->id] {
        m_selectedId.clear();
        m_model.remove(id, this, [this](const auto &trouble) { report(trouble); });
    });
}

QString AccessPage::typedOnProduction(const QString &name) const
{
    return m_profile.stage == ServerProfile::Stage::Production ? name : QString();
}

void AccessPage::report(const std::optional<client::Trouble> &trouble)
{
    m_problem->setVisible(trouble.has_value());
    if (trouble)
        m_problem->setText(TroubleWords::sentences(*trouble));
}

} // namespace gatehouse::desktop
