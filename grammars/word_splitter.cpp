// SPDX-License-Identifier: Apache-2.0
#include "word_splitter.hpp"

#include <algorithm>

#include "bytes.hpp"

namespace minutes {

namespace {

/// Of a character beyond ASCII.
bool is_letter_or_digit(utf8proc_int32_t c) {
    if (c < 0) return false;
    switch (utf8proc_category(c)) {
        case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NO:
            return true;
        default: return false;
    }
}

char mark_of(std::string_view text, std::size_t at) {
    if (is_ascii(text[at]) || text.size() - at < 3) return text[at];
    return straight_mark(text.substr(at));
}

/// What the letters of a word say.
struct letter_case {
    int letters = 0, capitals = 0;
    bool first_capital = false, digits = false;

    void add(std::uint8_t kind) {
        first_capital |= kind == capital && letters == 0;
        capitals += kind == capital;
        letters += (kind & letter) != 0;
        digits |= kind == figure;
    }
};

/// The kind of a character beyond ASCII.
std::uint8_t kind_beyond_ascii(utf8proc_int32_t c) {
    switch (c < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(c)) {
        case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LT: return capital;
        case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LO: return small;
        case UTF8PROC_CATEGORY_ND: return figure;
        default: return other;
    }
}

/// Whether the first letter of a run of ASCII is a capital.
bool starts_capital(std::string_view own) {
    for (const char c : own)
        if (kind_of(c) & letter) return kind_of(c) == capital;
    return false;
}

/// "deZwaan", "d'Amato": a surname whose particle is written in small letters and joined to it.
bool joins_particle(std::string_view own) {
    for (const std::string_view particle : {"de", "di", "da", "du", "van", "von", "la", "le", "d'", "d\u2019", "o'", "o\u2019"}) {
        if (!own.starts_with(particle) || own.size() < particle.size() + 3 || kind_of(own[particle.size()]) != capital) continue;
        const auto rest = own.substr(particle.size() + 1);
        return std::all_of(rest.begin(), rest.end(), [](char c) { return kind_of(c) == small; });
    }
    return false;
}

/// Sets what the letters of a word say that are not all ASCII.
void set_case(word& w, std::string_view own) {
    letter_case k;
    std::size_t size = 0;
    for (std::size_t i = 0; i < own.size(); i += size) {
        const auto c = code_point_at(own, i, size);
        k.add(is_ascii(own[i]) ? kind_of(own[i]) : kind_beyond_ascii(c));
    }
    w.capital = k.first_capital || joins_particle(own);
    w.upper = k.letters >= 2 && k.capitals == k.letters;
    w.digits = k.digits;
}

/// Whether letters of these kinds are two or more capitals and no others.
bool is_upper(std::string_view own, unsigned kinds) {
    return (kinds & small) == 0 && std::count_if(own.begin(), own.end(), [](char c) { return kind_of(c) == capital; }) >= 2;
}

/// Where the run of ASCII letters and figures that starts at `i` ends; `kinds` are those of its bytes.
std::size_t end_of_plain_word(std::string_view text, std::size_t i, unsigned& kinds) {
    kinds = 0;
    for (unsigned kind = 0; i < text.size() && ((kind = kind_of(text[i])) & word_part) != 0; ++i) kinds |= kind;
    return i;
}

/// Whether the colon at byte `at` stands between a small letter and a capital.
bool parts_label(std::string_view text, std::size_t at) {
    return at > 0 && at + 1 < text.size() && kind_of(text[at - 1]) == small && kind_of(text[at + 1]) == capital;
}

bool is_stop(char c) { return c == '.' || c == '?' || c == '!'; }
bool is_closing(char c) { return c == ')' || c == '"' || c == '\'' || c == ']'; }

}  // namespace

/// Reads the runs of one text.
class run_reader {
public:
    /// @param small  where the text's bytes stand in small letters; null: they are put to `own_small`
    /// @param beyond_ascii  gets the folded forms that are not the text in small letters
    run_reader(std::string_view text, const char* small, char* own_small, std::forward_list<std::string>& beyond_ascii)
        : text_(text), small_(small ? small : own_small), own_small_(small ? nullptr : own_small), beyond_ascii_(beyond_ascii) {}

