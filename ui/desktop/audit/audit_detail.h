#pragma once

#include "client/admin_session.h"
#include "client/audit_entry.h"
#include "client/user_directory.h"
#include "desktop/theme/card.h"
#include "desktop/theme/theme.h"

class QFormLayout;
class QPlainTextEdit;

namespace gatehouse::desktop {

/// One entry of the record with everything that is known of it, its raw bytes, and the proof that it is in the tree.
class AuditDetail : public Card
{
    Q_OBJECT

public:
    AuditDetail(Theme &theme, client::AdminSession &session, client::UserDirectory &users, QWidget *parent = nullptr);

    void showEntry(const client::AuditEntry &entry);
    /// Asks the server for the proof of the entry that shows, and checks it.
    void prove();

Q_SIGNALS:
    void closed();

private:
    void addFact(const QString &name, const QString &value, bool mono = false);
    void readRaw();
    void judge(const client::ApiAnswer &answer);

    Theme &m_theme;
    client::AdminSession &m_session;
    client::UserDirectory &m_users;
    quint64 m_sequence = 0;
    QFormLayout *m_facts;
    QPlainTextEdit *m_raw;
    Label *m_verdict;
    QPointer<client::ApiCall> m_call;
    QPointer<client::ApiCall> m_proofCall;
};

} // namespace gatehouse::desktop
