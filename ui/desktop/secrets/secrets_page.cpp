#include "desktop/secrets/secrets_page.h"

#include "desktop/secrets/export_dialog.h"
#include "desktop/secrets/import_dialog.h"
#include "desktop/secrets/key_timeline.h"
#include "desktop/secrets/rotation_dialog.h"
#include "desktop/secrets/secret_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/card.h"
#include "desktop/theme/spacing.h"
#include "desktop/tables/table.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

/// Widths in characters.
constexpr std::pair<int, int> kWidths[]{{SecretModel::Name, 30},
                                        {SecretModel::Purpose, 26},
                                        {SecretModel::Source, 17},
                                        {SecretModel::Strength, 18},
                                        {SecretModel::Age, 16}};
/// Rows that are seen whatever the height of the window.
constexpr int kLeastRows = 4;

Table *makeTable(SecretModel &model, TableMemory &memory)
{
    auto *const table = new Table(model, memory, u"secrets"_s, Table::Rows::Sortable);
    table->setAccessibleName(SecretsPage::tr("Secrets"));
    table->setMinimumHeight((kLeastRows + 1) * table->verticalHeader()->defaultSectionSize());
    table->horizontalHeader()->setStretchLastSection(true);
    table->setWidths(kWidths);
    return table;
}

} // namespace

SecretsPage::SecretsPage(Theme &theme, ServerProfile profile, client::AdminSession &session, TableMemory &tables, QWidget *parent)
    : Page(theme, tr("Secrets"), tr("Values are set here, never read."), parent)
    , m_profile(std::move(profile))
    , m_session(session)
    , m_model(theme, session)
    , m_noticeText((new Label(TextStyle::Body))->wrapped())
    , m_timeline(new KeyTimeline(theme))
{
    body()->addWidget(makeNotice());
    m_area = new StatefulArea(theme, makeContent(tables));
    body()->addWidget(m_area, 1);
    addActs();
    addButtons();
    connect(m_area, &StatefulArea::retryRequested, &m_model, &SecretModel::refresh);
    connect(&m_model, &SecretModel::troubled, m_area, &StatefulArea::showTrouble);
    connect(&m_model, &SecretModel::loaded, this, &SecretsPage::showPage);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SecretsPage::showSelected);
    connect(m_table, &QTableView::activated, m_set, &QAction::trigger);
    showSelected();
}

QWidget *SecretsPage::makeNotice()
{
    m_notice = new QFrame;
    m_notice->setProperty("surface", u"notice"_s);
    auto *const layout = new QHBoxLayout(m_notice);
    layout->setContentsMargins(kGap, kGapSmall, kGap, kGapSmall);
    layout->setSpacing(kGapSmall);
    auto *const icon = new QLabel;
    theme().follow(icon, [this, icon] {
        icon->setPixmap(
            theme().icon(Icon::Warning, Tone::Warning).pixmap(QSize(kIconSmall, kIconSmall), icon->devicePixelRatioF()));
    });
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(m_noticeText, 1);
    m_notice->hide();
    return m_notice;
}

QWidget *SecretsPage::makeContent(TableMemory &tables)
{
    m_table = makeTable(m_model, tables);
    auto *const list = new Card;
    list->setFlush();
    list->body()->setContentsMargins(0, 0, 0, 0);
    list->body()->addWidget(m_table);
    auto *const keys = new Card(tr("Signing keys"));
    keys->body()->addWidget(m_timeline);
    QPushButton *const rotateButton = makeButton(theme(), tr("Rotate…"), ButtonKind::Ordinary, Icon::Refresh);
    connect(rotateButton, &QPushButton::clicked, this, [this] { rotate(); });
    rotateButton->setEnabled(m_session.isAdmin());
    keys->addAction(rotateButton);
    auto *const content = new QWidget;
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGapLarge);
    layout->addWidget(list, 1);
    layout->addWidget(keys);
    return content;
}

