#include "sharing/creator.h"

#include "http/client_address.h"
#include "sharing/share_token_table.h"

namespace gatehouse::sharing {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestToken = 256;

} // namespace

QByteArray opaqueToken(const http::Request &request)
{
    constexpr QByteArrayView kScheme = "Bearer ";
    const QByteArrayView field = request.head.field("Authorization");
    if (field.size() <= kScheme.size() || qstrnicmp(field.data(), kScheme.size(), kScheme.data(), kScheme.size()) != 0)
        return {};
    const QByteArrayView token = field.sliced(kScheme.size()).trimmed();
    // Those of users have dots, which ours have not.
    return token.isEmpty() || token.size() > kLongestToken || token.contains('.') ? QByteArray() : token.toByteArray();
}

bool isAtTrustedAddress(const http::Request &request, const SharingSettings &settings)
{
    // A browser there lends its address to any page that it shows.
    return !request.byForeignPage && containsAddress(settings.trustedRanges, request.client) && http::isCertainOfClient(request);
}

Result<Creator> creatorOf(const http::Request &request, const SharingSettings &settings)
{
    if (!request.caller.isAnonymous())
        return Creator{CreatorKind::Authenticated, settings.uploadSizeLimit};
    if (request.head.count("Authorization") > 0) {
        const QByteArray token = opaqueToken(request);
        if (token.isEmpty() || request.head.count("Authorization") > 1)
            return failure(ErrorKind::Unauthenticated, u"the credential is not valid"_s);
        return Creator{CreatorKind::Authenticated, settings.uploadSizeLimit, tokenHash(token)};
    }
    if (isAtTrustedAddress(request, settings))
        return Creator{CreatorKind::Trusted, settings.uploadSizeLimit};
    if (settings.allowAnonymous)
        return Creator{CreatorKind::Anonymous, settings.anonymousSizeLimit};
    return failure(ErrorKind::Unauthenticated, u"this needs a token"_s);
}

ShareEvent eventOf(const http::Request &request, ShareAction action, QByteArray target)
{
    ShareEvent event{.action = action};
    event.actorKind = request.caller.kind;
    event.actor = request.caller.id;
    event.target = std::move(target);
    event.client = request.client;
    event.requestId = request.id;
    event.noted = request.noted;
    return event;
}

} // namespace gatehouse::sharing
