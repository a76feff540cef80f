#include "audit/request_entry.h"

#include "audit/clean_text.h"

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
    addHeaders(entry, request.noted);
    return entry;
}

void addHeaders(Entry &entry, const http::NotedHeaders &headers)
{
    for (const auto &[name, value] : headers)
        entry.detail.push_back({kHeaderFact.toByteArray() + name, cleanText(value, kLongestField)});
}

} // namespace gatehouse::audit
