#include "desktop/access/new_user_dialog.h"

#include "client/generated_password.h"
#include "desktop/shell/secret_clipboard.h"
#include "desktop/shell/top_bar.h"
#include "desktop/state/trouble_words.h"
#include "desktop/theme/button.h"
#include "desktop/theme/label.h"
#include "desktop/theme/spacing.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kWidth = 440;

/// A field that was refused stands out until it is changed.
void markInvalid(QLineEdit *field, bool invalid)
{
    field->setProperty("invalid", invalid ? u"true"_s : QString());
    restyle(field);
}

} // namespace

NewUserDialog::NewUserDialog(Theme &theme, UserModel &users, QWidget *parent)
    : QDialog(parent)
    , m_users(users)
    , m_name(new QLineEdit)
    , m_role(new QComboBox)
    , m_password(new QLineEdit)
    , m_problem((new Label(TextStyle::Body))->wrapped())
    , m_create(makeButton(theme, tr("Create"), ButtonKind::Primary))
{
    theme.adopt(this);
    setWindowTitle(tr("New user"));
    setMinimumWidth(kWidth);
    for (const Role role : {Role::User, Role::Operator, Role::Admin})
        m_role->addItem(roleName(role), int(role));
    m_name->setPlaceholderText(tr("Letters, digits and underscores"));
    const SecretBytes generated = client::generatedPassword();
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setText(QString::fromUtf8(generated.view()));
    QPushButton *const copy = makeButton(theme, tr("Copy"), ButtonKind::Ordinary, Icon::Copy);
    connect(copy, &QPushButton::clicked, this, &NewUserDialog::copyPassword);
    auto *const password = new QHBoxLayout;
    password->setSpacing(kGapSmall);
    password->addWidget(m_password, 1);
    password->addWidget(copy);

    auto *const form = new QFormLayout;
    form->setSpacing(kGap);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Role"), m_role);
    form->addRow(tr("&Password"), password);
    m_name->setAccessibleName(tr("Name"));
    m_role->setAccessibleName(tr("Role"));
    m_password->setAccessibleName(tr("Password"));

    QPushButton *const cancel = makeButton(theme, tr("Cancel"));
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(kGapSmall);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGapHuge, kGapHuge, kGapHuge, kGapLarge);
    layout->setSpacing(kGap);
    layout->addWidget(new Label(TextStyle::Heading, windowTitle()));
    layout->addLayout(form);
    layout->addWidget((new Label(TextStyle::Caption,
                                 tr("The password was made just now. Copy it and hand it over as a one-time secret; "
                                    "nobody can read it here later.")))
                          ->muted()
                          ->wrapped());
    m_problem->setTone(Tone::Danger);
    m_problem->hide();
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    m_create->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &NewUserDialog::create);
    m_name->setFocus();
}

void NewUserDialog::copyPassword()
{
    secret_clipboard::put(m_password->text());
}

void NewUserDialog::create()
{
    markInvalid(m_name, false);
    markInvalid(m_password, false);
    m_problem->hide();
    m_create->setEnabled(false);
    QByteArray bytes = m_password->text().toUtf8();
    m_users.create(m_name->text(), SecretBytes::takeFrom(bytes), Role(m_role->currentData().toInt()), this,
                   [this](const std::optional<client::Trouble> &trouble) {
                       m_create->setEnabled(true);
                       trouble ? showTrouble(*trouble) : accept();
                   });
}

void NewUserDialog::showTrouble(const client::Trouble &trouble)
{
    QStringList lines{TroubleWords::sentences(trouble)};
    for (const FieldError &field : trouble.fields) {
        markInvalid(field.field == "password"_L1 ? m_password : m_name, true);
        lines.append(field.field + u' ' + field.problem);
    }
    m_problem->setText(lines.join(u'\n'));
    m_problem->show();
}

} // namespace gatehouse::desktop
