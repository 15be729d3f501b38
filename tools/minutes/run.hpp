// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "status.hpp"

namespace cli {

/// The whole program: reads the command line, runs the command, says how it went.
status run(int argc, char* argv[]);

}  // namespace cli
