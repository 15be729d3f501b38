// SPDX-License-Identifier: Apache-2.0
#include "import_plan.hpp"

#include <chrono>
#include <cstdint>

#include <sys/stat.h>

#include <fmt/format.h>

#include <minutes/corrections.hpp>

namespace cli {

namespace {

/// FNV-1a: tells one house style from another, for nobody's harm.
std::uint64_t print_of(std::string_view bytes) {
    std::uint64_t h = 0xCBF29CE484222325;
    for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return h;
}

std::string limits_in(const minutes::reading_limits& l) {
    return fmt::format("{},{},{},{},{},{},{},{},{},{}", l.file, l.inflated, l.ratio, l.entries, l.depth, l.cells, l.pages, l.seconds, l.memory, l.output);
}

/// What all readings depend on beside their documents: the program and the options that were given.
std::string read_with(const options& o) {
    std::string out = "minutes " MINUTES_VERSION;
    const auto& r = o.reading;
    const minutes::parse_options plain;
    if (!r.format.empty()) out += " --from " + r.format;
    if (r.order) out += fmt::format(" --date-order {}", static_cast<int>(*r.order));
    if (r.reading.changes != plain.reading.changes) out += " --changes original";
    if (r.reading.ocr != plain.reading.ocr) out += fmt::format(" --ocr {}", static_cast<int>(r.reading.ocr));
    if (!r.languages.empty()) out += fmt::format(" --language {}", fmt::join(r.languages, ","));
    if (!o.style_bytes.empty()) out += fmt::format(" --style {:016x}", print_of(o.style_bytes));
    if (limits_in(r.reading.limits) != limits_in(plain.reading.limits)) out += " --max-… " + limits_in(r.reading.limits);
    return out;
}

/// The same of one document: what the corrections say of it.
std::string read_with(const options& o, const minutes::archived_document& d) {
    const std::string print = minutes::print_for(o.corrections, d.name, d.sha256);
    return print.empty() ? read_with(o) : read_with(o) + " --corrections " + print;
}

/// A file that changed a moment ago may change again within the same tick of its clock: its time then tells nothing.
std::int64_t reliable(std::int64_t modified) {
    constexpr std::int64_t moment = 2'000'000'000;
    const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    return modified > now - moment ? 0 : modified;
}

}  // namespace

import_file plan_file(const minutes::archive& archive, const std::string& path, const options& o) {
    using need = import_file::need_type;
    import_file f{path, 0, {}, need::reading};
    f.document.name = archive.name_for(path);
    struct stat s {};
    if (::stat(path.c_str(), &s) == 0) {
        f.document.size = static_cast<std::uint64_t>(s.st_size);
        f.document.modified = reliable(std::int64_t{s.st_mtim.tv_sec} * 1'000'000'000 + s.st_mtim.tv_nsec);
    }
    const auto known = archive.find_document(f.document.name);
    const bool same_time = known && !known->sha256.empty() && known->size == f.document.size && known->modified && known->modified == f.document.modified;
    f.document.sha256 = same_time ? known->sha256 : minutes::sha256_of_file(path);
    f.document.read_with = read_with(o, f.document);
    const bool again = !known || known->sha256.empty() || known->read_with != f.document.read_with || known->sha256 != f.document.sha256 ||
                       (o.retry && known->outcome != minutes::archived_document::outcome_type::read);
    if (again) return f;
    f.document.outcome = known->outcome;
    f.document.reason = known->reason;
    f.need = same_time ? need::nothing : need::new_time;
    return f;
}

}  // namespace cli
