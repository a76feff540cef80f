#pragma once

#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

class QLineEdit;

namespace gatehouse::desktop {

/// Addresses and ranges that are never limited: add, remove.
class ExemptionList : public Card
{
    Q_OBJECT

public:
    ExemptionList(Theme &theme, bool mayEdit, QWidget *parent = nullptr);

    void setNetworks(const QStringList &networks);

Q_SIGNALS:
    /// The whole list as it is wanted.
    void changeRequested(const QStringList &networks);

private:
    void addRow(const QString &network);
    void addEntered();

    Theme &m_theme;
    const bool m_mayEdit;
    QStringList m_networks;
    QVBoxLayout *m_rows;
    Label *m_none;
    QLineEdit *m_entry;
};

} // namespace gatehouse::desktop
