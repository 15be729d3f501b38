// SPDX-License-Identifier: Apache-2.0
// From the plain form of a value ("2014-03-27", "in_attendance") to the value.
#pragma once

#include <charconv>
#include <concepts>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <minutes/meeting.hpp>

namespace minutes {

/// What is wrong with a file of our own; caught where loading begins and made a diagnostic.
struct load_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// @throws load_error when it is no number in the type's range, to the last character
template <class N>
N number_from(std::string_view text) {
    N n{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc{} || end != text.data() + text.size()) throw load_error(fmt::format("'{}' is not a number in range", text));
    return n;
}

/// The choice with this name.
template <class E>
E choice_from(std::string_view name, std::initializer_list<E> all) {
    for (const E e : all)
        if (name_of(e) == name) return e;
    throw load_error(fmt::format("'{}' is not a name that stands there", name));
}

inline void value_from(std::string_view text, std::string& v) { v = text; }
inline void value_from(std::string_view text, int& v) { v = number_from<int>(text); }

inline void value_from(std::string_view text, bool& v) {
    if (text != "true" && text != "false") throw load_error(fmt::format("'{}' is neither true nor false", text));
    v = text == "true";
}

inline void value_from(std::string_view text, date& v) {
    const bool shape = text.size() == 10 && text[4] == '-' && text[7] == '-';
    if (!shape) throw load_error(fmt::format("'{}' is not a date", text));
    const auto month = number_from<unsigned>(text.substr(5, 2)), day = number_from<unsigned>(text.substr(8));
    if (month < 1 || month > 12 || day < 1 || day > 31) throw load_error(fmt::format("'{}' is not a date", text));
    v = date{std::chrono::year{static_cast<int>(number_from<unsigned>(text.substr(0, 4)))}, std::chrono::month{month}, std::chrono::day{day}};
}

inline void value_from(std::string_view text, time_of_day& v) {
    if (text.size() != 5 || text[2] != ':') throw load_error(fmt::format("'{}' is not a time", text));
    v = {static_cast<int>(number_from<unsigned>(text.substr(0, 2))), static_cast<int>(number_from<unsigned>(text.substr(3)))};
    if (v.hour > 23 || v.minute > 59) throw load_error(fmt::format("'{}' is not a time", text));
}

inline void value_from(std::string_view text, basis& v) { v = choice_from(text, {basis::stated, basis::derived, basis::uncertain, basis::corrected}); }
inline void value_from(std::string_view text, severity& v) { v = choice_from(text, {severity::note, severity::warning, severity::error}); }
inline void value_from(std::string_view text, minutes_status& v) { v = choice_from(text, {minutes_status::draft, minutes_status::approved}); }

inline void value_from(std::string_view text, attendance& v) {
    v = choice_from(text, {attendance::present, attendance::in_attendance, attendance::apologies, attendance::absent});
}

inline void value_from(std::string_view text, action_status& v) {
    using enum action_status;
    v = choice_from(text, {open, in_progress, proposed_for_closure, complete, closed, on_hold, superseded, withdrawn});
}

inline void value_from(std::string_view text, leaf::kind_type& v) {
    using enum leaf::kind_type;
    v = choice_from(text, {label, leaf::kind_type::value, prose, furniture, unparsed});
}

inline void value_from(std::string_view text, block::kind_type& v) {
    using enum block::kind_type;
    v = choice_from(text, {paragraph, list_item, cell});
}

}  // namespace minutes
