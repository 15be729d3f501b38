// SPDX-License-Identifier: Apache-2.0
#include "package.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <zip.h>

namespace minutes {

namespace {

constexpr std::size_t always_allowed = std::size_t{1} << 20;  // a small part may be packed as well as it likes
constexpr std::size_t piece = std::size_t{1} << 16;

std::string folded(std::string_view name) {
    std::string out(name);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

inflated_part inflate_from_directory(zip_t* archive, std::size_t index, std::size_t claimed, std::size_t most) {
    inflated_part out;
    out.bytes.reserve(claimed + piece);
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen_index(archive, index, 0), zip_fclose);
    out.whole = file != nullptr;
    while (file) {
        const std::size_t before = out.bytes.size();
        out.bytes.resize(before + piece);
        const auto got = zip_fread(file.get(), out.bytes.data() + before, piece);
        out.bytes.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
        if (got < 0) out.whole = false;
        out.too_large = out.bytes.size() > most;
        if (got <= 0 || out.too_large) break;
    }
    return out;
}

}  // namespace

package::package(std::string_view bytes, const reading_limits& limits) : bytes_(bytes), limits_(limits) {
    if (open(ZIP_CHECKCONS)) {
        read_directory();
        return;
    }
    const bool directory = open(0);
    if (directory) read_directory();
    if (entries_.empty() && diagnostics.empty()) salvage();
    if (!entries_.empty())
        report("damaged-file", severity::warning, directory ? "the file's directory contradicts its parts; the directory was followed"
                                                            : "the file is cut or damaged; the parts that could be found were read",
               "Compare the reading with a sound copy of the file.");
    else if (diagnostics.empty())
        report("cannot-read", severity::error, "the file is damaged, and no part of it could be found", "Look for a sound copy of the file.");
}

bool package::open(int flags) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, &error);
    zip_t* opened = source ? zip_open_from_source(source, ZIP_RDONLY | flags, &error) : nullptr;
    if (source && !opened) zip_source_free(source);
    zip_error_fini(&error);
    archive_ = {opened, [](zip_t* z) { if (z) zip_discard(z); }};
    return opened != nullptr;
}

void package::read_directory() {
    const auto count = static_cast<std::size_t>(std::max<zip_int64_t>(zip_get_num_entries(archive_.get(), 0), 0));
    if (count > limits_.entries)
        return report("limit-reached", severity::error, fmt::format("the file holds {} parts; {} are allowed", count, limits_.entries), "--max-entries allows more.");
    for (std::size_t i = 0; i < count; ++i) {
        zip_stat_t s;
        zip_stat_init(&s);
        if (zip_stat_index(archive_.get(), i, 0, &s) != 0 || !(s.valid & ZIP_STAT_NAME)) continue;
        const bool encrypted = (s.valid & ZIP_STAT_ENCRYPTION_METHOD) && s.encryption_method != ZIP_EM_NONE;
        add(s.name, {i, {}, std::min<std::size_t>(s.comp_size, bytes_.size()), s.size, encrypted});
    }
}

void package::salvage() {
    for (auto& found : find_zip_parts(bytes_, limits_.entries)) {
        const bool encrypted = found.encrypted;
        const std::size_t packed = found.size;
        std::string name = found.name;
        add(std::move(name), {0, std::move(found), packed, 0, encrypted});
    }
}

void package::add(std::string name, entry e) {
    if (!entries_.emplace(folded(name), std::move(e)).second)
        return report("damaged-file", severity::warning, fmt::format("the file holds two parts named '{}'; the first was read", name), "Look for a sound copy of the file.");
    names_.push_back(std::move(name));
}

inflated_part package::inflate(const entry& e, std::size_t most) const {
    if (e.claimed > most) return {{}, true, true};
    return e.found ? inflate_salvaged(bytes_, *e.found, most) : inflate_from_directory(archive_.get(), e.index, e.claimed, most);
}

std::optional<std::string> package::part(std::string_view name) {
    const auto at = entries_.find(folded(name));
    if (at == entries_.end()) return {};
    const entry& e = at->second;
    if (e.encrypted) {
        report("encrypted", severity::error, fmt::format("'{}' is encrypted", name), "Save the document without a password.");
        return {};
    }
    const std::size_t left = limits_.inflated - std::min(inflated_, limits_.inflated);
    const std::size_t by_ratio = e.packed > limits_.inflated / std::max<std::size_t>(limits_.ratio, 1) ? limits_.inflated : always_allowed + limits_.ratio * e.packed;
    auto got = inflate(e, std::min(left, by_ratio));
    inflated_ += got.bytes.size();
    if (got.too_large) {
        const bool total = left < by_ratio;
        report("limit-reached", severity::error,
               total ? fmt::format("'{}' would bring the inflated parts above {} bytes", name, limits_.inflated)
                     : fmt::format("'{}' inflates to more than {} times its size in the file", name, limits_.ratio),
               total ? "--max-inflated allows more." : "--max-ratio allows more.");
        return {};
    }
    if (!got.whole) {
        report("damaged-file", severity::warning, fmt::format("'{}' is damaged; what could be read of it was read", name), "Compare the reading with a sound copy of the file.");
        if (got.bytes.empty()) return {};
    }
    return std::move(got.bytes);
}

void package::report(std::string code, severity s, std::string message, std::string hint) {
    diagnostics.push_back({std::move(code), s, {}, {}, std::move(message), std::move(hint)});
}

}  // namespace minutes
