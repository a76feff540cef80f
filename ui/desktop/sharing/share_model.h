#pragma once

#include "client/admin_session.h"
#include "client/secret_exchange.h"

#include <QDateTime>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace gatehouse::desktop {

/// Hands over one-time secrets as who is signed in, takes them, and asks what became of those that were handed over. Everything
/// is encrypted and decrypted here: the server never sees it.
class ShareModel : public QObject
{
    Q_OBJECT

public:
    /// A secret that was handed over since the page was opened.
    struct Sent {
        QString what; ///< "3 files", "Text": never its content
        QByteArray id; ///< of the link, which is not kept
        QByteArray receiptToken; ///< empty: nobody asks what becomes of it
        QDateTime at;
        QDateTime expires;
        std::optional<client::Receipt> receipt; ///< nothing: not known yet
    };

    explicit ShareModel(client::AdminSession &session, QObject *parent = nullptr);
    /// Gives up what is under way.
    ~ShareModel() override;

    using LinkMade = std::function<void(const Result<QString> &link)>;
    /// `what`: how the list calls it.
    void send(client::SecretPayload payload, const QString &what, const client::SendOptions &options, LinkMade done);
    using Taken = std::function<void(Result<client::SecretPayload> payload)>;
    /// Takes what `link` leads to, on this server, which works once.
    void take(client::SecretLink link, const QByteArray &passphraseHash, Taken done);
    /// The same on another server, which is judged by `trust` and not told who asks.
    void takeElsewhere(client::SecretLink link, const client::TlsTrust &trust, const QByteArray &passphraseHash, Taken done);
    /// Removes what nobody has taken; `done` gets what went wrong, or nothing, and only while this lives.
    void burn(const QByteArray &id, std::function<void(const QString &problem)> done);

    [[nodiscard]] const std::vector<Sent> &sent() const { return m_sent; }
    /// Whether receipts are asked for again and again.
    void setLive(bool live);
    void readReceipts();

Q_SIGNALS:
    void changed();

private:
    using ClientPtr = std::shared_ptr<client::SharingClient>; ///< each call keeps its own until it has ended
    [[nodiscard]] ClientPtr makeClient() const;
    QCoro::Task<void> sendNow(ClientPtr client, client::SecretPayload payload, QString what, client::SendOptions options,
                              LinkMade done);
    QCoro::Task<void> takeNow(ClientPtr client, client::SecretLink link, QByteArray passphraseHash, Taken done);
    QCoro::Task<void> burnNow(ClientPtr client, QByteArray id, QByteArray token, std::function<void(const QString &)> done);
    QCoro::Task<void> readNow(ClientPtr client, QByteArray id, QByteArray token);

    client::AdminSession &m_session;
    std::vector<Sent> m_sent; ///< newest first
    std::stop_source m_stop;
    QTimer m_timer;
};

/// The detail of an error as a sentence.
[[nodiscard]] QString sentenceOf(const Error &error);

} // namespace gatehouse::desktop
