#include "desktop/logs/log_filter_bar.h"

#include "desktop/theme/button.h"
#include "desktop/theme/spacing.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace gatehouse::desktop {

LogFilterBar::LogFilterBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit)
    , m_level(new QComboBox)
    , m_category(new QComboBox)
{
    m_search->setPlaceholderText(tr("Search in the log"));
    m_search->setAccessibleName(tr("Search in the log"));
    m_search->setClearButtonEnabled(true);
    m_level->addItem(tr("Everything"), int(client::LogLevel::Debug));
    m_level->addItem(tr("Information and worse"), int(client::LogLevel::Info));
    m_level->addItem(tr("Warnings and worse"), int(client::LogLevel::Warning));
    m_level->addItem(tr("Errors"), int(client::LogLevel::Error));
    m_level->setCurrentIndex(m_level->findData(int(client::LogLevel::Info)));
    m_level->setAccessibleName(tr("How bad"));
    m_category->addItem(tr("Every part"), QString());
    m_category->setAccessibleName(tr("Part of the server"));
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    QToolButton *const none = makeIconButton(theme, Icon::Close, tr("Clear the filter"));
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGapSmall);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_level);
    layout->addWidget(m_category);
    layout->addWidget(none);
    connect(m_search, &QLineEdit::textChanged, this, &LogFilterBar::changed);
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogFilterBar::changed);
    connect(m_category, &QComboBox::currentIndexChanged, this, &LogFilterBar::changed);
    connect(none, &QToolButton::clicked, this, &LogFilterBar::clear);
}

LogFilter LogFilterBar::filter() const
{
    return {client::LogLevel(m_level->currentData().toInt()), m_category->currentData().toString(), m_search->text().trimmed()};
}

/// In the order of the alphabet, after the one that stands for all.
void LogFilterBar::offerCategory(const QString &category)
{
    int place = 1;
    while (place < m_category->count() && m_category->itemData(place).toString() < category)
        ++place;
    m_category->insertItem(place, category, category);
}

void LogFilterBar::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void LogFilterBar::search(const QString &text)
{
    m_search->setText(text);
}

void LogFilterBar::clear()
{
    m_search->clear();
    m_category->setCurrentIndex(0);
    m_level->setCurrentIndex(m_level->findData(int(client::LogLevel::Info)));
}

} // namespace gatehouse::desktop
