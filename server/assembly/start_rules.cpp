#include "assembly/start_rules.h"

#include "assembly/database_url.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatehouse::assembly {

using namespace Qt::StringLiterals;

namespace {

bool isHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

/// Shannon's entropy of the characters, in bits over the whole text: what repeats says nothing new.
double entropyOf(QByteArrayView text)
{
    std::array<int, 256> counts{};
    for (const char c : text)
        ++counts[static_cast<unsigned char>(c)];
    double bits = 0;
    const auto size = static_cast<double>(text.size());
    for (const int count : counts) {
        if (count > 0)
            bits -= count * std::log2(count / size);
    }
    return bits;
}

/// A text that is a shorter one over and over holds only the shorter one.
QByteArrayView withoutRepetition(QByteArrayView text)
{
    for (qsizetype period = 1; period <= text.size() / 2; ++period) {
        if (text.size() % period == 0 && text.first(text.size() - period) == text.sliced(period))
            return text.first(period);
    }
    return text;
}

} // namespace

bool holds256Bits(QByteArrayView secret)
{
    const QByteArrayView unit = withoutRepetition(secret);
    const double most = static_cast<double>(unit.size()) * (isHex(unit) ? 4 : 6);
    // Random text falls a little short of the alphabet's full measure, the shorter the more.
    constexpr double kAllowance = 0.75;
    return most >= 256 && entropyOf(unit) >= 256 * kAllowance;
}

std::vector<FieldError> unsafeSettings(const config::Settings &settings, const SharedEngines &engines)
{
    std::vector<FieldError> problems;
    const auto refuse = [&](const char16_t *key, const char16_t *problem) {
        problems.push_back({QString::fromUtf16(key), QString::fromUtf16(problem)});
    };
    if (!settings.http.listen.isLoopback() && !settings.tls.enabled() && !settings.http.behindProxy)
        refuse(u"http.listen", u"is not loopback and there is no TLS: set http.behind_proxy when a proxy in front ends it");
    if (settings.app.mode != config::Mode::Production)
        return problems;

    if (settings.limits.backend != config::LimitsBackend::Embedded) {
        if (engines.redisUrl == nullptr)
            refuse(u"REDIS_URL",
                   u"is required in production, unless limits.backend is set to embedded: then each instance counts alone");
        else
            refuse(u"limits.backend", u"must be set to embedded: this version counts in process and cannot use REDIS_URL yet");
    }
    if (settings.http.allowedOrigins.contains("*"))
        refuse(u"http.allowed_origins", u"must not be * in production; name the origins");
    if (!settings.auth.cookieSecure)
        refuse(u"auth.cookie_secure", u"must be true in production");
    if (engines.databaseUrl != nullptr) {
        const std::optional<DatabaseUrl> database = parseDatabaseUrl(engines.databaseUrl->view());
        if (!database)
            refuse(u"DATABASE_URL", u"is no postgres:// or postgresql:// URL");
        else if (!database->isLocal() && !database->requiresTls(settings.database.sslMode))
            refuse(u"DATABASE_URL", u"names another host without TLS; give it sslmode=verify-full, or require at the least");
    }
    return problems;
}

Result<void> checkStartRules(const config::Settings &settings, const std::optional<SecretBytes> &jwtSecret,
                             const SharedEngines &engines)
{
    std::vector<FieldError> problems;
    const auto refuse = [&](const char16_t *key, const QString &problem) {
        problems.push_back({QString::fromUtf16(key), problem});
    };

    if (jwtSecret && jwtSecret->size() < 32)
        refuse(u"JWT_SECRET", u"must be at least 32 bytes"_s);
    if (settings.app.mode == config::Mode::Production) {
        if (!jwtSecret)
            refuse(u"JWT_SECRET", u"is required in production; make one with: openssl rand -hex 32"_s);
        else if (!holds256Bits(jwtSecret->view()))
            refuse(u"JWT_SECRET", u"cannot hold 256 bits; make one with: openssl rand -hex 32"_s);
    }
    std::ranges::move(unsafeSettings(settings, engines), std::back_inserter(problems));
    if (problems.empty())
        return {};
    return std::unexpected(Error{ErrorKind::Invalid, u"this configuration is not safe to start with"_s, std::move(problems)});
}

} // namespace gatehouse::assembly
