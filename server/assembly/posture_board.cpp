#include "assembly/posture_board.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse::assembly {

using administration::PostureFinding;
using Verdict = PostureFinding::Verdict;

namespace {

constexpr int kLeastPasswordMemory = 19456; ///< KiB; OWASP's least for argon2id
constexpr std::chrono::minutes kLongestAccess{60};

/// Puts findings together: good with what is seen, or not good with what to do.
class Judge
{
public:
    void look(const char *id, const QString &title, bool isGood, const QString &evidence, Verdict otherwise,
              const QString &remedy)
    {
        m_findings.push_back({id, isGood ? Verdict::Good : otherwise, title, evidence, isGood ? QString() : remedy});
    }
    [[nodiscard]] std::vector<PostureFinding> take() { return std::move(m_findings); }

private:
    std::vector<PostureFinding> m_findings;
};

bool holdsEverybody(const std::vector<IpNetwork> &networks)
{
    return std::ranges::any_of(networks, [](const IpNetwork &network) { return network.toText().endsWith("/0"); });
}

QString listOf(const QStringList &items)
{
    return items.join(u", "_s);
}

void judgeDoor(Judge &judge, const PostureFacts &facts)
{
    const config::Settings &settings = facts.settings;
    const bool isLocal = settings.http.listen.isLoopback();
    const QString way = settings.tls.enabled() ? u"TLS 1.2 and 1.3 end here."_s
        : settings.http.behindProxy            ? u"http.behind_proxy is set: a proxy in front ends TLS."_s
        : isLocal                              ? u"It listens on loopback alone."_s
                                               : u"It listens for the network without TLS."_s;
    judge.look("door.encrypted", u"Nothing crosses a network in the clear"_s,
               settings.tls.enabled() || settings.http.behindProxy || isLocal, way, Verdict::Bad,
               u"Set tls.certificate and tls.key, or put a proxy in front that ends TLS."_s);
    if (settings.tls.enabled())
        judge.look("door.certificate", u"The certificate is sound"_s, facts.tlsWarnings.isEmpty(),
                   facts.tlsWarnings.isEmpty() ? u"It is valid, and for some time."_s : listOf(facts.tlsWarnings), Verdict::Bad,
                   u"Put a new certificate in place and reload."_s);
    judge.look("door.proxies", u"Only proxies that are known are believed"_s, !holdsEverybody(settings.http.trustedProxies),
               settings.http.trustedProxies.empty() ? u"None is."_s
                                                    : u"%1 ranges are."_s.arg(settings.http.trustedProxies.size()),
               Verdict::Bad, u"Name the proxies in http.trusted_proxies, not everybody."_s);
    judge.look(
        "door.origins", u"Only pages that are known may call from a browser"_s, !settings.http.allowedOrigins.contains("*"),
        settings.http.allowedOrigins.isEmpty() ? u"None may."_s : QString::fromUtf8(settings.http.allowedOrigins.join(", ")),
        Verdict::Bad, u"Name the origins in http.allowed_origins instead of *."_s);
    judge.look("door.metrics", u"Metrics are not for everybody"_s, !holdsEverybody(settings.metrics.allowedAddresses),
               settings.metrics.allowedAddresses.empty()
                   ? u"They are for loopback and whoever has the token."_s
                   : u"%1 ranges may read them."_s.arg(settings.metrics.allowedAddresses.size()),
               Verdict::Weak, u"Narrow metrics.allowed_addresses, and use a METRICS_TOKEN."_s);
}

void judgeLimits(Judge &judge, const PostureFacts &facts)
{
    const config::Settings::Limits &limits = facts.settings.limits;
    judge.look("limits.enabled", u"Callers are limited"_s, limits.enabled,
               limits.enabled ? u"limits.enabled is on."_s : u"limits.enabled is off: nobody is."_s, Verdict::Bad,
               u"Turn limits.enabled on again once the trouble that it was turned off for is over."_s);
    QStringList shadowed;
    const std::array policies{std::pair{"general", &limits.general}, std::pair{"account", &limits.account},
                              std::pair{"sign_in", &limits.signIn}, std::pair{"probe", &limits.probe}};
    for (const auto &[name, policy] : policies) {
        if (policy->shadow)
            shadowed.append(QLatin1StringView(name));
    }
    judge.look("limits.shadow", u"Policies refuse, and do not only count"_s, shadowed.isEmpty(),
               shadowed.isEmpty() ? u"All of them do."_s : u"Only counting: %1."_s.arg(listOf(shadowed)), Verdict::Weak,
               u"Turn shadow mode off when the numbers have proved right."_s);
    judge.look("limits.exempt", u"Nobody but a few is exempt"_s, !holdsEverybody(limits.exempt),
               limits.exempt.empty() ? u"Nobody is."_s : u"%1 ranges are."_s.arg(limits.exempt.size()), Verdict::Bad,
               u"Take the range that holds everybody out of limits.exempt."_s);
    const auto isPublic = [](const auto &route) {
        return route->access != http::Access::Operator && route->access != http::Access::Admin;
    };
    const auto open = std::ranges::count_if(facts.routes.all(), isPublic);
    judge.look("limits.routes", u"Every endpoint is under a limit"_s, true,
               u"All %1 are, %2 of them open to the public."_s.arg(facts.routes.all().size()).arg(open), Verdict::Bad, {});
    const bool isProduction = facts.settings.app.mode == config::Mode::Production;
    judge.look("limits.shared", u"Instances count together"_s, facts.sharesLimits || !isProduction,
               facts.sharesLimits ? u"They count in Redis."_s : u"Each instance counts alone."_s, Verdict::Weak,
               u"Give all of them one REDIS_URL, if there is more than one."_s);
}

void judgeSignIn(Judge &judge, const config::Settings &settings)
{
    const bool isProduction = settings.app.mode == config::Mode::Production;
    judge.look("auth.mode", u"It runs with the rules of production"_s, isProduction,
               isProduction ? u"app.mode is production."_s : u"app.mode is development, which lets pass what is handy."_s,
               Verdict::Weak, u"Set app.mode to production where others depend on it."_s);
    judge.look("auth.cookies", u"Cookies travel encrypted only"_s, settings.auth.cookieSecure,
               settings.auth.cookieSecure ? u"auth.cookie_secure is on."_s : u"auth.cookie_secure is off."_s, Verdict::Bad,
               u"Turn auth.cookie_secure on."_s);
    judge.look("auth.registration", u"Not everybody may make an account"_s, !settings.auth.openRegistration,
               settings.auth.openRegistration ? u"auth.open_registration is on."_s : u"Administrators make accounts."_s,
               Verdict::Weak, u"Turn auth.open_registration off unless it is meant."_s);
    judge.look("auth.passwords", u"Passwords are dear to guess"_s, settings.auth.passwordMemoryKib >= kLeastPasswordMemory,
               u"argon2id with %1 KiB and %2 passes."_s.arg(settings.auth.passwordMemoryKib).arg(settings.auth.passwordPasses),
               Verdict::Weak, u"Set auth.password_memory_kib to %1 at least."_s.arg(kLeastPasswordMemory));
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(settings.auth.accessExpiry);
    judge.look("auth.tokens", u"Access tokens are short-lived"_s, minutes <= kLongestAccess,
               u"They live for %1 minutes."_s.arg(minutes.count()), Verdict::Weak, u"Shorten auth.access_expiry."_s);
}

/// Whether whoever comes through a proxy that does not say for whom would be taken for a trusted visitor: nginx passes on no
/// address unless it is told to, and for a name that by which it reaches the server.
bool mayTrustAProxysVisitors(const config::Settings &settings)
{
    const IpAddress loopback = *IpAddress::parse("127.0.0.1");
    return (settings.http.behindProxy || settings.http.listen.isLoopback())
        && containsAddress(settings.sharing.trustedRanges, loopback) && !containsAddress(settings.http.trustedProxies, loopback);
}

void judgeSharing(Judge &judge, const config::Settings &settings)
{
    const config::Settings::Sharing &sharing = settings.sharing;
    if (!sharing.enabled)
        return;
    judge.look("sharing.anonymous", u"Not everybody may leave a one-time secret"_s, !sharing.allowAnonymous,
               sharing.allowAnonymous ? u"sharing.allow_anonymous is on."_s : u"Users and holders of share tokens may."_s,
               Verdict::Weak, u"Turn sharing.allow_anonymous off unless it is meant."_s);
    judge.look("sharing.guesses", u"Secrets cannot be guessed by trying"_s, sharing.guessLimit > 0,
               sharing.guessLimit > 0 ? u"An address may be wrong %1 times a minute."_s.arg(sharing.guessLimit)
                                      : u"sharing.guess_limit is 0: nobody is stopped."_s,
               Verdict::Bad, u"Set sharing.guess_limit, 20 for instance."_s);
    judge.look("sharing.everybody", u"Only addresses that are known need no token"_s, !holdsEverybody(sharing.trustedRanges),
               sharing.trustedRanges.empty() ? u"None does without."_s
                                             : u"%1 ranges do without."_s.arg(sharing.trustedRanges.size()),
               Verdict::Bad, u"Take the range that holds everybody out of sharing.trusted_ranges."_s);
    const bool trustsAProxy = mayTrustAProxysVisitors(settings);
    judge.look("sharing.proxy", u"Who comes through a proxy is not taken for this machine"_s, !trustsAProxy,
               trustsAProxy ? u"sharing.trusted_ranges holds loopback, and no proxy there is known."_s
                            : u"Loopback needs a token, or its proxy is known."_s,
               Verdict::Weak, u"Name the proxy in http.trusted_proxies, or take loopback out of sharing.trusted_ranges."_s);
}

void judgeSecrets(Judge &judge, const PostureFacts &facts)
{
    QStringList weak;
    QStringList due;
    QStringList badlyKept;
    for (const secrets::SecretState &state : facts.secrets) {
        const QString name = QString::fromLatin1(state.secret->name);
        const bool isSigning = state.secret->name == secrets::kJwtSecretName;
        if (state.isWeak)
            weak.append(u"%1 %2"_s.arg(name, state.weakness));
        const auto dueAt = secrets::dueTime(*state.secret, isSigning ? std::optional(facts.lastRotation) : state.changed);
        if (dueAt && *dueAt <= facts.now)
            due.append(name);
        if (!state.warning.isEmpty())
            badlyKept.append(state.warning);
    }
    judge.look("secrets.strength", u"Secrets cannot be guessed"_s, weak.isEmpty(),
               weak.isEmpty() ? u"Those that are set hold enough bits."_s : listOf(weak), Verdict::Bad,
               u"Make others: gatehouse secrets generate NAME --replace."_s);
    judge.look("secrets.age", u"Secrets are made anew in time"_s, due.isEmpty(),
               due.isEmpty() ? u"None is due."_s : u"Due: %1."_s.arg(listOf(due)), Verdict::Weak,
               u"Rotate the signing key, and make the others anew."_s);
    judge.look("secrets.kept", u"Only the server can read its secrets"_s, badlyKept.isEmpty(),
               badlyKept.isEmpty() ? u"No file of theirs is open to others."_s : listOf(badlyKept), Verdict::Weak,
               u"chmod 600 what belongs to the server alone."_s);
    judge.look("secrets.signing_keys", u"The signing keys are encrypted where they are kept"_s, facts.keysAreEncrypted,
               facts.keysAreEncrypted ? u"They are, with the passphrase."_s : u"They are readable by the server's user."_s,
               Verdict::Weak, u"Start the server with a SECRETS_PASSPHRASE."_s);
}

void judgeMachine(Judge &judge, const config::Settings &settings)
{
    const QFileInfo folder(settings.app.dataDir);
    constexpr QFile::Permissions kOthers =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    judge.look("machine.data_folder", u"Only the server can enter its data folder"_s, !(folder.permissions() & kOthers),
               !(folder.permissions() & kOthers) ? u"It is open to its owner alone."_s : u"Others can enter it."_s, Verdict::Bad,
               u"chmod 700 %1"_s.arg(QDir::toNativeSeparators(folder.absoluteFilePath())));
    judge.look("machine.user", u"It does not run as root"_s, ::geteuid() != 0, u"It runs as user %1."_s.arg(::geteuid()),
               Verdict::Weak, u"Run it as a user of its own, as the service unit does."_s);
    rlimit core{};
    const bool dumps = ::getrlimit(RLIMIT_CORE, &core) != 0 || core.rlim_max != 0;
    judge.look("machine.dumps", u"A crash writes no secrets to the disk"_s, !dumps,
               dumps ? u"Core dumps are possible."_s : u"The limit for core dumps is 0."_s, Verdict::Weak,
               u"Start it by gatehouse serve, or with ulimit -c 0."_s);
    const bool gains = ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1;
    judge.look("machine.privileges", u"It cannot gain privileges"_s, !gains,
               gains ? u"no_new_privs is off."_s : u"no_new_privs is on."_s, Verdict::Weak, u"Start it by gatehouse serve."_s);
    judge.look("machine.record", u"A copy of the record's checkpoints is elsewhere"_s, !settings.audit.anchors.isEmpty(),
               settings.audit.anchors.isEmpty() ? u"audit.anchors names no place."_s
                                                : u"audit.anchors names %1."_s.arg(settings.audit.anchors.size()),
               Verdict::Weak, u"Name a place in audit.anchors that this machine cannot rewrite."_s);
}

} // namespace

std::vector<PostureFinding> judgePosture(const PostureFacts &facts)
{
    Judge judge;
    judgeDoor(judge, facts);
    judgeLimits(judge, facts);
    judgeSignIn(judge, facts.settings);
    judgeSharing(judge, facts.settings);
    judgeSecrets(judge, facts);
    judgeMachine(judge, facts.settings);
    return judge.take();
}

} // namespace gatehouse::assembly
