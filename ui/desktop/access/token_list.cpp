#include "desktop/access/token_list.h"

#include "desktop/access/new_token_dialog.h"
#include "desktop/state/confirm_dialog.h"
#include "desktop/tables/table.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QAction>
#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

/// Rows that are seen whatever the height of the window.
constexpr int kLeastRows = 3;

Table *makeTable(TokenModel &model, TableMemory &memory)
{
    auto *const table = new Table(model, memory, u"tokens"_s, Table::Rows::Sortable);
    table->setAccessibleName(TokenList::tr("Share tokens"));
    table->setMinimumHeight((kLeastRows + 1) * table->verticalHeader()->defaultSectionSize());
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    return table;
}

} // namespace

TokenList::TokenList(Theme &theme, ServerProfile profile, client::AdminSession &session, client::UserDirectory &users,
                     TableMemory &tables, QWidget *parent)
    : Card(tr("Share tokens"), parent)
    , m_theme(theme)
    , m_profile(std::move(profile))
    , m_session(session)
    , m_model(theme, session, users)
    , m_table(makeTable(m_model, tables))
    , m_area(new StatefulArea(theme, m_table))
    , m_new(new QAction(tr("New share token…"), this))
    , m_revoke(new QAction(tr("Revoke the token…"), this))
{
    setFlush();
    body()->addWidget(m_area);
    addActs();
    connect(m_area, &StatefulArea::retryRequested, &m_model, &TokenModel::refresh);
    connect(&m_model, &TokenModel::troubled, m_area, &StatefulArea::showTrouble);
    connect(&m_model, &TokenModel::loaded, this, &TokenList::showLoaded);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TokenList::showSelected);
    showSelected();
}

void TokenList::addActs()
{
    m_theme.follow(m_new, [this] { m_new->setIcon(m_theme.icon(Icon::Add)); });
    m_theme.follow(m_revoke, [this] { m_revoke->setIcon(m_theme.icon(Icon::Delete)); });
    m_new->setEnabled(m_session.isAdmin());
    m_new->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    m_revoke->setShortcut(QKeySequence::Delete);
    m_revoke->setShortcutContext(Qt::WidgetShortcut);
    connect(m_new, &QAction::triggered, this, &TokenList::make);
    connect(m_revoke, &QAction::triggered, this, &TokenList::revoke);
    m_table->addAction(m_revoke);
    QPushButton *const makeOne = makeButton(m_theme, tr("New token"), ButtonKind::Ordinary, Icon::Add);
    QPushButton *const revokeOne = makeButton(m_theme, tr("Revoke…"));
    makeOne->setEnabled(m_session.isAdmin());
    connect(makeOne, &QPushButton::clicked, m_new, &QAction::trigger);
    connect(revokeOne, &QPushButton::clicked, m_revoke, &QAction::trigger);
    connect(m_revoke, &QAction::changed, revokeOne, [this, revokeOne] { revokeOne->setEnabled(m_revoke->isEnabled()); });
    addAction(revokeOne);
    addAction(makeOne);
}

void TokenList::showLoaded()
{
    if (m_model.rowCount() == 0)
        m_area->showEmpty(Icon::Share, tr("No share tokens"),
                          tr("A token lets somebody without an account create one-time secrets."));
    else
        m_area->showContent();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.tokenAt(row)->id == m_selectedId)
            m_table->setCurrentRow(row);
    }
    showSelected();
}

const client::ShareToken *TokenList::selected() const
{
    return m_model.tokenAt(m_table->currentRow());
}

void TokenList::showSelected()
{
    const client::ShareToken *const token = selected();
    m_revoke->setEnabled(token && m_session.isAdmin());
    if (token)
        m_selectedId = token->id;
}

void TokenList::make()
{
    auto *const dialog = new NewTokenDialog(m_theme, m_model, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void TokenList::revoke()
{
    const client::ShareToken *const token = selected();
    if (!token)
        return;
    const QString what = m_model.index(m_table->currentRow(), TokenModel::What).data().toString();
    const QString who = m_model.index(m_table->currentRow(), TokenModel::MadeBy).data().toString();
    const bool isProduction = m_profile.stage == ServerProfile::Stage::Production;
    const Confirmation confirmation{
        tr("Revoke the token “%1” of %2 on %3?").arg(what, who, m_profile.name),
        tr("Nobody can create secrets with it any more, nor with tokens that were made by it. Secrets "
           "that wait stay."),
        tr("Revoke"), isProduction ? m_profile.name : QString()};
    ConfirmDialog::ask(m_theme, confirmation, this, [this, id = token->id] {
        m_model.revoke(id, this, [this](const std::optional<client::Trouble> &trouble) {
            if (trouble)
                m_area->showTrouble(*trouble);
        });
    });
}

} // namespace gatehouse::desktop
