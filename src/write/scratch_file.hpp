// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

namespace minutes {

/// An empty file that goes away: libxlsxwriter writes to a path only.
class scratch_file {
public:
    scratch_file() {
        const int fd = ::mkostemp(path_.data(), O_CLOEXEC);
        if (fd < 0) throw std::runtime_error("cannot make the workbook: no temporary file in /tmp");
        ::close(fd);
    }
    ~scratch_file() { ::unlink(path_.data()); }
    scratch_file(const scratch_file&) = delete;
    scratch_file& operator=(const scratch_file&) = delete;

    [[nodiscard]] const char* path() const { return path_.data(); }
    [[nodiscard]] std::string content() const {
        std::ifstream in(path_.data(), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

private:
    std::array<char, 32> path_{"/tmp/minutes-XXXXXX"};
};

}  // namespace minutes
