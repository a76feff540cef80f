// Drops ThreadSanitizer's reports of races in which our code touched nothing: both accesses were made by libraries that are
// not built with the sanitizer, through what it intercepts (new, free, memmove), under locks that it does not see. An access
// that our code makes, against whichever other, is reported as ever; but for counting the owners of one of Qt's shared values,
// an atomic access in its headers, when it is in Qt that the last owner frees it.
//
// Linked into every program of the `tsan` preset and nothing else.

#include <array>
#include <cstdint>
#include <cstring>

#include <dlfcn.h>
#include <link.h>

// What ThreadSanitizer offers to debuggers, exported by its library and declared in none of its headers.
extern "C" int __tsan_get_report_data(void *report, const char **description, int *count, int *stackCount, int *mopCount,
                                      int *locCount, int *mutexCount, int *threadCount, int *uniqueTidCount, void **sleepTrace,
                                      std::uintptr_t traceSize);
extern "C" int __tsan_get_report_mop(void *report, std::uintptr_t index, int *tid, void **address, int *size, int *write,
                                     int *atomic, void **trace, std::uintptr_t traceSize);

namespace {

enum class Maker { OurCode, Library, Forgotten };

/// Who made an access whose innermost calls are `trace`: the first that is not the sanitizer itself. Our code is all in the
/// program, never in a library. The sanitizer remembers the calls of so many accesses only.
template<std::size_t Size> Maker makerOf(const std::array<void *, Size> &trace)
{
    if (trace.front() == nullptr)
        return Maker::Forgotten;
    for (void *call : trace) {
        Dl_info info{};
        link_map *module = nullptr;
        if (call == nullptr || dladdr1(call, &info, reinterpret_cast<void **>(&module), RTLD_DL_LINKMAP) == 0)
            return Maker::OurCode;
        if (std::strstr(info.dli_fname, "libtsan") != nullptr)
            continue;
        return module->l_name[0] == '\0' ? Maker::OurCode : Maker::Library; // the program itself has no name there
    }
    return Maker::OurCode;
}

bool isForeign(void *report)
{
    const char *description = nullptr;
    std::array<int, 7> counts{};
    int &accesses = counts[2];
    std::array<void *, 1> sleep{};
    __tsan_get_report_data(report, &description, &counts[0], &counts[1], &accesses, &counts[3], &counts[4], &counts[5],
                           &counts[6], sleep.data(), sleep.size());
    int byLibraries = 0;
    for (int i = 0; i < accesses; ++i) {
        int thread = 0;
        void *address = nullptr;
        int size = 0;
        int write = 0;
        int atomic = 0;
        std::array<void *, 8> trace{};
        __tsan_get_report_mop(report, static_cast<std::uintptr_t>(i), &thread, &address, &size, &write, &atomic, trace.data(),
                              trace.size());
        const Maker maker = makerOf(trace);
        if (maker == Maker::OurCode && atomic == 0)
            return false;
        byLibraries += maker == Maker::Library ? 1 : 0;
    }
    return byLibraries > 0; // what is no race (a deadlock, a leaked thread) has no accesses
}

} // namespace

namespace __tsan {

class ReportDesc;

/// Stands in front of the sanitizer's own, which returns `suppressed`.
bool OnReport(const ReportDesc *report, bool suppressed)
{
    return suppressed || isForeign(const_cast<ReportDesc *>(report));
}

} // namespace __tsan
