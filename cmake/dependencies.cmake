# What the project is built with; versions, licences and reasons stand in docs/decisions.md.
find_package(Boost 1.74 REQUIRED)             # headers only: Spirit X3
find_package(Threads REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(mimalloc 2.0 REQUIRED)           # the program alone

set(CMAKE_FIND_PACKAGE_NAME minutes)  # as if somebody looked for us, and needed us
set(minutes_FIND_REQUIRED ON)
include(linked)
