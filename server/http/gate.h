#pragma once

#include "http/request.h"
#include "http/request_observer.h"
#include "http/response.h"

#include <qcoro/qcorotask.h>

#include <optional>
#include <variant>

namespace gatehouse::http {

/// What the framing guard asks of the request pipeline. One per worker, used only in that worker's thread.
///
/// For each request the guard calls admit(), and waits if that has to; if it is let in, reads the body and calls
/// handle() from within QHttpServer; and tells observer() what became of it. For a request that breaks the framing rules it
/// calls refuse() instead of admit().
class Gate
{
public:
    virtual ~Gate() = default;

    /// How a request goes on after its head.
    struct Admission {
        qsizetype bodyLimit = 0; ///< largest decoded body, in bytes
    };

    struct Decision {
        std::variant<Admission, Response> outcome;
    };
    /// A decision that depends on an answer from somewhere else, as that of a limit that several instances share. Nothing more
    /// of the connection is read until it has ended, which is soon: nobody times it out.
    using Deciding = QCoro::Task<Decision>;

    /// Decides on a complete, well-formed head before any of its body is read: limits, authentication, authorisation.
    /// A Response ends the request there: QHttpServer never sees it. Fills in the request's fields as it goes.
    /// `Expect: 100-continue` is answered with 100 only after an Admission.
    [[nodiscard]] virtual std::variant<Admission, Response, Deciding> admit(const RequestPtr &request) = 0;

    /// Answers an admitted request whose body is complete. Never throws; the answer is ready to be framed.
    [[nodiscard]] virtual QCoro::Task<Response> handle(RequestPtr request) = 0;

    /// The answer to bytes that are no acceptable request. `request` is what is known of it: at least the peer.
    [[nodiscard]] virtual Response refuse(int status, const char *reason, Request &request) = 0;

    /// Who hears what becomes of connections and of requests. Lives as long as the gate.
    [[nodiscard]] virtual RequestObserver &observer() = 0;
};

} // namespace gatehouse::http
