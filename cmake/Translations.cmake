# gatehouse_translations(NAME CODE …)
# Compiles translations/gatehouse_CODE.ts below the current folder and puts them into the library NAME, as
# :/gatehouse/translations/gatehouse_CODE.qm. By hand, as Qt 6.4's own commands want CMake files that Debian has in a package with
# Qt Designer and Assistant; this wants lrelease alone.

find_program(gatehouse_lrelease NAMES lrelease lrelease-qt6
    HINTS "${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS}" # before the one of whatever Qt is on the path
    REQUIRED)

function(gatehouse_translations name)
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/translations")
    set(compiled)
    set(entries)
    foreach(code IN LISTS ARGN)
        set(source "${CMAKE_CURRENT_SOURCE_DIR}/translations/gatehouse_${code}.ts")
        set(result "${folder}/gatehouse_${code}.qm")
        add_custom_command(OUTPUT "${result}"
            COMMAND "${gatehouse_lrelease}" -silent -nounfinished "${source}" -qm "${result}"
            DEPENDS "${source}"
            COMMENT "Compiling the texts of ${code}")
        list(APPEND compiled "${result}")
        string(APPEND entries "    <file>gatehouse_${code}.qm</file>\n")
    endforeach()
    file(CONFIGURE OUTPUT "${folder}/translations.qrc" CONTENT
        "<RCC>\n  <qresource prefix=\"/gatehouse/translations\">\n${entries}  </qresource>\n</RCC>\n" @ONLY)
    set(embedded "${folder}/embedded_translations.cpp")
    add_custom_command(OUTPUT "${embedded}"
        COMMAND Qt6::rcc --name translations --output "${embedded}" "${folder}/translations.qrc"
        DEPENDS ${compiled} "${folder}/translations.qrc"
        COMMENT "Embedding the texts")
    set_source_files_properties("${embedded}" PROPERTIES SKIP_AUTOGEN ON SKIP_PRECOMPILE_HEADERS ON)
    target_sources(gatehouse_${name} PRIVATE "${embedded}")
endfunction()
