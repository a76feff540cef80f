#pragma once

#include "http/gate.h"

#include <memory>

namespace gatehouse::http {

/// Lets only one path through to another gate and answers 404 to the rest: a port of its own for metrics, under the same
/// limits and access rules as everywhere.
class SinglePathGate final : public Gate
{
public:
    /// `path` is compared as the client wrote it, without its query.
    SinglePathGate(std::unique_ptr<Gate> inner, QByteArray path);

    [[nodiscard]] std::variant<Admission, Response, Deciding> admit(const RequestPtr &request) override;
    [[nodiscard]] QCoro::Task<Response> handle(RequestPtr request) override;
    [[nodiscard]] Response refuse(int status, const char *reason, Request &request) override;
    [[nodiscard]] RequestObserver &observer() override { return m_inner->observer(); }

private:
    std::unique_ptr<Gate> m_inner;
    QByteArray m_path;
};

} // namespace gatehouse::http
