#pragma once

#include "server_under_test.h"

#include <QProcessEnvironment>

#include <vector>

namespace gatehouse::e2e {

/// What a person at a terminal waits for, and types then (with Enter).
struct Typed {
    QByteArray question;
    QByteArray answer;
};

/// Runs `gatehouse WORDS…` on `folder` as a person would: on a terminal of its own, which echoes what is typed unless the
/// program turns that off. Each answer is typed once its question has been asked. `output` is all that the terminal showed;
/// the exit code is -1 when a question did not come within 20 s.
[[nodiscard]] Outcome runOnTerminal(const ServerFolder &folder, const QStringList &words, const std::vector<Typed> &conversation);

/// The same for a command that works on no folder: `gatehouse WORDS…` in this environment.
[[nodiscard]] Outcome runOnTerminal(const QProcessEnvironment &environment, const QStringList &words,
                                    const std::vector<Typed> &conversation);

} // namespace gatehouse::e2e
