// SPDX-License-Identifier: Apache-2.0
#include "open_file.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>

namespace minutes {

std::string read_bytes(const std::filesystem::path& path, std::size_t most, std::string& bytes) {
    std::error_code error;
    const bool regular = std::filesystem::is_regular_file(path, error);
    std::ifstream in;
    if (regular) in.open(path, std::ios::binary);  // a pipe would wait for somebody to write into it
    if (!regular || !in) return error ? error.message() : !std::filesystem::exists(path, error) ? "no such file" : regular ? "it cannot be opened" : "it is not a file";
    bytes.assign(static_cast<std::size_t>(std::min<std::uintmax_t>(std::filesystem::file_size(path, error), most)), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return {};
}

}  // namespace minutes
