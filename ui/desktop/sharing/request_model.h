#pragma once

#include "client/admin_session.h"
#include "client/kept_files.h"
#include "client/secret_exchange.h"

#include <QDateTime>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace gatehouse::desktop {

/// Asks others for a secret, watches whether they answer, and takes the answer. The key that opens it is made here and stays
/// here: the server never has it, and it is gone with this unless it was saved.
class RequestModel : public QObject
{
    Q_OBJECT

public:
    enum class State { Open, Answered, Collected, Expired };

    /// What was asked for since the page was opened.
    struct Asked {
        QString note; ///< what they are told it is for; may be empty
        QByteArray id;
        QDateTime at;
        QDateTime expires;
        State state = State::Open;
    };

    explicit RequestModel(client::AdminSession &session, QObject *parent = nullptr);
    /// Gives up what is under way.
    ~RequestModel() override;

    using LinkMade = std::function<void(const Result<QString> &link)>;
    void ask(const QString &note, std::chrono::seconds life, LinkMade done);
    using Collected = std::function<void(Result<client::SecretPayload> payload)>;
    /// Takes the answer, which works once, and decrypts it.
    void collect(const QByteArray &id, Collected done);
    /// What `gatehouse collect` takes: the key to the answer, for when this program has ended. Nothing when it is of no more use.
    [[nodiscard]] std::optional<SecretBytes> keyFile(const QByteArray &id) const;

    [[nodiscard]] std::vector<Asked> asked() const; ///< newest first
    /// Whether states are asked for again and again.
    void setLive(bool live);
    void readStates();

Q_SIGNALS:
    void changed();

private:
    struct Kept {
        Asked asked;
        std::shared_ptr<const client::KeptRequest> opener; ///< shared with the call that collects; null once it is of no use
    };

    QCoro::Task<void> askNow(QString note, std::chrono::seconds life, LinkMade done);
    QCoro::Task<void> collectNow(std::shared_ptr<const client::KeptRequest> opener, Collected done);
    QCoro::Task<void> readNow(QByteArray id);
    void become(const QByteArray &id, State state);
    [[nodiscard]] Kept *find(const QByteArray &id);

    client::AdminSession &m_session;
    std::vector<Kept> m_kept; ///< newest first
    std::stop_source m_stop;
    QTimer m_timer;
};

} // namespace gatehouse::desktop
