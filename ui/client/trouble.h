#pragma once

#include "client/api_answer.h"
#include "core/error.h"

#include <QCoreApplication>

#include <optional>

namespace gatehouse::client {

/// Why a call did not come to what was wanted, for a person: what happened, and what to do about it.
struct Trouble {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::client::Trouble)
public:
    enum class Kind {
        Unreachable, ///< no answer came
        SignedOut, ///< nobody is signed in, or not any more
        Forbidden, ///< the role does not allow it
        NotOffered, ///< this server has no such route
        Missing, ///< what was named is not there
        Conflict, ///< it would break a rule of the whole, or has changed meanwhile
        Invalid, ///< what was given breaks a rule; see fields
        Limited, ///< too much was asked for
        Server, ///< the server's own trouble
    };

    Kind kind = Kind::Server;
    QString title; ///< one sentence
    QString remedy; ///< what to do; one sentence or two
    bool mayRetry = true; ///< whether the same call may well succeed later
    QString reference = {}; ///< the error's identifier in the server's log; may be empty
    std::vector<FieldError> fields = {}; ///< what of the input was refused

    /// Nothing when `answer` is a success (2xx).
    [[nodiscard]] static std::optional<Trouble> of(const ApiAnswer &answer);
};

} // namespace gatehouse::client
