#include "desktop/secrets/copy_once.h"

#include "desktop/shell/secret_clipboard.h"
#include "desktop/theme/button.h"
#include "desktop/theme/label.h"
#include "desktop/theme/spacing.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace std::chrono_literals;

namespace gatehouse::desktop {

CopyOnce::CopyOnce(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_reveal(makeButton(theme, tr("Show")))
    , m_copy(makeButton(theme, tr("Copy"), ButtonKind::Ordinary, Icon::Copy))
    , m_note((new Label(TextStyle::Caption))->muted())
{
    m_field->setReadOnly(true);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setAccessibleName(tr("The new value"));
    m_field->setFont(fontFor(TextStyle::Mono));
    auto *const row = new QHBoxLayout;
    row->setSpacing(kGapSmall);
    row->addWidget(m_field, 1);
    row->addWidget(m_reveal);
    row->addWidget(m_copy);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGapTiny);
    layout->addLayout(row);
    layout->addWidget(m_note);
    m_note->setText(tr("It leaves the clipboard by itself after %Ln seconds.", nullptr, int(secret_clipboard::kLife.count())));
    connect(m_reveal, &QPushButton::clicked, this, [this] {
        const bool isHidden = m_field->echoMode() == QLineEdit::Password;
        m_field->setEchoMode(isHidden ? QLineEdit::Normal : QLineEdit::Password);
        m_reveal->setText(isHidden ? tr("Hide") : tr("Show"));
    });
    connect(m_copy, &QPushButton::clicked, this, &CopyOnce::copy);
    connect(&m_second, &QTimer::timeout, this, &CopyOnce::count);
}

void CopyOnce::setSecret(const QString &secret)
{
    m_field->setText(secret);
    m_field->setCursorPosition(0);
}

QString CopyOnce::secret() const
{
    return m_field->text();
}

void CopyOnce::forget()
{
    QClipboard *const clipboard = QGuiApplication::clipboard();
    if (!secret().isEmpty() && clipboard->text() == secret())
        clipboard->clear();
    m_second.stop();
    m_field->clear();
}

void CopyOnce::copy()
{
    secret_clipboard::put(secret());
    m_left = int(secret_clipboard::kLife.count()) + 1;
    m_second.start(1s);
    count();
}

void CopyOnce::count()
{
    --m_left;
    if (QGuiApplication::clipboard()->text() != secret() || m_left <= 0) {
        m_second.stop();
        m_note->setText(tr("It is off the clipboard again."));
        return;
    }
    m_note->setText(tr("Copied. It leaves the clipboard in %1 s.").arg(m_left));
}

} // namespace gatehouse::desktop
