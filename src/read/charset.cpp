// SPDX-License-Identifier: Apache-2.0
#include "charset.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>

#include <iconv.h>

namespace minutes {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// What `decode` reads anyway, and what browsers read as Windows-1252.
bool is_usual(std::string_view charset) {
    constexpr std::array usual = {"", "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "cp1252", "utf-16"};
    return std::find(usual.begin(), usual.end(), charset) != usual.end();
}

class converter {
public:
    explicit converter(const std::string& charset) : handle_(iconv_open("UTF-8", charset.c_str())) {}
    ~converter() {
        if (known()) iconv_close(handle_);
    }
    converter(const converter&) = delete;
    converter& operator=(const converter&) = delete;

    bool known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

    std::string convert(std::string_view bytes) const {
        std::string out, piece(65536, '\0');
        auto* from = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
        std::size_t left = bytes.size();
        while (left > 0) {
            char* to = piece.data();
            std::size_t room = piece.size();
            const bool failed = iconv(handle_, &from, &left, &to, &room) == static_cast<std::size_t>(-1);
            out.append(piece.data(), piece.size() - room);
            if (!failed || errno == E2BIG) continue;
            out += replacement;
            ++from;
            --left;
        }
        return out;
    }

private:
    iconv_t handle_;
};

}  // namespace

decoded_text decode_as(std::string_view bytes, std::string_view charset) {
    auto usual = decode(bytes);
    if (is_usual(charset) || usual.marked || usual.utf8 == bytes) return usual;
    const converter c{std::string(charset)};
    if (!c.known()) return usual;
    decoded_text out;
    out.utf8 = c.convert(bytes);
    return out;
}

}  // namespace minutes
