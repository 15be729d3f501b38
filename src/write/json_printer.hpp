// SPDX-License-Identifier: Apache-2.0
// Prints JSON (RFC 8259) as it is told, without a tree.  What holds no object stands in one line, so that a traced value
// or a leaf is a line of the file; whoever opens an object or array says which it is.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

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
    void number(std::integral auto value) { digits(std::to_string(value)); }
    void number(float value);
    void boolean(bool value) { digits(value ? "true" : "false"); }

    /// What was printed; nothing may be open.
    [[nodiscard]] std::string take() && { return std::move(out_); }

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

    std::string out_;
    std::vector<level> levels_;
    bool named_ = false;  ///< a name stands before the next value
};

}  // namespace minutes
