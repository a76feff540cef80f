#include "process_hardening.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {
/// The database, logs, event loops and files that are open for a moment.
constexpr rlim_t kBesideConnections = 256;
} // namespace

void hardenProcess(bool untraceable)
{
    ::umask(077);
    constexpr rlimit kNone{0, 0};
    ::setrlimit(RLIMIT_CORE, &kNone);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    // Also keeps the kernel from piping a dump to a collector, which the limit does not.
    if (untraceable)
        ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

QString raiseDescriptorLimit(int connections)
{
    const rlim_t wanted = static_cast<rlim_t>(connections) + kBesideConnections;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted)
        return {};
    rlimit raised{wanted, std::max(limit.rlim_max, wanted)};
    if (::setrlimit(RLIMIT_NOFILE, &raised) == 0) // more than the hard limit takes privileges
        return {};
    raised = {limit.rlim_max, limit.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &raised);
    if (limit.rlim_max >= wanted)
        return {};
    return u"http.max_connections is %1, but only %2 files may be open at once: raise LimitNOFILE or ulimit -Hn to %3"_s
        .arg(connections)
        .arg(limit.rlim_max)
        .arg(wanted);
}
