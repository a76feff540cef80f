#include "desktop/settings/review_dialog.h"

#include "desktop/state/notice_bar.h"
#include "desktop/theme/button.h"
#include "desktop/theme/scroll_pane.h"
#include "desktop/theme/spacing.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kWidth = 560;
constexpr int kListHeight = 220;

/// Before and after, one above the other, as in a difference of texts.
QWidget *makeChange(const client::SettingChange &change)
{
    auto *const row = new QWidget;
    auto *const layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, kGapSmall);
    layout->setSpacing(kGapTiny);
    layout->addWidget(new Label(TextStyle::Strong, change.key));
    const auto add = [layout](const QString &sign, const QString &value, Tone tone) {
        const QString text = value.isEmpty() ? ReviewDialog::tr("none", "value of a setting") : value;
        auto *const line = (new Label(TextStyle::Mono, sign + u"  "_s + text))->wrapped()->selectable();
        line->setTone(tone);
        layout->addWidget(line);
    };
    add(u"−"_s, change.before, Tone::Danger);
    add(u"+"_s, change.after, Tone::Good);
    return row;
}

} // namespace

ReviewDialog::ReviewDialog(Theme &theme, SettingModel &model, SettingModel::Wanted wanted, QString typed, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_model(model)
    , m_wanted(std::move(wanted))
    , m_typed(std::move(typed))
    , m_changes(new QVBoxLayout)
    , m_notice(new NoticeBar(theme))
    , m_apply(makeButton(theme, tr("Apply"), ButtonKind::Primary))
{
    theme.adopt(this);
    setWindowTitle(tr("What will change"));
    setMinimumWidth(kWidth);
    auto *const list = new QWidget;
    auto *const rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    m_changes->addWidget((new Label(TextStyle::Body, tr("Asking the server…")))->muted());
    rows->addLayout(m_changes);
    rows->addStretch();
    QScrollArea *const scroll = makeScrollPane(list);
    scroll->setMinimumHeight(kListHeight);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGapHuge, kGapHuge, kGapHuge, kGapLarge);
    layout->setSpacing(kGap);
    layout->addWidget(new Label(TextStyle::Heading, tr("What will change")));
    layout->addWidget(
        (new Label(TextStyle::Body, tr("All of it or nothing, for all instances and across restarts.")))->muted()->wrapped());
    layout->addWidget(scroll, 1);
    layout->addWidget(m_notice);
    if (!m_typed.isEmpty()) {
        layout->addWidget(new Label(TextStyle::Body, tr("Type %1 to go on:").arg(m_typed)));
        auto *const entry = new QLineEdit;
        entry->setAccessibleName(tr("Type %1 to go on").arg(m_typed));
        connect(entry, &QLineEdit::textChanged, this, [this](const QString &text) {
            m_entered = text;
            enable();
        });
        layout->addWidget(entry);
    }
    QPushButton *const cancel = makeButton(theme, tr("Cancel"));
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(kGapSmall);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    layout->addLayout(buttons);
    m_apply->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &ReviewDialog::apply);
    enable();
    preview();
}

void ReviewDialog::preview()
{
    m_model.preview(m_wanted, this, [this](const auto &changes, const auto &trouble) {
        m_sound = !trouble && !changes.empty();
        showChanges(changes);
        if (trouble)
            m_notice->showTrouble(*trouble);
        else if (changes.empty())
            m_notice->say(Tone::Neutral, tr("Nothing: the settings have these values already."));
        enable();
    });
}

void ReviewDialog::showChanges(const std::vector<client::SettingChange> &changes)
{
    while (QLayoutItem *const item = m_changes->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const client::SettingChange &change : changes)
        m_changes->addWidget(makeChange(change));
}

void ReviewDialog::enable()
{
    m_apply->setEnabled(m_sound && m_entered == m_typed);
}

void ReviewDialog::apply()
{
    m_apply->setEnabled(false);
    m_model.apply(m_wanted, this, [this](const auto &changes, const auto &trouble) {
        if (trouble) {
            m_notice->showTrouble(*trouble);
            enable();
            return;
        }
        Q_EMIT applied(int(changes.size()));
        accept();
    });
}

} // namespace gatehouse::desktop
