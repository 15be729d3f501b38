// SPDX-License-Identifier: Apache-2.0
#include "deflated.hpp"

#include <algorithm>
#include <stdexcept>

#include <zlib.h>

namespace minutes {

namespace {

constexpr std::size_t most = std::size_t{2} << 30;
constexpr int level = 3;  // JSON of a meeting: a ninth of its size; level 6 saves a further tenth and takes twice as long

}  // namespace

std::string deflated(std::string_view text) {
    uLongf size = compressBound(static_cast<uLong>(text.size()));
    std::string out(size, '\0');
    if (compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()), static_cast<uLong>(text.size()), level) != Z_OK)
        throw std::runtime_error("zlib cannot compress");
    out.resize(size);
    return out;
}

std::string inflated(std::string_view bytes) {
    z_stream z{};
    if (inflateInit(&z) != Z_OK) throw std::runtime_error("zlib cannot begin");
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    z.avail_in = static_cast<uInt>(bytes.size());
    std::string out;
    int code = Z_OK;
    while (code == Z_OK && out.size() < most) {
        const std::size_t at = out.size();
        out.resize(std::max<std::size_t>(4096, at + std::max(at, bytes.size() * 8)));
        z.next_out = reinterpret_cast<Bytef*>(out.data() + at);
        z.avail_out = static_cast<uInt>(out.size() - at);
        code = inflate(&z, Z_NO_FLUSH);
        out.resize(out.size() - z.avail_out);
    }
    inflateEnd(&z);
    if (code != Z_STREAM_END) throw std::runtime_error("a meeting's content is damaged");
    return out;
}

}  // namespace minutes
