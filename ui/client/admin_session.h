#pragma once

#include "client/api_call.h"
#include "client/link_watch.h"
#include "client/trouble.h"
#include "core/role.h"
#include "core/secret_bytes.h"

#include <QTimer>

#include <vector>

namespace gatehouse::client {

/// Who is signed in.
struct Account {
    QString id;
    QString username;
    Role role = Role::User;
};

/// One person signed in to one server: every call of the console goes through here. Renews the access token before it
/// ends, and once more when the server refuses it; notices when the server is gone, and when it is back. Lives in the
/// thread that made it.
class AdminSession : public QObject
{
    Q_OBJECT

public:
    enum class State { SignedOut, SigningIn, SignedIn };
    Q_ENUM(State)

    explicit AdminSession(std::unique_ptr<ApiClient> client, QObject *parent = nullptr);
    ~AdminSession() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Account &account() const { return m_account; }
    /// Whether they may change things from here.
    [[nodiscard]] bool isAdmin() const { return m_state == State::SignedIn && m_account.role == Role::Admin && !m_readOnly; }
    /// Nothing is changed through this session, whatever the role: a guard against one's own hand.
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    [[nodiscard]] LinkWatch &link() { return m_link; }
    /// For what speaks to the server itself: its client, which lives as long as this, and the token of who is signed in.
    [[nodiscard]] ApiClient &api() { return *m_client; }
    [[nodiscard]] QByteArray bearer() const { return m_access.view().toByteArray(); }
    [[nodiscard]] const QUrl &server() const { return m_client->base(); }

    void signIn(const QString &username, SecretBytes password);
    /// Goes on with a session of earlier, by what refreshToken() gave then; signInFailed() when that is over, or nobody answers.
    void resume(SecretBytes refreshToken);
    /// What leads back into this session, once; each renewal makes another. Empty while nobody is signed in.
    [[nodiscard]] SecretBytes refreshToken() const { return m_refresh.clone(); }
    /// Whether this session was resumed: nobody has entered a password.
    [[nodiscard]] bool wasResumed() const { return m_wasResumed; }
    /// Makes the first user of a new server, who is its administrator, and signs in as them.
    void createAdministrator(const QString &username, SecretBytes password, const QString &setupCode = {});
    void signOut();

    /// For a WebSocket to the server, as who is signed in.
    [[nodiscard]] QNetworkRequest socketRequest(const QString &path, const QString &query) const;

    /// Asks the server; `done` gets what it answers. The call ends with `context`.
    ApiCall *call(ApiRequest request, QObject *context, ApiCall::Done done);
    /// The same for what is read.
    ApiCall *get(const QString &path, const QString &query, QObject *context, ApiCall::Done done);

Q_SIGNALS:
    void stateChanged();
    void signInFailed(const gatehouse::client::Trouble &trouble);
    /// There is another refreshToken().
    void renewedTokens();
    /// What was a session is none any more, by this side or the server's: no refresh token of it leads anywhere.
    void ended();

private:
    void setState(State state);
    void dispatch(ApiCall *call, bool again);
    void sort(ApiCall *call, const ApiAnswer &answer, bool again);
    void takeTokens(const ApiAnswer &answer);
    void forgetTokens();
    void renew();
    void renewed(const ApiAnswer &answer);
    void resumed(const ApiAnswer &answer);
    [[nodiscard]] ApiRequest credentials(const QString &path, const QString &username, const SecretBytes &password,
                                         const QString &setupCode) const;

    std::unique_ptr<ApiClient> m_client;
    LinkWatch m_link;
    State m_state = State::SignedOut;
    Account m_account;
    SecretBytes m_access;
    SecretBytes m_refresh;
    QTimer m_renewal;
    bool m_renewing = false;
    bool m_readOnly = false;
    std::vector<QPointer<ApiCall>> m_waiting; ///< refused with a token that is being renewed
    bool m_wasResumed = false;
};

} // namespace gatehouse::client
