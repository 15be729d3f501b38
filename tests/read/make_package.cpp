// SPDX-License-Identifier: Apache-2.0
// make_package CASE OUT: writes the file that a case of tests/read/packages describes, for office programs to open.
#include <fstream>
#include <iterator>

#include "package_case.hpp"

int main(int argc, char* argv[]) {
    if (argc != 3) return 2;
    std::ifstream in(argv[1], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::ofstream out(argv[2], std::ios::binary);
    out << minutes::test::zipped(parts_of(minutes::test::read_package_case(text)));
    return in && out ? 0 : 1;
}
