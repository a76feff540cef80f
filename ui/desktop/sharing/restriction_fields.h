#pragma once

#include "client/sharing_client.h"
#include "core/error.h"

#include <QWidget>

class QLineEdit;

namespace gatehouse::desktop {

/// Who may open a secret.
class RestrictionFields : public QWidget
{
    Q_OBJECT

public:
    explicit RestrictionFields(QWidget *parent = nullptr);

    /// What was entered; Invalid, in words for a person, when it cannot be that. The passphrase stays here.
    [[nodiscard]] Result<client::Restrictions> restrictions() const;
    void clear();

private:
    QLineEdit *m_passphrase = nullptr;
    QLineEdit *m_addresses = nullptr;
    QLineEdit *m_countries = nullptr;
    QLineEdit *m_networks = nullptr;
};

} // namespace gatehouse::desktop
