// SPDX-License-Identifier: Apache-2.0
// Prints JSON (RFC 8259) as it is told, without a tree.  What holds no object stands in one line, so that a traced value
// or a leaf is a line of the file; whoever opens an object or array says which it is.
#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <cstring>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// Text that grows: what is appended to a string piece by piece costs more than the pieces.
class growing_text {
public:
    void append(std::string_view piece) {
        if (capacity_ - size_ < piece.size()) grow(piece.size());
        std::memcpy(bytes_.get() + size_, piece.data(), piece.size());
        size_ += piece.size();
    }
    void append(char c) {
        if (capacity_ == size_) grow(1);
        bytes_[size_++] = c;
    }
    void append(std::size_t times, char c) {
        if (capacity_ - size_ < times) grow(times);
        std::memset(bytes_.get() + size_, c, times);
        size_ += times;
    }
    [[nodiscard]] std::string_view text() const { return {bytes_.get(), size_}; }

private:
    void grow(std::size_t more);

    std::unique_ptr<char[]> bytes_ = std::make_unique_for_overwrite<char[]>(first_capacity);
    static constexpr std::size_t first_capacity = 32768;
    std::size_t size_ = 0, capacity_ = first_capacity;
};

class json_printer {
public:
    enum class layout { one_line, lines };

    void open_object(layout how) { open('{', how); }
    void open_array(layout how) { open('[', how); }
    void close_object() { close('}'); }
    void close_array() { close(']'); }

    /// The name of the value that is printed next: one of the model's, which needs no escape.
    void name(std::string_view key);

    /// Bytes that are no UTF-8 become U+FFFD.
    void text(std::string_view value);
    void number(std::integral auto value) {
        std::array<char, std::numeric_limits<decltype(value)>::digits10 + 3> all;
        digits({all.data(), std::to_chars(all.data(), all.data() + all.size(), value).ptr});
    }
    void number(float value);
    void boolean(bool value) { digits(value ? "true" : "false"); }

    /// What was printed; nothing may be open.
    [[nodiscard]] std::string_view text() const { return out_.text(); }

private:
    struct level {
        layout how;
        bool empty = true;
    };

    void open(char bracket, layout how);
    void close(char bracket);
    void digits(std::string_view value);
    void start_value();
    void start_line();
    void quote(std::string_view value);

    growing_text out_;
    std::vector<level> levels_;
    bool named_ = false;  ///< a name stands before the next value
};

}  // namespace minutes
