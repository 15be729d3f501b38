// SPDX-License-Identifier: Apache-2.0
// Stage: a document → words that stand where minutes have labels, column heads and references, and are not known as such.
#pragma once

#include <vector>

#include <minutes/learn.hpp>

#include "document.hpp"
#include "lexicon.hpp"

namespace minutes {

/// `m` is what was read of the document: its people and its year help to tell what cells and lines hold.
[[nodiscard]] std::vector<style_evidence> evidence_in(const document& d, const meeting& m, const lexicon& words);

// ── table_evidence.cpp ──
/// Heads of columns of actions, and the shapes of their references.
void add_table_evidence(const document& d, const meeting& m, const lexicon& words, std::vector<style_evidence>& out);

// ── label_evidence.cpp ──
/// Labels before lists of people and before tasks.
void add_label_evidence(const document& d, const meeting& m, const lexicon& words, std::vector<style_evidence>& out);

/// Counts one more for the phrase; the first example stays.
void count_evidence(std::vector<style_evidence>& out, const style_evidence& one);

}  // namespace minutes
