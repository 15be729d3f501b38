// SPDX-License-Identifier: Apache-2.0
#include "zip_salvage.hpp"

#include <algorithm>
#include <array>

#include <zlib.h>

namespace minutes {

namespace {

using namespace std::literals;
constexpr std::string_view header_mark = "PK\x03\x04"sv;
constexpr std::string_view directory_mark = "PK\x01\x02"sv;
constexpr std::size_t header_size = 30;

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::size_t n = 0;
    for (std::size_t i = size; i-- > 0;) n = n << 8 | static_cast<unsigned char>(bytes[at + i]);
    return n;
}

/// Where the part's bytes end when its header does not say: the next header or directory.
std::size_t next_mark(std::string_view archive, std::size_t from) {
    return std::min({archive.find(header_mark, from), archive.find(directory_mark, from), archive.size()});
}

}  // namespace

std::vector<salvaged_part> find_zip_parts(std::string_view archive, std::size_t most) {
    std::vector<salvaged_part> out;
    for (std::size_t at = archive.find(header_mark); at != archive.npos && out.size() < most; at = archive.find(header_mark, at)) {
        if (at + header_size > archive.size()) break;
        const std::size_t flags = number_at(archive, at + 6, 2), method = number_at(archive, at + 8, 2);
        const std::size_t packed = number_at(archive, at + 18, 4), name = number_at(archive, at + 26, 2), extra = number_at(archive, at + 28, 2);
        const std::size_t begin = at + header_size + name + extra;
        at += header_mark.size();
        if (begin > archive.size() || (method != 0 && method != 8)) continue;
        const bool known = packed > 0 && packed <= archive.size() - begin;
        const std::size_t end = known ? begin + packed : next_mark(archive, begin);
        out.push_back({std::string(archive.substr(at + header_size - header_mark.size(), name)), begin, end - begin, method == 8, (flags & 1) != 0});
        at = end;
    }
    return out;
}

inflated_part inflate_salvaged(std::string_view archive, const salvaged_part& part, std::size_t most) {
    inflated_part out;
    const auto packed = archive.substr(part.begin, part.size);
    if (!part.deflated) {
        out.too_large = packed.size() > most;
        if (!out.too_large) out.bytes = packed;
        return out;
    }
    z_stream z{};
    if (inflateInit2(&z, -MAX_WBITS) != Z_OK) return {{}, false, false};
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    z.avail_in = static_cast<uInt>(packed.size());
    std::array<char, 1 << 16> buffer;
    int state = Z_OK;
    while (state == Z_OK && !out.too_large) {
        z.next_out = reinterpret_cast<Bytef*>(buffer.data());
        z.avail_out = static_cast<uInt>(buffer.size());
        state = ::inflate(&z, Z_NO_FLUSH);
        out.bytes.append(buffer.data(), buffer.size() - z.avail_out);
        out.too_large = out.bytes.size() > most;
        if (state == Z_OK && z.avail_in == 0 && z.avail_out > 0) break;  // the archive ends here
    }
    out.whole = state == Z_STREAM_END;
    inflateEnd(&z);
    return out;
}

}  // namespace minutes
