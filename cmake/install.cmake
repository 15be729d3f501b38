# cmake --install: the program, the library with its headers, and how CMake and pkg-config find it.
include(CMakePackageConfigHelpers)

install(TARGETS minutes_program)
install(TARGETS minutes EXPORT minutes_targets)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/minutes DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${PROJECT_SOURCE_DIR}/schema/meeting-1.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/minutes)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/THIRD_PARTY_NOTICES.txt DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/minutes)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/minutesConfig.cmake.in minutesConfig.cmake INSTALL_DESTINATION ${package})
write_basic_package_version_file(minutesConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(EXPORT minutes_targets NAMESPACE minutes:: FILE minutesTargets.cmake DESTINATION ${package})
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/minutesConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/minutesConfigVersion.cmake
              ${CMAKE_CURRENT_LIST_DIR}/linked.cmake DESTINATION ${package})

# A shared library brings what it is linked with; who links the static one needs it named.
if(BUILD_SHARED_LIBS)
  set(minutes_requires "")
endif()
file(RELATIVE_PATH pc_to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(${CMAKE_CURRENT_LIST_DIR}/minutes.pc.in minutes.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/minutes.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
