# ICU comes from the build requirement icukit-pyicu where it is there, else from the system: one Unicode version for all
# users matters to science, so the package ships the libicuuc it was built with.
find_path(icu_from_wheel include/unicode/ubrk.h PATH_SUFFIXES icukit_pyicu)
if(icu_from_wheel MATCHES icukit_pyicu)
  set(ICU_ROOT "${icu_from_wheel}")
endif()
find_package(ICU REQUIRED COMPONENTS uc data)
message(STATUS "ICU ${ICU_VERSION} (${ICU_UC_LIBRARY})")
# libicuuc has no rpath of its own: only an old-style RPATH of the program reaches its dependency libicudata too.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  add_link_options(-Wl,--disable-new-dtags)
endif()

# Ships ICU beside `target` in `destination`/icu: libicuuc as it is, libicudata cut from 31 MB to what the text room reads.
function(tenor_ship_icu target destination)
  string(REGEX MATCH "^[0-9]+" major "${ICU_VERSION}")
  set(dat "${CMAKE_CURRENT_BINARY_DIR}/icudata.dat")
  set(trim "${PROJECT_SOURCE_DIR}/cpp/icu/trim_data.py")
  file(REAL_PATH "${ICU_DATA_LIBRARY}" icu_data_file)
  add_custom_command(
    OUTPUT ${dat}
    COMMAND ${Python_EXECUTABLE} ${trim} ${icu_data_file} ${dat}
            brkitr/root.res brkitr/res_index.res brkitr/en.res brkitr/en_US.res brkitr/en_US_POSIX.res
            brkitr/sent.brk brkitr/word.brk brkitr/char.brk nfkc.nrm nfkc_cf.nrm
    DEPENDS ${trim})
  # An assembly file makes a drop-in libicudata of it without any ICU tool.
  file(CONFIGURE OUTPUT icudata.S CONTENT [[
.section .rodata
.globl icudt@major@_dat
.type icudt@major@_dat, @object
.balign 16
icudt@major@_dat: .incbin "@dat@"
.size icudt@major@_dat, .-icudt@major@_dat
.section .note.GNU-stack,"",%progbits
]] @ONLY)
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/icudata.S PROPERTIES OBJECT_DEPENDS ${dat})
  add_library(icudata SHARED ${CMAKE_CURRENT_BINARY_DIR}/icudata.S)
  set_target_properties(icudata PROPERTIES SOVERSION ${major} LINKER_LANGUAGE C)
  install(TARGETS icudata LIBRARY DESTINATION ${destination}/icu NAMELINK_SKIP)
  file(REAL_PATH "${ICU_UC_LIBRARY}" icu_uc_file)
  install(FILES ${icu_uc_file} DESTINATION ${destination}/icu RENAME libicuuc.so.${major})
  set_target_properties(${target} PROPERTIES INSTALL_RPATH "$ORIGIN/icu")
  target_link_libraries(${target} PRIVATE ICU::data)
endfunction()
