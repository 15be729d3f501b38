# Writes FILE's text as a C++ header: cmake -DFILE=… -DOUT=… -DNAME=… -P embed.cmake
# One string literal a line: compilers limit the length of one literal.
file(READ ${FILE} text)
string(REPLACE "\\" "\\\\" text "${text}")
string(REPLACE "\"" "\\\"" text "${text}")
string(REPLACE "\n" "\\n\"\n    \"" text "${text}")
file(WRITE ${OUT} "// Generated; do not edit.\n#pragma once\n\n#include <string_view>\n\nnamespace minutes {\n\ninline constexpr std::string_view ${NAME} =\n    \"${text}\";\n\n}  // namespace minutes\n")