    /// The run that starts at byte `i`, which is no white space.
    text_run at(std::size_t i) {
        text_run r;
        r.begin = static_cast<std::uint32_t>(i);
        unsigned kinds = 0;
        const std::size_t plain = end_of_plain_word(text_, i, kinds);
        if (plain > i && (plain == text_.size() || is_white(text_[plain]))) {
            r.has_word = true;
            set_ascii(r.own, i, plain, kinds);
            r.own.plain = !(kinds & figure);
            end_run(r, plain);
        } else {
            read_marked(r, i);
        }
        return r;
    }

private:
    /// A run that is not of letters and figures alone: the punctuation is taken off both its ends.
    void read_marked(text_run& r, std::size_t i) {
        std::size_t end = i, first = i, last = i, size = 0;
        unsigned kinds = 0;
        bool seen = false;
        for (std::uint8_t kind = other; end < text_.size() && (kind = kind_of(text_[end])) != white; end += size) {
            size = 1;
            kinds |= kind;
            if (kind & word_part) {
                if (!seen) first = end;
                seen = true;
                while (end + size < text_.size() && (kind_of(text_[end + size]) & word_part)) ++size;
                last = end + size;
            } else if (kind == beyond_ascii && is_letter_or_digit(code_point_at(text_, end, size))) {
                if (!seen) first = end;
                seen = true;
                last = end + size;
            } else if (text_[end] == ':' && last == end && parts_label(text_, end)) {
                ++end;  // "Apologies:Ann Bell": a blank was left out
                break;
            } else if (!seen && mark_of(text_, end)) {
                r.own.before = mark_of(text_, end);
            }
        }
        r.ascii = !(kinds & beyond_ascii);
        r.has_word = seen;
        if (seen) {
            const char before = r.own.before;
            set_word(r.own, first, last);
            r.own.before = before;
            r.own.after = r.after_alone = last < end ? mark_of(text_, last) : '\0';
            for (std::size_t k = last; k < end; ++k)
                if (is_closing(r.after_alone) && is_stop(text_[k])) r.after_alone = text_[k];
        } else {
            r.mark = mark_of(text_, i);
        }
        end_run(r, end);
    }

    /// Sets what stands behind a run.
    void end_run(text_run& r, std::size_t end) {
        r.end = static_cast<std::uint32_t>(end);
        r.tab = end < text_.size() && text_[end] == '\t';
        for (; end < text_.size() && is_white(text_[end]); ++end)
            if (text_[end] == '\n' && r.line_end == text_run::no_line_end) r.line_end = static_cast<std::uint32_t>(end);
        r.next = static_cast<std::uint32_t>(end);
    }

    /// Sets the word at [begin, end), which holds no white space.
    void set_word(word& w, std::size_t begin, std::size_t end) {
        const auto own = text_.substr(begin, end - begin);
        unsigned kinds = 0;
        bool plain = true;
        for (const char c : own) {
            kinds |= kind_of(c);
            plain &= (kind_of(c) & letter) != 0;
        }
        if (!(kinds & beyond_ascii)) {
            set_ascii(w, begin, end, kinds);
            w.plain = plain;
            return;
        }
        w.begin = begin;
        w.end = end;
        w.folded = std::string_view(beyond_ascii_.emplace_front(fold(own)));
        set_case(w, own);
    }

    /// Sets a word of ASCII whose bytes are of these kinds.
    void set_ascii(word& w, std::size_t begin, std::size_t end, unsigned kinds) {
        const auto own = text_.substr(begin, end - begin);
        w.begin = begin;
        w.end = end;
        if (own_small_)
            for (std::size_t i = begin; i < end; ++i) own_small_[i] = to_small(text_[i]);
        w.folded = std::string_view(small_ + begin, end - begin);
        w.digits = (kinds & figure) != 0;
        if (!(kinds & capital)) return;
        w.capital = starts_capital(own) || joins_particle(own);
        w.upper = is_upper(own, kinds);
    }

    std::string_view text_;
    const char* small_;
    char* own_small_;
    std::forward_list<std::string>& beyond_ascii_;
};

text_runs::text_runs(std::string_view text, const char* small) : text_(text) {
    run_reader reader(text, small, nullptr, beyond_ascii_);
    runs_.reserve(text.size() / 5 + 1);
    places_.reserve(text.size() / place + 1);
    for (std::size_t i = 0; i < text.size();) {
        if (is_white(text[i])) {
            ++i;
            continue;
        }
        runs_.push_back(reader.at(i));
        while (places_.size() * place <= i) places_.push_back(static_cast<std::uint32_t>(runs_.size() - 1));
        i = runs_.back().next;
    }
}

const text_run* text_runs::from(std::size_t at) const {
    const std::size_t p = at / place;
    const text_run* r = p < places_.size() ? runs_.data() + places_[p] : end();
    while (r != end() && r->begin < at) ++r;
    return r;
}

/// Puts the words of one text together.
class word_splitter {
public:
    word_splitter(std::string_view text, std::size_t most) : text_(text), most_(most) {
        constexpr std::size_t usual = 6, at_least = 4;  // bytes of a word with its blank
        out_.all_.reserve(std::min(most, text.size() / (text.size() < 4096 ? at_least : usual) + 1));
    }

