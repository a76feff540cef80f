#pragma once

#include "assembly/given_secrets.h"
#include "config/settings_loader.h"
#include "core/error.h"
#include "sharing/share_tokens.h"
#include "telemetry/log_line.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>

namespace gatehouse::secrets {
class SecretKeeper;
}

namespace gatehouse::assembly {

struct ServerParts;

/// The whole server, put together: the stores, the keys, the routes and the door. The headless program runs one in
/// its main thread; the console runs one beside its windows. All calls from the thread that made it.
class Server
{
public:
    /// Opens the stores and starts to serve what has passed checkStartRules(). `droppedLogLines` is asked for the metrics, from
    /// any thread. `keeper`, which outlives the server, has what `secrets` came from, for administrators to see and change.
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(const config::LoadedSettings &loaded, const GivenSecrets &secrets,
                                                               std::function<quint64()> droppedLogLines,
                                                               gatehouse::secrets::SecretKeeper &keeper);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    [[nodiscard]] quint16 port() const;
    /// The port that serves only metrics; 0: none.
    [[nodiscard]] quint16 metricsPort() const;
    /// The plain port that only redirects; 0: none.
    [[nodiscard]] quint16 redirectPort() const;
    /// The code that may make the first administrator; none once there are users.
    [[nodiscard]] const std::optional<QByteArray> &setupCode() const;

    /// Tokens for one-time secrets that this start has made; told once.
    [[nodiscard]] sharing::FirstTokens firstTokens() const;

    /// Readiness turns to 503, no connection is accepted any more, requests in flight finish.
    void drain();
    [[nodiscard]] bool drained() const;

    /// Takes over what of `loaded` may change while serving: limits, proxies, origins, who may read metrics, but for what
    /// administrators have overridden; the webhook with its secrets; and reads the keys and TLS files again. A JWT_SECRET that is
    /// given and new signs from now on; what the one before signed is good for the grace period. Both have passed
    /// checkStartRules(). On failure nothing has changed.
    [[nodiscard]] Result<void> reload(const config::LoadedSettings &loaded, const GivenSecrets &secrets);

    /// What an operator should know of how `secrets` and the signing keys are kept: a line each. The console goes on showing it.
    [[nodiscard]] QStringList warnings(const GivenSecrets &secrets);

    /// Brings a line of the log to those who listen to it. Any thread.
    void showLogLine(const telemetry::LogRecord &record);

    /// Records that a reload was tried, how it ended, and what `loaded` and `secrets` have changed if it did not fail.
    void recordReload(const Result<void> &outcome, const config::LoadedSettings &loaded, const GivenSecrets &secrets);

private:
    explicit Server(std::unique_ptr<ServerParts> parts);
    std::unique_ptr<ServerParts> m_parts;
};

} // namespace gatehouse::assembly
