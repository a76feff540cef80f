#pragma once

#include "free_port.h"
#include "http_client.h"
#include "server_under_test.h"

#include <QJsonObject>
#include <QString>

namespace gatehouse::e2e {

using tests::freePort;

/// Another loopback address with every call, so that no test runs into the limits of the one before.
[[nodiscard]] QHostAddress freshAddress();

/// Runs a program to its end, at most `seconds`.
[[nodiscard]] Outcome runProgram(const QString &program, const QStringList &arguments, int seconds = 30);

/// A key and a self-signed certificate for 127.0.0.1 and localhost, in PEM. False when openssl cannot make them.
[[nodiscard]] bool makeCertificate(const QString &certificateFile, const QString &keyFile,
                                   const QString &commonName = QStringLiteral("localhost"));

/// A password that meets the rules.
inline constexpr char kPassword[] = "Correct-Horse-7!";

/// Settings under which a test may sign in as often as it likes, and cheaply; the limits stay on.
inline constexpr char kGenerous[] =
    "app:\n  mode: development\n"
    "auth:\n  password_memory_kib: 64\n  password_passes: 1\n"
    "limits:\n  general: {quota: 1000000}\n  account: {quota: 1000000}\n  sign_in: {quota: 1000000}\n";

/// Registers the first user, `admin`, from loopback. Returns the answer.
[[nodiscard]] Answer registerAdmin(const ServerProcess &server);
/// Signs in and returns the answer: 200 with the tokens.
[[nodiscard]] Answer signIn(const ServerProcess &server, const QByteArray &username, const QByteArray &password = kPassword);
/// The access token of a fresh session; empty when signing in failed.
[[nodiscard]] QByteArray accessToken(const ServerProcess &server, const QByteArray &username,
                                     const QByteArray &password = kPassword);
/// What `server` answers to a request with `token`, if that is not empty, and `body` as JSON, if that is not; from a fresh
/// address.
[[nodiscard]] Answer askJson(const ServerProcess &server, const QByteArray &method, const QByteArray &path,
                             const QByteArray &token, const QJsonObject &body = {});
/// What /metrics says of `sample`, a name with its labels; -1 when it says nothing.
[[nodiscard]] qint64 metric(HttpClient &client, const QByteArray &sample);

} // namespace gatehouse::e2e
