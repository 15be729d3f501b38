# What the project is built with; versions, licences and reasons stand in docs/decisions.md.
find_package(PkgConfig REQUIRED)
find_package(Boost 1.74 REQUIRED)             # headers only: Spirit X3
find_package(pugixml REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(CLI11 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)  # SHA-256
find_package(ZLIB REQUIRED)                   # parts of archives whose directory is lost
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(md4c REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)

# Debian ships libxlsxwriter without a CMake package, and its .pc file names the soname as version.
find_path(XLSXWRITER_INCLUDE_DIR xlsxwriter.h REQUIRED)
find_library(XLSXWRITER_LIBRARY xlsxwriter REQUIRED)
add_library(xlsxwriter UNKNOWN IMPORTED)
set_target_properties(xlsxwriter PROPERTIES
  IMPORTED_LOCATION ${XLSXWRITER_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${XLSXWRITER_INCLUDE_DIR})
