# minutes_catch: Catch2, version 3 or 2.13, with a main; tests include it as "catch.hpp".
find_package(Catch2 3 QUIET)
if(Catch2_FOUND)
  add_library(minutes_catch INTERFACE)
  target_link_libraries(minutes_catch INTERFACE Catch2::Catch2WithMain)
  target_include_directories(minutes_catch INTERFACE ${PROJECT_SOURCE_DIR}/tests)
else()
  find_package(Catch2 2.13 REQUIRED)
  # A library, so that Catch2's own code is compiled once and not once a test.
  add_library(minutes_catch STATIC ${PROJECT_SOURCE_DIR}/tests/catch_main.cpp)
  # GCC 12 with sanitizers warns of std::regex in there.
  target_compile_options(minutes_catch PRIVATE -w)
  target_link_libraries(minutes_catch PUBLIC Catch2::Catch2)
  target_include_directories(minutes_catch PUBLIC ${PROJECT_SOURCE_DIR}/tests)
endif()
