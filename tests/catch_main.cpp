// SPDX-License-Identifier: Apache-2.0
// Only for Catch2 2.13; version 3 brings its own main (see cmake/catch.cmake).
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
