# What tests run with in a build with sanitizers:
#   gatehouse_sanitizer_environment   options for the sanitizers, which the programs under test inherit
#   gatehouse_time_factor             how much longer a test may take; tests see it as TEST_TIME_FACTOR, for bounds in real time
# Findings go to files in the build's reports/sanitizer: a program that a test kills, or whose output and exit code nobody
# judges, cannot hide one. ./test counts each as a failure.
set(gatehouse_sanitizer_environment "")
set(gatehouse_time_factor 1)
if(GATEHOUSE_SANITIZE)
    # Enough for reports with functions and lines; more would double the time to compile.
    set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1 -fno-omit-frame-pointer -DNDEBUG")
    set(reports "${PROJECT_BINARY_DIR}/reports/sanitizer")
    file(MAKE_DIRECTORY "${reports}")
    if(GATEHOUSE_SANITIZE MATCHES "thread")
        set(gatehouse_time_factor 10)
        list(APPEND gatehouse_sanitizer_environment
            "TSAN_OPTIONS=log_path=${reports}/thread:suppressions=${PROJECT_SOURCE_DIR}/tests/sanitizers/tsan.supp:second_deadlock_stack=1:history_size=4:die_after_fork=0")
    endif()
    if(GATEHOUSE_SANITIZE MATCHES "address")
        set(gatehouse_time_factor 4)
        list(APPEND gatehouse_sanitizer_environment
            "ASAN_OPTIONS=log_path=${reports}/address:detect_leaks=1:detect_stack_use_after_return=1:check_initialization_order=1:strict_string_checks=1"
            "LSAN_OPTIONS=print_suppressions=0" # its own for the loader, which is no finding
            "UBSAN_OPTIONS=log_path=${reports}/undefined:print_stacktrace=1")
    endif()
endif()
