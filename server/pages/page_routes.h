#pragma once

#include "http/route.h"
#include "pages/page_set.h"

#include <memory>

namespace gatehouse::pages {

/// Everything from this server and nothing else; no inline script or style, no form that a browser would send by
/// itself, and no text that becomes markup (Trusted Types).
inline constexpr char kPagePolicy[] = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                                      "connect-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; "
                                      "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// Declares all pages but `/s/{id}`, which belongs to the secrets, and what they are made of. They are public and the same for
/// everybody; what they show they ask the API for. Pages are revalidated by entity tag, their parts kept for good. None for an
/// empty set.
void declarePageRoutes(http::RouteTable &routes, const std::shared_ptr<const PageSet> &pages);

/// The page on which a secret is read; null for an empty set. Thread-safe; it keeps the set.
[[nodiscard]] std::function<http::Response(const http::Request &request)> secretPage(std::shared_ptr<const PageSet> pages);

} // namespace gatehouse::pages