    split_words split(const char* small) && {
        if (!small) out_.small_ = std::make_unique_for_overwrite<char[]>(text_.size());
        run_reader reader(text_, small, out_.small_.get(), out_.beyond_ascii_);
        for (std::size_t i = 0; i < text_.size();) {
            if (is_white(text_[i])) {
                ++i;
                continue;
            }
            const text_run r = reader.at(i);
            if (!take(r, 0)) break;
            i = r.next;
        }
        return std::move(out_);
    }

    /// All words of a text that is taken apart into runs already.
    std::vector<word> join(text_runs& runs) && {
        for (text_run& r : runs) {
            r.words_before = static_cast<std::uint32_t>(out_.all_.size());
            take(r, 0);
        }
        return std::move(out_.all_);
    }

    /// The words of a text that stands from byte `begin` in one that is taken apart.  Runs that it cuts are read anew; between its
    /// first and its last word all is as in the whole text.
    split_words split(const char* small, const text_runs& runs, std::size_t begin) && {
        run_reader reader(text_, small, nullptr, out_.beyond_ascii_);
        const std::size_t end = begin + text_.size();
        const text_run *r = runs.from(begin), *last = last_whole(runs, r, end);
        for (std::size_t i = 0; i < text_.size();) {
            if (is_white(text_[i])) {
                ++i;
                continue;
            }
            while (r < last && r->begin < begin + i) ++r;
            if (r >= last || r->begin != begin + i) {
                const text_run cut = reader.at(i);
                if (!take(cut, 0)) break;
                i = cut.next;
                continue;
            }
            if (!take_all(runs, r, last, begin)) break;
            i = last[-1].next - begin;
            r = last;
        }
        return std::move(out_);
    }

private:
    /// Behind the last run from `first` on that stands whole in the first `end` bytes of its text.
    static const text_run* last_whole(const text_runs& runs, const text_run* first, std::size_t end) {
        constexpr std::size_t odd = 2;  // bytes behind a mark beyond ASCII that its reading depends on
        const text_run* last = runs.from(end);
        while (last > first && last[-1].end + (last[-1].ascii ? 0 : odd) > end) --last;
        return last;
    }

    /// Takes the runs [r, last) of a text whose byte `shift` is the first of this one.  False when there are enough words.
    bool take_all(const text_runs& runs, const text_run* r, const text_run* last, std::size_t shift) {
        // The first word, with the marks that stand alone before and behind it.
        for (bool seen = false; r < last && !(seen && r->has_word); ++r) {
            seen |= r->has_word;
            if (!take(*r, shift)) return false;
        }
        const text_run* of_last = last;
        while (of_last > r && !of_last[-1].has_word) --of_last;
        if (of_last > r) {
            --of_last;
            const word* const from = runs.word_at(*r);
            const word* const to = runs.word_at(*of_last);
            auto& all = out_.all_;
            for (const word* w = from; w != to; ++w) {
                if (all.size() == most_) return false;
                word& own = all.emplace_back(*w);
                own.begin -= shift;
                own.end -= shift;
            }
            before_ = to->before;
            r = of_last;
        }
        for (; r < last; ++r)
            if (!take(*r, shift)) return false;
        return true;
    }

    /// Takes a run of a text whose byte `shift` is the first of this one.  False when there are enough words.
    bool take(const text_run& r, std::size_t shift) {
        auto& all = out_.all_;
        const std::size_t end = shift + text_.size();
        if (r.has_word) {
            if (all.size() == most_) return false;
            word& w = all.emplace_back(r.own);
            w.begin -= shift;
            w.end -= shift;
            if (!w.before) w.before = before_;
            if (!w.before) w.after = r.after_alone;  // "(SH)." ends a sentence as "SH." does
            if (!w.after && r.tab && r.end < end) w.after = '\t';
            before_ = 0;
        } else {
            if (r.own.before) before_ = r.own.before;
            if (!all.empty() && !all.back().after) all.back().after = r.mark;  // a mark that stands alone: " - "
        }
        if (r.line_end < end && !all.empty() && !all.back().after) all.back().after = '\n';
        return true;
    }

    std::string_view text_;
    std::size_t most_;
    char before_ = 0;  // the last mark since the word before
    split_words out_;
};

void text_runs::join() { words_ = word_splitter(text_, text_.size()).join(*this); }

split_words words_in(std::string_view text, std::size_t most) { return word_splitter(text, most).split(nullptr); }

split_words words_in(std::string_view text, const char* small, std::size_t most) { return word_splitter(text, most).split(small); }

split_words words_in(std::string_view text, const char* small, const text_runs& runs, std::size_t begin, std::size_t most) {
    return word_splitter(text, most).split(small, runs, begin);
}

}  // namespace minutes
