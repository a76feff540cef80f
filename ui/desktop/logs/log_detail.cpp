#include "desktop/logs/log_detail.h"

#include "desktop/logs/log_model.h"
#include "desktop/shell/local_time.h"
#include "desktop/theme/button.h"
#include "desktop/theme/scroll_pane.h"
#include "desktop/theme/spacing.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace gatehouse::desktop {

namespace {

constexpr int kWidth = 380;

QString requestOf(const client::LogLine &line)
{
    return line.field(u"request_id"_s);
}

} // namespace

LogDetail::LogDetail(Theme &theme, QWidget *parent)
    : Card(tr("Line"), parent)
    , m_facts(new QFormLayout)
    , m_message((new Label(TextStyle::Mono))->wrapped()->selectable())
{
    setFixedWidth(kWidth);
    QToolButton *const close = makeIconButton(theme, Icon::Close, tr("Close the line"));
    connect(close, &QToolButton::clicked, this, &LogDetail::closed);
    addAction(close);
    auto *const content = new QWidget;
    auto *const column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGapLarge);
    m_facts->setHorizontalSpacing(kGap);
    m_facts->setVerticalSpacing(kGapSmall);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addWidget(m_message);
    column->addLayout(m_facts);
    column->addStretch();
    body()->addWidget(makeScrollPane(content), 1);

    QPushButton *const copy = makeButton(theme, tr("Copy"), ButtonKind::Ordinary, Icon::Copy);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_line.toText()); });
    QPushButton *const related = makeButton(theme, tr("Same request"), ButtonKind::Ordinary, Icon::Search);
    connect(related, &QPushButton::clicked, this, [this] { Q_EMIT searchRequested(requestOf(m_line)); });
    m_related = related;
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(kGapSmall);
    buttons->addWidget(related);
    buttons->addWidget(copy);
    buttons->addStretch();
    body()->addLayout(buttons);
}

void LogDetail::addFact(const QString &name, const QString &value, bool mono)
{
    auto *const text = (new Label(mono ? TextStyle::Mono : TextStyle::Body, value))->wrapped()->selectable();
    text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    m_facts->addRow((new Label(TextStyle::Body, name))->muted(), text);
}

void LogDetail::showLine(const client::LogLine &line)
{
    m_line = line;
    setHeading(LogModel::levelName(line.level));
    m_message->setText(line.message);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    addFact(tr("Time"), dateTimeText(line.time, Precision::Milliseconds), false);
    addFact(tr("Part"), line.category, false);
    for (const auto &[name, value] : line.fields)
        addFact(name, value, true);
    m_related->setVisible(!requestOf(line).isEmpty());
}

} // namespace gatehouse::desktop
