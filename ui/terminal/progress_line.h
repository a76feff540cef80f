#pragma once

#include "client/api_client.h"
#include "core/terminal.h"

namespace gatehouse::terminal {

/// A line on standard error that shows how far a transfer is, as long as it lives; nothing when that is no terminal.
class ProgressLine
{
public:
    /// `terminal` outlives this.
    ProgressLine(QString label, Terminal &terminal);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    /// For a request in the direction that is watched; this outlives the request.
    [[nodiscard]] client::Transfer watching(client::TransferProgress::Direction direction);

    /// Takes the line away, before something else is written.
    void clear();

private:
    void show(const client::TransferProgress &progress);

    QString m_label;
    Terminal &m_terminal;
    QString m_shown;
};

} // namespace gatehouse::terminal
