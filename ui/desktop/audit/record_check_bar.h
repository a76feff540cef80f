#pragma once

#include "client/admin_session.h"
#include "client/merkle_proof.h"
#include "desktop/theme/label.h"
#include "desktop/theme/theme.h"

#include <QFrame>

#include <atomic>

class QProgressBar;
class QPushButton;

namespace gatehouse::desktop {

/// Checks the whole record against its checkpoints, with progress, and can be cancelled; or saves it to a file.
class RecordCheckBar : public QFrame
{
    Q_OBJECT

public:
    RecordCheckBar(Theme &theme, client::AdminSession &session, QWidget *parent = nullptr);
    ~RecordCheckBar() override;

    void check();
    /// Writes the record as JSON Lines to `path`.
    void exportTo(const QString &path);

Q_SIGNALS:
    void finished();

private:
    void begin(const QString &words);
    void end(Tone tone, const QString &words);
    void download(std::function<void(const QByteArray &)> done);
    void verify(const QByteArray &lines);
    void sayResult(const client::RecordCheck &check);
    void cancel();

    Theme &m_theme;
    client::AdminSession &m_session;
    QLabel *m_icon;
    Label *m_words;
    QProgressBar *m_progress;
    QPushButton *m_button;
    QPointer<client::ApiCall> m_call;
    std::shared_ptr<std::atomic<bool>> m_cancelled; ///< shared with the thread that verifies, which may outlive this
    bool m_running = false;
};

} // namespace gatehouse::desktop
