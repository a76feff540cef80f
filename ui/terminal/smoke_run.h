#pragma once

#include "client/api_client.h"
#include "core/secret_bytes.h"
#include "terminal/smoke_expectation.h"

#include <qcoro/qcorotask.h>

#include <chrono>
#include <functional>
#include <vector>

namespace gatehouse::terminal {

/// One thing that was looked at.
struct SmokeResult {
    QString check; ///< "limit headers: GET /health"
    std::optional<Mismatch> mismatch; ///< none: as it should be
    [[nodiscard]] bool passed() const { return !mismatch; }
};

/// Asks a running server what its callers will ask, and judges the answers. Leaves nothing behind: what it creates it
/// removes, its session it ends. Signs in once. Waits when the server says Retry-After.
class SmokeRun
{
public:
    /// `waiting` hears of each wait before it begins. `client` outlives this.
    SmokeRun(client::ApiClient &client, std::function<void(std::chrono::seconds)> waiting);

    /// With a user, who must be an administrator for all checks to pass, else only what anybody may ask.
    [[nodiscard]] QCoro::Task<std::vector<SmokeResult>> run(QString user, SecretBytes password);

private:
    [[nodiscard]] QCoro::Task<client::ApiAnswer> ask(QByteArray method, QString path, QByteArray bearer = {},
                                                     QByteArray json = {});
    [[nodiscard]] QCoro::Task<> checkProbes();
    [[nodiscard]] QCoro::Task<> checkPublicRoutes(bool signsIn);
    [[nodiscard]] QCoro::Task<> checkRefusals();
    [[nodiscard]] QCoro::Task<> checkSession(QString user, SecretBytes password);
    [[nodiscard]] QCoro::Task<QByteArray> checkRefresh(QByteArray accessToken, QString refreshToken);
    [[nodiscard]] QCoro::Task<> checkCreate(QByteArray accessToken);
    void add(const QString &check, std::optional<Mismatch> mismatch);
    void addHeaders(const QString &what, const client::ApiAnswer &answer);

    client::ApiClient &m_client;
    const std::function<void(std::chrono::seconds)> m_waiting;
    std::vector<SmokeResult> m_results;
};

} // namespace gatehouse::terminal
