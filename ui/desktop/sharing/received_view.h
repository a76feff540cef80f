#pragma once

#include "client/secret_payload.h"
#include "desktop/theme/label.h"
#include "desktop/theme/theme.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace gatehouse::desktop {

/// A secret that came: masked until somebody wants to see it, to be copied or saved, and then forgotten. Not there until there is
/// one.
class ReceivedView : public QWidget
{
    Q_OBJECT

public:
    explicit ReceivedView(Theme &theme, QWidget *parent = nullptr);

    void showPayload(client::SecretPayload payload);
    void forget();

Q_SIGNALS:
    /// What came of saving it.
    void told(gatehouse::desktop::Tone tone, const QString &text);
    void forgotten();

private:
    void reveal(bool shown);
    void save();

    Label *m_what;
    QPlainTextEdit *m_text;
    QPushButton *m_reveal;
    QPushButton *m_copy;
    client::SecretPayload m_payload;
};

} // namespace gatehouse::desktop
