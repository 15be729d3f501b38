// SPDX-License-Identifier: Apache-2.0
#include <minutes/learn.hpp>

#include <utility>

#include "atomic.hpp"
#include "evidence.hpp"
#include "languages.hpp"
#include "pipeline.hpp"

namespace minutes {

namespace {

learnt_document learnt(parse_result r, const pipeline_notes& notes, const parse_options& options) {
    learnt_document out{std::move(r), {}};
    const meeting& m = out.document.meeting;
    if (!out.document.readable || m.languages.empty()) return out;  // our own formats name no words
    const lexicon& words = (options.style.words() ? *options.style.words() : default_lexicons()).of(m.languages);
    out.evidence = evidence_in(notes.read, m, words);
    return out;
}

}  // namespace

learnt_document learn_style(std::string_view bytes, const parse_options& options) {
    pipeline_notes notes;
    auto r = run_pipeline(bytes, options, &notes);
    return learnt(std::move(r), notes, options);
}

learnt_document learn_style_from_file(const std::filesystem::path& path, parse_options options) {
    pipeline_notes notes;
    auto r = run_pipeline_on_file(path, options, &notes);
    return learnt(std::move(r), notes, options);
}

write_result write_style(const std::filesystem::path& path, std::string_view toml) { return write_atomically(path, toml, existing_file::replace); }

}  // namespace minutes
