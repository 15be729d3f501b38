// SPDX-License-Identifier: Apache-2.0
#include <openssl/evp.h>

#include <array>
#include <string>
#include <string_view>

#include "document.hpp"

namespace minutes {

std::string sha256_of(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
    constexpr std::string_view figures = "0123456789abcdef";
    std::string out;
    out.reserve(2 * size);
    for (unsigned i = 0; i < size; ++i) {
        out += figures[digest[i] >> 4];
        out += figures[digest[i] & 0xF];
    }
    return out;
}

}  // namespace minutes
