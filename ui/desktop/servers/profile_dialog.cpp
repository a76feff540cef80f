#include "desktop/servers/profile_dialog.h"

#include "desktop/servers/server_address.h"
#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kWidth = 460;

QPixmap dotOf(const QColor &colour, double ratio)
{
    QPixmap pixmap(QSize(kIconSmall, kIconSmall) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(1, 1, kIconSmall - 2, kIconSmall - 2));
    return pixmap;
}

} // namespace

ProfileDialog::ProfileDialog(Theme &theme, const ServerProfile &profile, QWidget *parent)
    : QDialog(parent)
    , m_before(profile)
    , m_name(new QLineEdit(profile.name))
    , m_url(new QLineEdit(profile.url.toDisplayString()))
    , m_stage(new QComboBox)
    , m_colour(new QComboBox)
    , m_readOnly(new QCheckBox(tr("Only &look at it from here: nothing can be changed")))
    , m_problem((new Label(TextStyle::Body))->wrapped())
{
    theme.adopt(this);
    setWindowTitle(profile.id.isEmpty() ? tr("Add a server") : tr("Change a server"));
    setMinimumWidth(kWidth);
    m_name->setAccessibleName(tr("Name of the server"));
    m_url->setAccessibleName(tr("Address of the server"));
    m_url->setPlaceholderText(u"https://gate.example.org"_s);
    m_url->setEnabled(!profile.embedded);
    m_stage->setAccessibleName(tr("What the server is for"));
    for (const auto stage : {ServerProfile::Stage::Production, ServerProfile::Stage::Testing, ServerProfile::Stage::Local})
        m_stage->addItem(stageName(stage), int(stage));
    m_stage->setCurrentIndex(m_stage->findData(int(profile.stage)));
    addColours();
    m_readOnly->setChecked(profile.readOnly);
    m_problem->setTone(Tone::Danger);
    m_problem->hide();
    auto *const form = new QFormLayout;
    form->setHorizontalSpacing(kGapLarge);
    form->setVerticalSpacing(kGap);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Address"), m_url);
    form->addRow(tr("&What it is for"), m_stage);
    form->addRow(tr("&Colour"), m_colour);
    form->addRow(m_readOnly);
    QPushButton *const cancel = makeButton(theme, tr("Cancel"));
    QPushButton *const ok = makeButton(theme, tr("Save"), ButtonKind::Primary);
    ok->setDefault(true);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(kGapSmall);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(ok);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGapHuge, kGapHuge, kGapHuge, kGapLarge);
    layout->setSpacing(kGap);
    layout->addWidget(new Label(TextStyle::Heading, windowTitle()));
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(ok, &QPushButton::clicked, this, &ProfileDialog::save);
}

void ProfileDialog::addColours()
{
    m_colour->setAccessibleName(tr("Colour of the server"));
    m_colour->addItem(tr("As what it is for"), QColor());
    const auto add = [this](const QString &name, const QColor &colour) {
        m_colour->addItem(QIcon(dotOf(colour, devicePixelRatioF())), name, colour);
        if (colour == m_before.colour)
            m_colour->setCurrentIndex(m_colour->count() - 1);
    };
    add(tr("Blue"), QColor(0x2f, 0x6f, 0xd6));
    add(tr("Violet"), QColor(0x85, 0x54, 0xc9));
    add(tr("Green"), QColor(0x2c, 0x96, 0x5a));
    add(tr("Yellow"), QColor(0xc9, 0x96, 0x1a));
    add(tr("Orange"), QColor(0xd6, 0x6b, 0x1f));
    add(tr("Red"), QColor(0xcf, 0x3b, 0x3b));
}

void ProfileDialog::save()
{
    ServerProfile profile = m_before;
    profile.name = m_name->text().trimmed();
    profile.stage = ServerProfile::Stage(m_stage->currentData().toInt());
    profile.colour = m_colour->currentData().value<QColor>();
    profile.readOnly = m_readOnly->isChecked();
    if (!profile.embedded) {
        profile.url = serverAddressFrom(m_url->text());
        if (!profile.url.isValid()) {
            m_problem->setText(tr("Enter the address of the server, such as https://gate.example.org"));
            m_problem->show();
            m_url->setFocus();
            return;
        }
        if (profile.url != m_before.url)
            profile.pin.clear(); // of another server
    }
    if (profile.name.isEmpty())
        profile.name = profile.embedded ? tr("This computer") : profile.url.host();
    Q_EMIT entered(profile);
    accept();
}

} // namespace gatehouse::desktop
