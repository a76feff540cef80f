#include "desktop/access/new_token_dialog.h"

#include "desktop/secrets/copy_once.h"
#include "desktop/state/trouble_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/label.h"
#include "desktop/theme/spacing.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace gatehouse::desktop {

namespace {

constexpr int kWidth = 460;
constexpr int kKibibyte = 1024;
constexpr int kLargestLimit = 1024 * 1024; ///< KiB

} // namespace

NewTokenDialog::NewTokenDialog(Theme &theme, TokenModel &tokens, QWidget *parent)
    : QDialog(parent)
    , m_tokens(tokens)
    , m_life(new QComboBox)
    , m_limit(new QSpinBox)
    , m_oneTime(new QCheckBox(tr("Good for &one secret only")))
    , m_problem((new Label(TextStyle::Body))->wrapped())
    , m_create(makeButton(theme, tr("Create"), ButtonKind::Primary))
    , m_cancel(makeButton(theme, tr("Cancel")))
{
    theme.adopt(this);
    setWindowTitle(tr("New share token"));
    setMinimumWidth(kWidth);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(kGapSmall);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_create);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGapHuge, kGapHuge, kGapHuge, kGapLarge);
    layout->setSpacing(kGap);
    layout->addWidget(new Label(TextStyle::Heading, windowTitle()));
    layout->addWidget(m_form = makeForm());
    layout->addWidget(m_result = makeResult(theme));
    m_problem->setTone(Tone::Danger);
    m_problem->hide();
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    m_create->setDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &NewTokenDialog::create);
    m_life->setFocus();
}

QWidget *NewTokenDialog::makeForm()
{
    const auto add = [this](const QString &text, std::chrono::seconds life) { m_life->addItem(text, qint64(life.count())); };
    add(tr("A day"), 24h);
    add(tr("A week"), 7 * 24h);
    add(tr("30 days"), 30 * 24h);
    add(tr("A year"), 365 * 24h);
    m_life->setCurrentIndex(2);
    m_life->setAccessibleName(tr("How long the token is good"));
    m_limit->setRange(0, kLargestLimit);
    m_limit->setSingleStep(kKibibyte);
    m_limit->setSuffix(tr(" KiB"));
    m_limit->setSpecialValueText(tr("As the server allows"));
    m_limit->setGroupSeparatorShown(true);
    m_limit->setButtonSymbols(QSpinBox::NoButtons);
    m_limit->setAccessibleName(tr("Largest secret"));
    auto *const content = new QWidget;
    auto *const form = new QFormLayout(content);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(kGapLarge);
    form->setVerticalSpacing(kGap);
    auto *const words =
        (new Label(TextStyle::Body, tr("Lets whoever has it create one-time secrets, without an account.")))->muted()->wrapped();
    form->addRow(words);
    form->addRow(tr("&Good for"), m_life);
    form->addRow(tr("&Largest secret"), m_limit);
    form->addRow(m_oneTime);
    return content;
}

QWidget *NewTokenDialog::makeResult(Theme &theme)
{
    auto *const content = new QWidget;
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(
        (new Label(TextStyle::Body, tr("This is the token. It is shown this once; the server keeps only its hash.")))->wrapped());
    layout->addWidget(m_token = new CopyOnce(theme));
    content->hide();
    return content;
}

void NewTokenDialog::create()
{
    m_problem->hide();
    m_create->setEnabled(false);
    const TokenModel::Wanted wanted{.life = std::chrono::seconds(m_life->currentData().toLongLong()),
                                    .uploadSizeLimit =
                                        m_limit->value() > 0 ? std::optional(qint64(m_limit->value()) * kKibibyte) : std::nullopt,
                                    .oneTime = m_oneTime->isChecked()};
    m_tokens.create(wanted, this, [this](const std::expected<SecretBytes, client::Trouble> &token) {
        m_create->setEnabled(true);
        if (token) {
            show(*token);
            return;
        }
        m_problem->setText(TroubleWords::sentences(token.error()));
        m_problem->show();
    });
}

void NewTokenDialog::show(const SecretBytes &token)
{
    m_token->setSecret(QString::fromUtf8(token.view()));
    m_form->hide();
    m_result->show();
    m_cancel->hide();
    m_create->setText(tr("Done"));
    m_create->disconnect(this);
    connect(m_create, &QPushButton::clicked, this, &QDialog::accept); // a copy stays on the clipboard for its time
    m_create->setFocus();
    adjustSize();
}

} // namespace gatehouse::desktop
