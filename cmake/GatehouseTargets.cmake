# The two ways this tree makes targets. Every library sees its own headers and those of the libraries it
# links, under the library's name (`#include "limits/rate_limiter.h"`), and nothing else: an include against
# the direction of dependencies does not compile.

include(Sanitizers)

# What every target of this tree is compiled with.
add_library(gatehouse_compile_options INTERFACE)
target_compile_features(gatehouse_compile_options INTERFACE cxx_std_23)
target_compile_options(gatehouse_compile_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Werror
    -fstack-protector-strong -fvisibility=hidden
    $<$<CXX_COMPILER_ID:GNU>:-fcoroutines>
    # With which ccache takes precompiled headers.
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
    # GCC 12 sees overlapping copies inside libstdc++'s own strings (GCC bug 105651).
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
    # libstdc++ 12's std::stable_sort uses a function that it deprecates itself; what others deprecate, GCC tells.
    $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
target_compile_definitions(gatehouse_compile_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    # What later versions deprecate has often no replacement yet in the oldest that we build with.
    $<$<VERSION_GREATER_EQUAL:${Qt6_VERSION},6.5>:QT_WARN_DEPRECATED_UP_TO=0x060400>)
if(NOT GATEHOUSE_SANITIZE)
    target_compile_definitions(gatehouse_compile_options INTERFACE $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
else()
    target_compile_options(gatehouse_compile_options INTERFACE
        -fsanitize=${GATEHOUSE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    # What the sanitizers put in makes GCC see uninitialised variables in libstdc++'s own code (GCC bug 105562).
    target_compile_options(gatehouse_compile_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(gatehouse_compile_options INTERFACE -fsanitize=${GATEHOUSE_SANITIZE})
endif()
if(GATEHOUSE_FUZZ)
    # Coverage everywhere, libFuzzer's own main only in the fuzz targets.
    target_compile_options(gatehouse_compile_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
target_link_options(gatehouse_compile_options INTERFACE -Wl,-z,relro,-z,now)

include(PrecompiledHeaders)

# gatehouse_library(NAME SOURCES … LINK … PRIVATE_LINK …)
# Makes the static library gatehouse_NAME (alias Gatehouse::NAME) from the current folder.
function(gatehouse_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(gatehouse_${name} STATIC ${ARG_SOURCES})
    add_library(Gatehouse::${name} ALIAS gatehouse_${name})
    set_target_properties(gatehouse_${name} PROPERTIES AUTOMOC ON AUTORCC ON)
    set(root "${PROJECT_BINARY_DIR}/include/${name}")
    file(MAKE_DIRECTORY "${root}")
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${root}/${name}" SYMBOLIC)
    target_include_directories(gatehouse_${name} PUBLIC "${root}")
    target_link_libraries(gatehouse_${name}
        PUBLIC ${ARG_LINK} PRIVATE gatehouse_compile_options ${ARG_PRIVATE_LINK})
    uses_precompiled_headers(gatehouse_${name})
endfunction()

# gatehouse_test(NAME SOURCES … LINK … [LABELS …] [TIMEOUT seconds] [SERIAL])
# Makes a QtTest program and registers it with CTest.
function(gatehouse_test name)
    cmake_parse_arguments(ARG "SERIAL" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE gatehouse_compile_options Qt6::Test ${ARG_LINK})
    uses_precompiled_headers(${name})
    target_compile_definitions(${name} PRIVATE TEST_TIME_FACTOR=${gatehouse_time_factor})
    add_test(NAME ${name} COMMAND ${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    math(EXPR timeout "${ARG_TIMEOUT} * ${gatehouse_time_factor}")
    set(environment "QT_QPA_PLATFORM=offscreen" "GATEHOUSE_PROGRAM=${PROJECT_BINARY_DIR}/app/gatehouse" ${gatehouse_sanitizer_environment})
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${timeout} ENVIRONMENT "${environment}")
    if(ARG_SERIAL)
        set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
    endif()
endfunction()
