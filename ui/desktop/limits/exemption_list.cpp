#include "desktop/limits/exemption_list.h"

#include "desktop/theme/button.h"
#include "desktop/theme/scroll_pane.h"
#include "desktop/theme/spacing.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

ExemptionList::ExemptionList(Theme &theme, bool mayEdit, QWidget *parent)
    : Card(tr("Never limited"), parent)
    , m_theme(theme)
    , m_mayEdit(mayEdit)
    , m_rows(new QVBoxLayout)
    , m_none((new Label(TextStyle::Caption, tr("Nobody: every address is under the limits.")))->muted()->wrapped())
    , m_entry(new QLineEdit)
{
    auto *const rows = new QWidget;
    auto *const column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_none);
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    column->addStretch();
    body()->addWidget(makeScrollPane(rows, Qt::NoFocus), 1);

    m_entry->setPlaceholderText(tr("Address or range"));
    m_entry->setAccessibleName(tr("Address or range that is never limited"));
    m_entry->setEnabled(mayEdit);
    QToolButton *const add = makeIconButton(theme, Icon::Add, tr("Never limit this address"));
    add->setEnabled(mayEdit);
    auto *const entry = new QHBoxLayout;
    entry->setSpacing(kGapTiny);
    entry->addWidget(m_entry, 1);
    entry->addWidget(add);
    body()->addLayout(entry);
    connect(m_entry, &QLineEdit::returnPressed, this, &ExemptionList::addEntered);
    connect(add, &QToolButton::clicked, this, &ExemptionList::addEntered);
}

void ExemptionList::setNetworks(const QStringList &networks)
{
    m_none->setVisible(networks.isEmpty());
    if (networks == m_networks)
        return;
    m_networks = networks;
    while (QLayoutItem *const item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &network : networks)
        addRow(network);
}

void ExemptionList::addRow(const QString &network)
{
    auto *const row = new QWidget;
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget((new Label(TextStyle::Mono, network))->selectable(), 1);
    QToolButton *const remove = makeIconButton(m_theme, Icon::Close, tr("Limit %1 again").arg(network));
    remove->setEnabled(m_mayEdit);
    connect(remove, &QToolButton::clicked, this, [this, network] {
        QStringList wanted = m_networks;
        wanted.removeAll(network);
        Q_EMIT changeRequested(wanted);
    });
    layout->addWidget(remove);
    m_rows->addWidget(row);
}

void ExemptionList::addEntered()
{
    const QString network = m_entry->text().trimmed();
    if (network.isEmpty() || m_networks.contains(network))
        return;
    m_entry->clear();
    Q_EMIT changeRequested(m_networks + QStringList(network));
}

} // namespace gatehouse::desktop
