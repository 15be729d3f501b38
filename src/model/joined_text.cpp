// SPDX-License-Identifier: Apache-2.0
#include "joined_text.hpp"

#include <algorithm>

namespace minutes {

namespace {
bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n'; }
}  // namespace

joined_text::joined_text(std::string_view source, const spans& where) : source_(source) {
    if (where.size() <= 1) {
        if (!where.empty()) only_ = where.front();
        return;
    }
    pieces_.reserve(where.size());
    for (const span& s : where) {
        if (!text_.empty()) text_ += ' ';
        pieces_.push_back({text_.size(), s});
        text_ += source.substr(s.begin, s.size());
    }
}

joined_words::joined_words(std::string_view source, const spans& where) {
    if (where.size() == 1) {
        std::string_view::operator=(source.substr(where[0].begin, where[0].size()));
    } else if (!where.empty()) {
        own_ = std::make_shared<const std::string>(joined_text(source, where).text());
        std::string_view::operator=(*own_);
    }
}

spans joined_text::source(std::size_t begin, std::size_t end) const {
    spans out;
    const auto all = text();
    const auto take = [&](const piece& p) {
        std::size_t from = std::max(begin, p.at);
        std::size_t to = std::min(end, p.at + p.where.size());
        while (from < to && is_white(all[from])) ++from;
        while (to > from && is_white(all[to - 1])) --to;
        if (from < to)
            out.push_back({static_cast<std::uint32_t>(p.where.begin + (from - p.at)),
                           static_cast<std::uint32_t>(p.where.begin + (to - p.at))});
    };
    if (pieces_.empty()) take({0, only_});
    else std::for_each(pieces_.begin(), pieces_.end(), take);
    return out;
}

span trimmed(std::string_view source, span where) {
    while (!where.empty() && is_white(source[where.begin])) ++where.begin;
    while (!where.empty() && is_white(source[where.end - 1])) --where.end;
    return where;
}

}  // namespace minutes
