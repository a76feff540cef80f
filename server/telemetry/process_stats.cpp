#include "telemetry/process_stats.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QFile>

#include <memory>

#include <dirent.h>
#include <sys/resource.h>
#include <unistd.h>

namespace gatehouse::telemetry {

namespace {

QByteArray contentOf(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double secondsOf(const timeval &time)
{
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

int openDescriptors()
{
    struct Closer {
        void operator()(DIR *directory) const { closedir(directory); }
    };
    const std::unique_ptr<DIR, Closer> directory(opendir("/proc/self/fd"));
    if (!directory)
        return 0;
    int count = 0;
    while (const dirent *entry = readdir(directory.get()))
        count += entry->d_name[0] != '.' ? 1 : 0;
    return count - 1; // one is the directory itself
}

/// proc(5): starttime is the 22nd field of /proc/self/stat, in clock ticks since boot; btime in /proc/stat is the boot.
double startTime()
{
    const QByteArray stat = contentOf("/proc/self/stat");
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' '); // from the third on
    const QByteArray system = contentOf("/proc/stat");
    const qsizetype boot = system.indexOf("\nbtime ");
    if (fields.size() < 20 || boot < 0)
        return 0;
    const qsizetype bootValue = boot + 7;
    return system.mid(bootValue, system.indexOf('\n', bootValue) - bootValue).toDouble()
        + fields[19].toDouble() / double(sysconf(_SC_CLK_TCK));
}

} // namespace

ProcessStats readProcessStats()
{
    ProcessStats stats;
    if (const QByteArrayList pages = contentOf("/proc/self/statm").split(' '); pages.size() > 1)
        stats.residentBytes = pages[1].toLongLong() * sysconf(_SC_PAGESIZE);
    stats.openDescriptors = openDescriptors();
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) == 0)
        stats.cpuSeconds = secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime);
    static const double started = startTime();
    stats.startTime = started;
    return stats;
}

} // namespace gatehouse::telemetry
