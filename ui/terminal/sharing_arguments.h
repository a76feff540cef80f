#pragma once

#include "client/sharing_client.h"
#include "core/arguments.h"
#include "core/terminal.h"

#include <memory>

namespace gatehouse::terminal {

/// What the commands for one-time secrets have in common: options, with Hakanai's environment variables behind them.
class SharingArguments
{
public:
    /// What a command has of its own, and how to say how it is called.
    struct Form {
        QString usage; ///< "gatehouse get [LINK] …"
        Arguments::Options options;
        qsizetype mostWords = 0;
    };

    /// Fails with Malformed for an option that is unknown, and for a passphrase or a token on the command line, where everybody
    /// on this machine and the shell's history see it.
    [[nodiscard]] static Result<SharingArguments> parse(const QStringList &given, const Form &form);

    [[nodiscard]] const QStringList &words() const { return m_arguments.positional(); }
    [[nodiscard]] QStringList values(const QString &option) const { return m_arguments.values(option); }
    /// Whether the option itself was given.
    [[nodiscard]] bool has(const QString &option) const { return m_arguments.has(option); }
    /// The option's value, else the variable's, else `fallback`.
    [[nodiscard]] QString value(const QString &option, const char *variable = nullptr, const QString &fallback = {}) const;
    /// Whether the flag was given, or the variable is set to something else than no, false, off or 0.
    [[nodiscard]] bool flag(const QString &option, const char *variable) const;

    /// The server that `--server` or HAKANAI_SERVER names, http://localhost:8080 by default.
    [[nodiscard]] QUrl server() const;
    /// The token in the file that `--token-file` names, else in HAKANAI_TOKEN; empty: none.
    [[nodiscard]] Result<QByteArray> token() const;
    /// A passphrase: from the file that `--passphrase-file` names, else from `variable`, else asked for, if `ask`. Empty: none.
    [[nodiscard]] Result<SecretBytes> passphrase(const char *variable, bool ask, Terminal &terminal) const;

private:
    explicit SharingArguments(Arguments arguments)
        : m_arguments(std::move(arguments))
    {
    }

    Arguments m_arguments;
};

/// A connection to a server's API, and what speaks it.
struct SharingConnection {
    std::unique_ptr<client::ApiClient> api;
    std::unique_ptr<client::SharingClient> sharing;
};

/// To `server`, trusting the authorities of `--ca-file` beside the system's. Says on standard error when a token or a passphrase
/// would go out unencrypted. Fails with Invalid.
[[nodiscard]] Result<SharingConnection> connectTo(const QUrl &server, const SharingArguments &arguments, bool sendsSecrets,
                                                  Terminal &terminal);

/// Why the server refused to keep something for `lifetime`: in the words of the command line when that is too long, else `error`.
[[nodiscard]] Error refusalOf(const SharingConnection &connection, std::chrono::seconds lifetime, Error error);

/// The options of connectTo(), of SharingArguments::server() and of SharingArguments::token().
[[nodiscard]] Arguments::Options withServer(Arguments::Options options);
[[nodiscard]] Arguments::Options withToken(Arguments::Options options);

/// A file of at most 64 KiB without the space around it, such as one that holds a token.
[[nodiscard]] Result<SecretBytes> readSmallFile(const QString &path);

} // namespace gatehouse::terminal
