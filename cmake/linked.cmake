# What the library is linked with.  Installed too: who links the static library finds the same here.
include(CMakeFindDependencyMacro)
find_dependency(PkgConfig)
find_dependency(pugixml)
find_dependency(fmt)
find_dependency(tomlplusplus)
find_dependency(OpenSSL COMPONENTS Crypto)  # SHA-256
find_dependency(ZLIB)                       # parts of archives whose directory is lost
set(minutes_requires "pugixml fmt tomlplusplus libcrypto zlib xlsxwriter")  # the same for pkg-config

# minutes_module(NAME MODULE): PkgConfig::NAME is what pkg-config calls MODULE.
macro(minutes_module name module)
  if(NOT TARGET PkgConfig::${name})
    pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${module})
  endif()
  string(APPEND minutes_requires " ${module}")
endmacro()
minutes_module(utf8proc libutf8proc)
minutes_module(libzip libzip)
minutes_module(md4c md4c)
minutes_module(gumbo gumbo)
minutes_module(yaml yaml-0.1)
minutes_module(sqlite sqlite3)             # archives, with FTS5

# Debian ships libxlsxwriter without a CMake package, and its .pc file names the soname as version.
if(NOT TARGET xlsxwriter)
  find_path(XLSXWRITER_INCLUDE_DIR xlsxwriter.h REQUIRED)
  find_library(XLSXWRITER_LIBRARY xlsxwriter REQUIRED)
  add_library(xlsxwriter UNKNOWN IMPORTED)
  set_target_properties(xlsxwriter PROPERTIES
    IMPORTED_LOCATION ${XLSXWRITER_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${XLSXWRITER_INCLUDE_DIR})
endif()
