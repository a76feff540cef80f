#include "desktop/settings/setting_editor.h"

#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kWidth = 360;
constexpr int kListHeight = 140;

} // namespace

SettingEditor::SettingEditor(Theme &theme, bool mayEdit, QWidget *parent)
    : Card(tr("Setting"), parent)
    , m_mayEdit(mayEdit)
    , m_meaning((new Label(TextStyle::Body))->wrapped())
    , m_facts(new QFormLayout)
    , m_hint((new Label(TextStyle::Caption))->muted()->wrapped())
    , m_line(new QLineEdit)
    , m_list(new QPlainTextEdit)
    , m_yesNo(new QComboBox)
    , m_configured(makeButton(theme, tr("As configured"), ButtonKind::Ordinary, Icon::Undo))
{
    setFixedWidth(kWidth);
    QToolButton *const close = makeIconButton(theme, Icon::Close, tr("Close the setting"));
    connect(close, &QToolButton::clicked, this, &SettingEditor::closed);
    addAction(close);
    m_facts->setHorizontalSpacing(kGap);
    m_facts->setVerticalSpacing(kGapSmall);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_yesNo->addItem(tr("On"), u"true"_s);
    m_yesNo->addItem(tr("Off"), u"false"_s);
    m_list->setFixedHeight(kListHeight);
    m_list->setFont(fontFor(TextStyle::Mono));
    m_list->setTabChangesFocus(true);
    for (QWidget *field : std::initializer_list<QWidget *>{m_line, m_list, m_yesNo})
        field->setAccessibleName(tr("New value"));
    m_configured->setToolTip(tr("Takes back the change: what the configuration file or the environment says holds again."));

    body()->setSpacing(kGap);
    body()->addWidget(m_meaning);
    body()->addLayout(m_facts);
    body()->addSpacing(kGapSmall);
    body()->addWidget(new Label(TextStyle::Strong, tr("New value")));
    body()->addWidget(m_line);
    body()->addWidget(m_list);
    body()->addWidget(m_yesNo);
    body()->addWidget(m_hint);
    body()->addWidget(m_configured, 0, Qt::AlignLeft);
    body()->addStretch();
    connect(m_line, &QLineEdit::textEdited, this, &SettingEditor::tell);
    connect(m_list, &QPlainTextEdit::textChanged, this, &SettingEditor::tell);
    connect(m_yesNo, &QComboBox::currentIndexChanged, this, &SettingEditor::tell);
    connect(m_configured, &QPushButton::clicked, this, [this] { Q_EMIT configuredWanted(m_setting.key); });
}

SettingEditor::Shape SettingEditor::shape() const
{
    if (m_setting.list)
        return Shape::List;
    const bool isTruth = m_setting.defaultValue == "true"_L1 || m_setting.defaultValue == "false"_L1;
    return isTruth ? Shape::YesNo : Shape::Line;
}

void SettingEditor::addFact(const QString &name, const QString &value)
{
    auto *const text = (new Label(TextStyle::Mono, value))->wrapped()->selectable();
    text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    m_facts->addRow((new Label(TextStyle::Body, name))->muted(), text);
}

void SettingEditor::showSetting(const client::Setting &setting, const std::optional<QString> &wanted)
{
    m_setting = setting;
    setHeading(setting.key);
    m_meaning->setText(setting.meaning);
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const QString none = tr("none", "value of a setting");
    addFact(tr("In force"), setting.value.isEmpty() ? none : setting.value);
    addFact(tr("Comes from"), setting.origin);
    addFact(tr("Default"), setting.defaultValue.isEmpty() ? none : setting.defaultValue);
    const bool mayChange = m_mayEdit && setting.live;
    m_line->setVisible(shape() == Shape::Line);
    m_list->setVisible(shape() == Shape::List);
    m_yesNo->setVisible(shape() == Shape::YesNo);
    for (QWidget *field : std::initializer_list<QWidget *>{m_line, m_list, m_yesNo})
        field->setEnabled(mayChange);
    m_configured->setVisible(mayChange && setting.isOverridden());
    if (!setting.live)
        m_hint->setText(tr(
            "The server reads this one only when it starts. Change it in its file, environment or flags, and start it again."));
    else if (!m_mayEdit)
        m_hint->setText(tr("Only administrators change settings."));
    else
        m_hint->setText(shape() == Shape::List ? tr("One on each line. Nothing holds before you apply it.")
                                               : tr("Nothing holds before you apply it."));
    setValue(wanted.value_or(setting.value));
}

void SettingEditor::setValue(const QString &value)
{
    m_filling = true;
    m_line->setText(value);
    QString lines = value;
    m_list->setPlainText(lines.replace(u',', u'\n'));
    m_yesNo->setCurrentIndex(m_yesNo->findData(value));
    m_filling = false;
}

QString SettingEditor::value() const
{
    switch (shape()) {
    case Shape::Line: return m_line->text().trimmed();
    case Shape::YesNo: return m_yesNo->currentData().toString();
    case Shape::List: break;
    }
    QStringList items = m_list->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    for (QString &item : items)
        item = item.trimmed();
    items.removeAll(QString());
    return items.join(u',');
}

void SettingEditor::tell()
{
    if (!m_filling && m_setting.live && m_mayEdit)
        Q_EMIT entered(m_setting.key, value());
}

} // namespace gatehouse::desktop
