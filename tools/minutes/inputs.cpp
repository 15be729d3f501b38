// SPDX-License-Identifier: Apache-2.0
#include "inputs.hpp"

#include <minutes/public_copy.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "diagnostic_text.hpp"
#include "text.hpp"

namespace cli {

namespace {

namespace fs = std::filesystem;

std::string lower_extension(const fs::path& path) {
    std::string ending = path.extension().string();
    if (!ending.empty()) ending.erase(0, 1);
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

std::set<std::string> readable_extensions() {
    std::set<std::string> out;
    for (const auto& format : minutes::input_formats()) {
        if (!format.in_folders) continue;
        std::istringstream words{std::string(format.extensions)};
        out.insert(std::istream_iterator<std::string>(words), {});
    }
    return out;
}

/// Collects what is found and remembers what was passed over.
class finder {
public:
    explicit finder(console& c) : console_(c) {}

    void add(const std::string& name) {
        std::error_code none;
        if (name != standard_input && fs::is_directory(name, none)) add_folder(name);
        else add_file(name);
    }

    void add_folder(const std::string& name) {
        const std::size_t before = list.paths.size(), skipped = skipped_, links = links_, odd = odd_;
        walk(name);
        if (links_ > links) console_.tell(fmt::format("{}: {} not followed\n", visible(name), counted(links_ - links, "symbolic link")));
        if (odd_ > odd) console_.tell(fmt::format("{}: {} left out: a pipe, a socket or a device is no document\n", visible(name), counted(odd_ - odd, "entry", "entries")));
        if (skipped_ > skipped) console_.tell(fmt::format("{}: {} left out: no reader for {}\n", visible(name), counted(skipped_ - skipped, "file"), endings()));
        if (list.paths.size() == before) fail(name, "no minutes in this folder");
    }

    input_list list;

private:
    void add_file(const std::string& path) {
        if (seen_.insert(fs::path(path).lexically_normal().string()).second) list.paths.push_back(path);
    }

    void walk(const fs::path& folder) {
        std::error_code error;
        std::vector<fs::directory_entry> entries;
        for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) entries.push_back(*it);
        if (error) return fail(folder.string(), error.message());
        std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
        for (const auto& e : entries) visit(e);
    }

    void visit(const fs::directory_entry& e) {
        std::error_code none;
        if (e.path().filename().native().front() == '.') return;
        if (e.is_symlink(none)) return void(++links_);
        if (e.is_directory(none)) return walk(e.path());
        if (!e.is_regular_file(none)) return void(++odd_);
        if (extensions_.count(lower_extension(e.path()))) return add_file(e.path().string());
        ++skipped_;
        skipped_endings_.insert(lower_extension(e.path()));
    }

    void fail(const std::string& name, std::string_view why) {
        console_.tell(fmt::format("{}: error: {}\n", visible(name), why));
        list.status = status::unreadable;
    }

    std::string endings() const {
        std::vector<std::string> out;
        for (const auto& e : skipped_endings_) out.push_back(e.empty() ? "files without an ending" : "." + visible(e));
        return fmt::format("{}", fmt::join(out, ", "));
    }

    console& console_;
    std::set<std::string> extensions_ = readable_extensions();
    std::set<std::string> seen_;
    std::set<std::string> skipped_endings_;
    std::size_t skipped_ = 0, links_ = 0, odd_ = 0;
};

}  // namespace

input_list find_inputs(const std::vector<std::string>& named, console& c) {
    finder f(c);
    for (const std::string& name : named) f.add(name);
    std::error_code none;
    f.list.one = named.size() == 1 && (named[0] == standard_input || !fs::is_directory(named[0], none));
    return std::move(f.list);
}

std::string read_standard_input() {
    std::ios::sync_with_stdio(false);
    return {std::istreambuf_iterator<char>(std::cin), {}};
}

minutes::parse_result read_input(const std::string& path, minutes::parse_options reading) {
    if (path != standard_input) return minutes::parse_file(path, std::move(reading));
    reading.name = "<stdin>";
    return minutes::parse(read_standard_input(), reading);
}

input_reading read_input(const std::string& path, const options& o) {
    input_reading r{read_input(path, o.reading), {}};
    r.stale = minutes::apply(o.corrections, r.document);
    if (o.only_public) r.document = minutes::public_copy(r.document);
    return r;
}

void tell_stale(const std::vector<minutes::diagnostic>& stale, const options& o, console& c) {
    for (const auto& d : stale) c.tell(diagnostic_line(fmt::format("{}:{}:{}", visible(o.corrections_file), d.place.line, d.place.column), d, c.err()));
}

}  // namespace cli
