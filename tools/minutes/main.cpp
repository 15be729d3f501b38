// SPDX-License-Identifier: Apache-2.0
#include "run.hpp"

int main(int argc, char* argv[]) { return static_cast<int>(cli::run(argc, argv)); }
