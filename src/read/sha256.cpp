// SPDX-License-Identifier: Apache-2.0
#include <openssl/evp.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "document.hpp"

namespace minutes {

namespace {

/// The algorithm, looked up once: OpenSSL looks through its providers each time that it is named.
const EVP_MD* algorithm() {
    static const std::unique_ptr<EVP_MD, void (*)(EVP_MD*)> found(EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free);
    return found ? found.get() : EVP_sha256();
}

}  // namespace

std::string sha256_of(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, algorithm(), nullptr);
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