void SecretsPage::addActs()
{
    m_set = addAct(tr("Set…"), Icon::Secrets, QKeySequence(Qt::CTRL | Qt::Key_T));
    m_generate = addAct(tr("Make another…"), Icon::Add, QKeySequence(Qt::CTRL | Qt::Key_G));
    m_rotate = addAct(tr("Rotate the signing key…"), Icon::Refresh, QKeySequence(Qt::CTRL | Qt::Key_R));
    m_import = addAct(tr("Import from a .env file…"), Icon::Add, QKeySequence(Qt::CTRL | Qt::Key_I));
    m_export = addAct(tr("Export the names of secrets…"), Icon::Save, QKeySequence(Qt::CTRL | Qt::Key_E));
    QAction *const refresh = addAct(tr("Refresh"), Icon::Refresh, QKeySequence::Refresh);
    connect(m_set, &QAction::triggered, this, [this] { newValue(NewValueDialog::Way::Typed); });
    connect(m_generate, &QAction::triggered, this, [this] { newValue(NewValueDialog::Way::Generated); });
    connect(m_rotate, &QAction::triggered, this, &SecretsPage::rotate);
    connect(m_import, &QAction::triggered, this, [this] { openDialog(new ImportDialog(theme(), m_model, this)); });
    connect(m_export, &QAction::triggered, this, [this] { openDialog(new ExportDialog(theme(), m_model, this)); });
    connect(refresh, &QAction::triggered, &m_model, &SecretModel::refresh);
    m_table->addActions({m_set, m_generate});
}

void SecretsPage::addButtons()
{
    const auto add = [this](const QString &text, QAction *act, ButtonKind kind, Icon icon) {
        QPushButton *const button = makeButton(theme(), text, kind, icon);
        connect(button, &QPushButton::clicked, act, &QAction::trigger);
        connect(act, &QAction::changed, button, [button, act] { button->setEnabled(act->isEnabled()); });
        button->setEnabled(act->isEnabled());
        addControl(button);
    };
    add(tr("Import…"), m_import, ButtonKind::Ordinary, Icon::Add);
    add(tr("Export…"), m_export, ButtonKind::Ordinary, Icon::Save);
    add(tr("Make another…"), m_generate, ButtonKind::Ordinary, Icon::Refresh);
    add(tr("Set…"), m_set, ButtonKind::Primary, Icon::Secrets);
}

void SecretsPage::resume()
{
    m_model.refresh();
}

const client::ManagedSecret *SecretsPage::selected() const
{
    return m_model.secretAt(m_table->currentRow());
}

void SecretsPage::showPage()
{
    m_area->showContent();
    m_timeline->setKeys(m_model.page().keys, m_model.page().grace, QDateTime::currentDateTimeUtc());
    showNotice();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.secretAt(row)->name == m_selectedName || (m_selectedName.isEmpty() && row == 0))
            m_table->setCurrentRow(row);
    }
    showSelected();
}

/// What should be seen to, in the order in which it matters.
void SecretsPage::showNotice()
{
    QStringList lines;
    for (const client::ManagedSecret &secret : m_model.page().secrets) {
        if (!secret.problem.isEmpty())
            lines.append(u"%1: %2"_s.arg(secret.name, secret.problem));
        if (!secret.isStrong)
            lines.append(tr("%1 is weak: it %2. Make another.").arg(secret.name, secret.weakness));
        if (secret.isOverdue)
            lines.append(secret.canBeRotated ? tr("%1 is due: rotate it.").arg(secret.name)
                                             : tr("%1 is due: make another, and hand it on.").arg(secret.name));
    }
    if (!m_model.canStore())
        lines.append(
            tr("Nothing can be stored yet. Start the server with a SECRETS_PASSPHRASE, under which it keeps an encrypted "
               "file, or with secrets.keychain on."));
    m_noticeText->setText(lines.join(u'\n'));
    m_notice->setVisible(!lines.isEmpty());
}

void SecretsPage::showSelected()
{
    const client::ManagedSecret *const secret = selected();
    const bool mayStore = m_session.isAdmin() && m_model.canStore();
    m_set->setEnabled(mayStore && secret && secret->canBeSet);
    m_generate->setEnabled(mayStore && secret && secret->canBeGenerated);
    m_import->setEnabled(mayStore);
    m_rotate->setEnabled(m_session.isAdmin() && !m_model.page().keys.empty());
    if (secret)
        m_selectedName = secret->name;
}

void SecretsPage::openDialog(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SecretsPage::newValue(NewValueDialog::Way way)
{
    if (const client::ManagedSecret *const secret = selected())
        openDialog(new NewValueDialog(theme(), m_model, *secret, way, this));
}

void SecretsPage::rotate()
{
    openDialog(new RotationDialog(theme(), m_model, m_profile, this));
}

} // namespace gatehouse::desktop
