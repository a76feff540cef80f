#include "audit/request_entry.h"

namespace gatehouse::audit {

namespace {

Actor::Kind kindOf(http::Principal::Kind kind)
{
    switch (kind) {
    case http::Principal::Kind::Anonymous: return Actor::Kind::Anonymous;
    case http::Principal::Kind::User: return Actor::Kind::User;
    case http::Principal::Kind::ShareToken: return Actor::Kind::ShareToken;
    case http::Principal::Kind::AdminToken: return Actor::Kind::AdminToken;
    case http::Principal::Kind::Agent: return Actor::Kind::Agent;
    }
    Q_UNREACHABLE();
}

} // namespace

Entry entryOf(const http::Request &request, Action action)
{
    Entry entry;
    entry.actor = {kindOf(request.caller.kind), request.caller.id};
    entry.action = action;
    entry.address = request.client.toText();
    entry.requestId = request.id;
    entry.session = request.caller.session;
    return entry;
}

} // namespace gatehouse::audit
