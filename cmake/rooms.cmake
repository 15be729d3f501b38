# minutes_room(NAME USES … LIBRARIES … GENERATED …): one room of the house, an object library
# `minutes_NAME` of all sources in its folder, whose headers only the rooms that use it can include.
function(minutes_room name)
  cmake_parse_arguments(room "" "" "GENERATED;USES;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(minutes_${name} OBJECT ${sources} ${room_GENERATED})
  target_include_directories(minutes_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/include)
  foreach(other IN LISTS room_USES)
    target_link_libraries(minutes_${name} PUBLIC minutes_${other})
  endforeach()
  target_link_libraries(minutes_${name} PUBLIC ${room_LIBRARIES})
  minutes_hide_symbols(minutes_${name})
  minutes_warnings(minutes_${name})
endfunction()

# minutes_embed(VARIABLE FILE…): text files compiled in: each as a header of its name, with one constant of that name.
# The headers' paths are left in VARIABLE, to be given to minutes_room as GENERATED.
function(minutes_embed variable)
  set(headers "")
  foreach(part IN LISTS ARGN)
    get_filename_component(name ${part} NAME_WE)
    set(header ${CMAKE_CURRENT_BINARY_DIR}/${name}.hpp)
    add_custom_command(OUTPUT ${header}
      COMMAND ${CMAKE_COMMAND} -DFILE=${CMAKE_CURRENT_SOURCE_DIR}/${part} -DOUT=${header} -DNAME=${name}
              -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
      DEPENDS ${part} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake)
    list(APPEND headers ${header})
  endforeach()
  set(${variable} ${headers} PARENT_SCOPE)
endfunction()

# What is not marked MINUTES_EXPORT is the library's own affair.
function(minutes_hide_symbols target)
  set_target_properties(${target} PROPERTIES
    POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
endfunction()

function(minutes_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow=local -Wconversion -Wno-sign-conversion)
  if(MINUTES_DEVELOPER_MODE)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()
