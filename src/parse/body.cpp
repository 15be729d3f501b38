// SPDX-License-Identifier: Apache-2.0
// The body that met: as the title names it, or the letterhead where the title says only "Parish Council".
#include "body_name.hpp"
#include "navigation.hpp"
#include "parser.hpp"

namespace minutes {

void parser::read_body(std::size_t body) {
    const auto take = [&](const joined_text& j, const body_finding& f, const char* rule) {
        spans where;
        for (const span s : f.name)
            for (const span piece : j.source(s.begin, s.end)) where.push_back(piece);
        m.body = stated(words_at(where), where, rule);
    };
    if (!m.title.spans.empty()) {
        const auto j = join(m.title.spans);
        if (const auto f = match_body_in_title(j.text(), words); f && f->distinct) {
            take(j, *f, "body-in-title");
            return;
        }
    }
    for (std::size_t i = 0; i < body; ++i) {
        const auto& b = laid.blocks[i];
        if (b.look.part == document_block::part_type::metadata || b.in_cell) continue;
        if (b.kind != laid_block::kind_type::line && b.kind != laid_block::kind_type::furniture) continue;
        const auto j = join(b.text);
        if (is_navigation(j.text(), words)) continue;
        const auto f = match_body_line(j.text(), words);
        if (!f || !f->distinct) continue;
        take(j, *f, "body-in-letterhead");
        return;
    }
}

}  // namespace minutes
