# What most sources include, parsed once: it halves a build from nothing (docs/building.md). Every source still includes what it
# uses; clang-tidy compiles each without this (tests/lint/clang_tidy).

# uses_precompiled_headers(TARGET)
# One precompiled header serves all targets, as all are compiled with the same options. GCC only: with clang, ccache would need
# more than it has to know.
function(uses_precompiled_headers target)
    if(TARGET gatehouse_precompiled_headers)
        target_precompile_headers(${target} REUSE_FROM gatehouse_precompiled_headers)
    endif()
endfunction()

if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    return()
endif()

file(WRITE "${PROJECT_BINARY_DIR}/precompiled_headers.cpp.new" "")
file(COPY_FILE "${PROJECT_BINARY_DIR}/precompiled_headers.cpp.new" "${PROJECT_BINARY_DIR}/precompiled_headers.cpp" ONLY_IF_DIFFERENT)
add_library(gatehouse_precompiled_headers OBJECT "${PROJECT_BINARY_DIR}/precompiled_headers.cpp")
target_link_libraries(gatehouse_precompiled_headers PRIVATE gatehouse_compile_options Qt6::Core QCoro6::Core)
# Named as the compiler finds them, without a path: what ccache keeps holds for clones in other folders too.
target_precompile_headers(gatehouse_precompiled_headers PRIVATE
    <algorithm> <array> <atomic> <chrono> <expected> <functional> <map> <memory> <optional> <ranges> <span> <string>
    <unordered_map> <utility> <variant> <vector>
    <QByteArray> <QByteArrayList> <QDateTime> <QFile> <QFuture> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList>
    <QObject> <QString> <QStringList> <QTimer> <QUrl> <QVarLengthArray>
    <qcoro/qcorotask.h>)
