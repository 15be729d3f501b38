# minutes_room(NAME SOURCES … USES …): one room of the house, an object library
# `minutes_NAME` whose headers only the rooms that use it can include.
function(minutes_room name)
  cmake_parse_arguments(room "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  add_library(minutes_${name} OBJECT ${room_SOURCES})
  target_include_directories(minutes_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/include)
  foreach(other IN LISTS room_USES)
    target_link_libraries(minutes_${name} PUBLIC minutes_${other})
  endforeach()
  target_link_libraries(minutes_${name} PUBLIC ${room_LIBRARIES})
  set_target_properties(minutes_${name} PROPERTIES
    POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  minutes_warnings(minutes_${name})
endfunction()

function(minutes_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow=local -Wconversion -Wno-sign-conversion)
  if(MINUTES_DEVELOPER_MODE)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()
