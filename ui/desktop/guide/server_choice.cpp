#include "desktop/guide/server_choice.h"

#include "desktop/servers/server_address.h"
#include "desktop/shell/language_box.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

/// A choice with a line that says what it comes to.
void addChoice(QVBoxLayout *layout, QRadioButton *button, const QString &explanation)
{
    auto *const words = (new Label(TextStyle::Caption, explanation))->muted()->wrapped();
    words->setContentsMargins(kGapHuge, 0, 0, kGapSmall);
    button->setFont(fontFor(TextStyle::Strong));
    button->setAccessibleDescription(explanation);
    layout->addWidget(button);
    layout->addWidget(words);
}

} // namespace

ServerChoice::ServerChoice(Theme &theme, Language &language, const QString &dataFolder, QWidget *parent)
    : Entrance(theme, tr("Where does your server run?"), tr("Both can be changed later."), parent)
    , m_embedded(new QRadioButton(tr("&Here, in this program")))
    , m_remote(new QRadioButton(tr("&Elsewhere; connect to it")))
    , m_fields(new QWidget)
    , m_url(new QLineEdit)
    , m_stage(new QComboBox)
    , m_problem((new Label(TextStyle::Body))->wrapped())
    , m_continue(makeButton(theme, tr("Continue"), ButtonKind::Primary))
{
    m_embedded->setChecked(true);
    addChoice(body(), m_embedded,
              tr("Starts now, for this computer only. Its data is kept in %1, its keys are made by itself.").arg(dataFolder));
    addChoice(body(), m_remote, tr("A Gatehouse on another machine, or one that is already running on this one."));
    addRemoteFields();
    m_problem->setTone(Tone::Danger);
    m_problem->hide();
    body()->addWidget(m_problem);
    body()->addSpacing(kGapTiny);
    body()->addWidget(m_continue);
    addLanguage(language);
    connect(m_remote, &QRadioButton::toggled, m_fields, &QWidget::setVisible);
    connect(m_continue, &QPushButton::clicked, this, &ServerChoice::choose);
    connect(m_url, &QLineEdit::returnPressed, this, &ServerChoice::choose);
}

void ServerChoice::addRemoteFields()
{
    auto *const form = new QFormLayout(m_fields);
    form->setContentsMargins(kGapHuge, 0, 0, 0);
    form->setSpacing(kGapSmall);
    m_url->setPlaceholderText(u"https://gate.example.org"_s);
    m_url->setAccessibleName(tr("Address of the server"));
    for (const auto stage : {ServerProfile::Stage::Production, ServerProfile::Stage::Testing, ServerProfile::Stage::Local})
        m_stage->addItem(stageName(stage), int(stage));
    m_stage->setAccessibleName(tr("What it is for"));
    form->addRow(tr("&Address"), m_url);
    form->addRow(tr("&What it is for"), m_stage);
    m_fields->hide();
    body()->addWidget(m_fields);
}

void ServerChoice::addLanguage(Language &language)
{
    auto *const choice = new LanguageBox(language);
    auto *const label = (new Label(TextStyle::Caption, tr("&Language")))->muted();
    label->setBuddy(choice);
    auto *const row = new QHBoxLayout;
    row->setSpacing(kGapSmall);
    row->addStretch();
    row->addWidget(label);
    row->addWidget(choice);
    row->addStretch();
    body()->addSpacing(kGapSmall);
    body()->addLayout(row);
}

void ServerChoice::showEvent(QShowEvent *event)
{
    Entrance::showEvent(event);
    m_continue->setFocus();
}

void ServerChoice::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->show();
}

void ServerChoice::choose()
{
    m_problem->hide();
    if (m_embedded->isChecked()) {
        Q_EMIT chosen({.name = tr("This computer"), .url = {}, .stage = ServerProfile::Stage::Local, .embedded = true});
        return;
    }
    const QUrl url = serverAddressFrom(m_url->text());
    if (!url.isValid()) {
        showProblem(tr("Enter the address of the server, such as https://gate.example.org"));
        m_url->setFocus();
        return;
    }
    Q_EMIT chosen(
        {.name = url.host(), .url = url, .stage = ServerProfile::Stage(m_stage->currentData().toInt()), .embedded = false});
}

} // namespace gatehouse::desktop
