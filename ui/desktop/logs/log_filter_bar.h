#pragma once

#include "desktop/logs/log_model.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace gatehouse::desktop {

/// What is looked for in the log.
class LogFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit LogFilterBar(Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] LogFilter filter() const;
    void offerCategory(const QString &category);
    void focusSearch();
    void search(const QString &text);
    void clear();

Q_SIGNALS:
    void changed();

private:
    QLineEdit *m_search;
    QComboBox *m_level;
    QComboBox *m_category;
};

} // namespace gatehouse::desktop
