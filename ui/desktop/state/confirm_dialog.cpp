#include "desktop/state/confirm_dialog.h"

#include "desktop/theme/button.h"
#include "desktop/theme/label.h"
#include "desktop/theme/spacing.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace gatehouse::desktop {

namespace {

constexpr int kWidth = 420;

} // namespace

ConfirmDialog::ConfirmDialog(Theme &theme, const Confirmation &confirmation, QWidget *parent)
    : QDialog(parent)
{
    theme.adopt(this);
    setWindowTitle(confirmation.question);
    setMinimumWidth(kWidth);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGapHuge, kGapHuge, kGapHuge, kGapLarge);
    layout->setSpacing(kGap);
    layout->addWidget((new Label(TextStyle::Heading, confirmation.question))->wrapped());
    layout->addWidget((new Label(TextStyle::Body, confirmation.consequence))->muted()->wrapped());
    QPushButton *const act = makeButton(theme, confirmation.act, ButtonKind::Danger, Icon::Delete);
    if (!confirmation.typed.isEmpty()) {
        layout->addWidget(new Label(TextStyle::Body, tr("Type %1 to go on:").arg(confirmation.typed)));
        auto *const typed = new QLineEdit;
        typed->setAccessibleName(tr("Type %1 to go on").arg(confirmation.typed));
        connect(typed, &QLineEdit::textChanged, act,
                [act, wanted = confirmation.typed](const QString &text) { act->setEnabled(text == wanted); });
        act->setEnabled(false);
        layout->addWidget(typed);
    }
    QPushButton *const cancel = makeButton(theme, tr("Cancel"));
    cancel->setDefault(true);
    act->setAutoDefault(false);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(kGapSmall);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(act);
    layout->addSpacing(kGapSmall);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(act, &QPushButton::clicked, this, &QDialog::accept);
    if (confirmation.typed.isEmpty())
        cancel->setFocus();
}

void ConfirmDialog::ask(Theme &theme, const Confirmation &confirmation, QWidget *parent, std::function<void()> act)
{
    auto *const dialog = new ConfirmDialog(theme, confirmation, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, parent, std::move(act));
    dialog->open();
}

} // namespace gatehouse::desktop
