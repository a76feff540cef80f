#pragma once

#include "client/admin_session.h"
#include "client/record_checker.h"
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
    static constexpr int kPieceSize = 50'000; ///< as many as a server gives; each piece is told of in the record

    RecordCheckBar(Theme &theme, client::AdminSession &session, QWidget *parent = nullptr);
    ~RecordCheckBar() override;

    void check();
    /// Writes the record as JSON Lines to `path`.
    void exportTo(const QString &path);
    /// How many entries are asked for at once.
    void setPieceSize(int entries) { m_pieceSize = entries; }

Q_SIGNALS:
    void finished();

private:
    void begin(const QString &words);
    void end(Tone tone, const QString &words);
    /// Takes a piece of the record in a thread of the pool; false: there is no use in going on.
    using Take = std::function<bool(const QByteArray &piece, bool isLast)>;
    void read(Take take, std::function<void()> done);
    void readPiece(const QString &query);
    void takePiece(const QByteArray &piece, const QString &next);
    /// Says how far it is; any thread.
    [[nodiscard]] std::function<bool(quint64)> progress();
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
    Take m_take;
    std::function<void()> m_done;
    quint64 m_total = 0; ///< entries of the record; 0: not known
    int m_pieceSize = kPieceSize;
    bool m_running = false;
};

} // namespace gatehouse::desktop
