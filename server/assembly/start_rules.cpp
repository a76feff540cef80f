#include "assembly/start_rules.h"

#include "secrets/secret_strength.h"

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

namespace {
constexpr int kSigningBits = 256; // RFC 7518, section 3.2
} // namespace

Result<void> checkStartRules(const config::Settings &settings, const std::optional<SecretBytes> &jwtSecret)
{
    std::vector<FieldError> problems;
    const auto refuse = [&](const char16_t *key, const QString &problem) {
        problems.push_back({QString::fromUtf16(key), problem});
    };

    const bool loopback = settings.http.listen.isLoopback();
    if (jwtSecret && jwtSecret->size() < 32)
        refuse(u"JWT_SECRET", u"must be at least 32 bytes"_s);
    if (!loopback && !settings.tls.enabled() && !settings.http.behindProxy)
        refuse(u"http.listen", u"is not loopback and there is no TLS: set http.behind_proxy when a proxy in front ends it"_s);

    if (settings.app.mode == config::Mode::Production) {
        const QString weakness = jwtSecret ? secrets::weaknessAgainst(jwtSecret->view(), kSigningBits) : u"is required"_s;
        if (!weakness.isEmpty())
            refuse(u"JWT_SECRET",
                   weakness + u"; make one with: gatehouse secrets generate JWT_SECRET, or openssl rand -hex 32"_s);
        if (settings.limits.backend != config::LimitsBackend::Embedded)
            refuse(u"limits.backend", u"must be \"embedded\" in so many words: this version counts in process only"_s);
        if (settings.http.allowedOrigins.contains("*"))
            refuse(u"http.allowed_origins", u"must not be * in production"_s);
        if (!settings.auth.cookieSecure)
            refuse(u"auth.cookie_secure", u"must be true in production"_s);
    }
    if (problems.empty())
        return {};
    return std::unexpected(Error{ErrorKind::Invalid, u"this configuration is not safe to start with"_s, std::move(problems)});
}

QStringList startWarnings(const config::Settings &settings, const std::optional<SecretBytes> &jwtSecret)
{
    QStringList warnings;
    if (settings.app.mode == config::Mode::Production)
        return warnings;
    if (const QString weakness = jwtSecret ? secrets::weaknessAgainst(jwtSecret->view(), kSigningBits) : QString();
        !weakness.isEmpty())
        warnings.append(u"JWT_SECRET %1; production would refuse it"_s.arg(weakness));
    return warnings;
}

} // namespace gatehouse::assembly
