#include "sharing_server.h"

#include "silent_observer.h"

using namespace Qt::StringLiterals;

namespace gatehouse::tests {

namespace {

constexpr qsizetype kLargestBody = 64 * 1024 * 1024;

/// Lets every request in, and asks the state.
class SharingGate final : public http::Gate, private SilentObserver
{
public:
    explicit SharingGate(std::shared_ptr<SharingState> state)
        : m_state(std::move(state))
    {
    }

    std::variant<Admission, http::Response, Deciding> admit(const http::RequestPtr &) override { return Admission{kLargestBody}; }

    QCoro::Task<http::Response> handle(http::RequestPtr request) override
    {
        SeenRequest seen{http::toText(request->head.method).toByteArray(), request->head.target.toByteArray(), {}, request->body};
        for (const http::HeaderField &field : request->head.fields)
            seen.headers.insert(field.name.toByteArray().toLower(), field.value.toByteArray());
        co_return m_state->answer(seen);
    }

    http::Response refuse(int status, const char *reason, http::Request &) override
    {
        return http::Response::text(status, reason);
    }
    http::RequestObserver &observer() override { return *this; }

private:
    std::shared_ptr<SharingState> m_state;
};

} // namespace

SharingServer::SharingServer()
    : m_state(std::make_shared<SharingState>())
{
    auto door = http::Door::open({}, [state = m_state] { return std::make_unique<SharingGate>(state); }, m_clock);
    if (!door)
        qFatal("%s", qPrintable(door.error().detail));
    m_door = std::move(*door);
}

QUrl SharingServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_door->port()));
}

} // namespace gatehouse::tests
