// SPDX-License-Identifier: Apache-2.0
#include <openssl/evp.h>

#include <array>
#include <string>

#include <fmt/format.h>

#include "document.hpp"

namespace minutes {

std::string sha256_of(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
    std::string out;
    for (unsigned i = 0; i < size; ++i) out += fmt::format("{:02x}", digest[i]);
    return out;
}

}  // namespace minutes
