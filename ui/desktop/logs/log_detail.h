#pragma once

#include "client/log_line.h"
#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

class QFormLayout;

namespace gatehouse::desktop {

/// One line of the log, whole.
class LogDetail : public Card
{
    Q_OBJECT

public:
    explicit LogDetail(Theme &theme, QWidget *parent = nullptr);

    void showLine(const client::LogLine &line);

Q_SIGNALS:
    void closed();
    /// All lines that have this text are wanted.
    void searchRequested(const QString &text);

private:
    void addFact(const QString &name, const QString &value, bool mono);

    client::LogLine m_line;
    QFormLayout *m_facts;
    Label *m_message;
    QWidget *m_related = nullptr;
};

} // namespace gatehouse::desktop
