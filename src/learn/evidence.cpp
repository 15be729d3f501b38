// SPDX-License-Identifier: Apache-2.0
#include "evidence.hpp"

#include <algorithm>

namespace minutes {

std::vector<style_evidence> evidence_in(const document& d, const meeting& m, const lexicon& words) {
    std::vector<style_evidence> out;
    add_table_evidence(d, m, words, out);
    add_label_evidence(d, m, words, out);
    for (style_evidence& e : out) e.document = d.source.name;
    return out;
}

void count_evidence(std::vector<style_evidence>& out, const style_evidence& one) {
    const auto same = std::find_if(out.begin(), out.end(), [&](const style_evidence& e) { return e.section == one.section && e.key == one.key && e.phrase == one.phrase; });
    if (same == out.end()) {
        out.push_back(one);
        return;
    }
    same->fits += one.fits;
    same->seen += one.seen;
}

}  // namespace minutes
