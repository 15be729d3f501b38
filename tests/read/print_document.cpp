// SPDX-License-Identifier: Apache-2.0
// print_document FILE: its blocks, as its reader sees them.  For those who work on readers.
#include <fstream>
#include <iostream>
#include <iterator>

#include "document_text.hpp"
#include "readers.hpp"

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: print_document FILE\n";
        return 2;
    }
    std::ifstream in(arguments[1], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    std::cout << minutes::test::document_text(minutes::read_document(bytes, {}, {.name = arguments[1], .reading = {}}));
}
