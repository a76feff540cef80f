// Preloaded into a program that knows nothing of it, whose wall clock is then WRONG_CLOCK seconds ahead. libfaketime does not do:
// Debian's Redis brings jemalloc, which asks for the time before libfaketime is ready to tell it.

#include <cstdlib>
#include <ctime>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

time_t ahead()
{
    const char *const chosen = std::getenv("WRONG_CLOCK"); // NOLINT(concurrency-mt-unsafe): nobody sets it later
    return chosen != nullptr ? time_t{std::strtol(chosen, nullptr, 10)} : 0;
}

} // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec *told) noexcept
{
    const auto done = static_cast<int>(::syscall(SYS_clock_gettime, clock, told));
    if (done == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        told->tv_sec += ahead();
    return done;
}

int gettimeofday(timeval *told, void * /*zone*/) noexcept
{
    timespec now{};
    const int done = clock_gettime(CLOCK_REALTIME, &now);
    told->tv_sec = now.tv_sec;
    told->tv_usec = now.tv_nsec / 1000;
    return done;
}

time_t time(time_t *told) noexcept
{
    timespec now{};
    (void)clock_gettime(CLOCK_REALTIME, &now);
    if (told != nullptr)
        *told = now.tv_sec;
    return now.tv_sec;
}

} // extern "C"
