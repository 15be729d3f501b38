// SPDX-License-Identifier: Apache-2.0
// What was found out about the texts of one document while it is read.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "text.hpp"
#include "text_memo.hpp"
#include "word_splitter.hpp"

namespace minutes {

/// What is asked of one text by several grammars or parsers.  An answer depends on the text and the lexicon alone.
enum class question { dates, date, times, label, attendance_label, name_strength, sentences, roster_open, roster_one_each, roster_several, owner_and_date, columns };

/// The answers that were given; of one document, for one thread.
class reading_memo {
public:
    /// @param text  the document's, which outlives this
    explicit reading_memo(std::string_view text) : text_(text), small_(small_letters(text)) {}

    text_memo<split_words, 1024> words;

    /// The runs of the document's text, read when they are first asked for; null for a text so long that they would take too much.
    /// @param use  called once with each run
    template <class Use>
    const text_runs* runs(const Use& use) {
        if (!runs_ && text_.size() <= longest) {
            runs_.emplace(text_, small_.data());
            for (text_run& r : *runs_) use(r);
            runs_->join();
        }
        return runs_ ? &*runs_ : nullptr;
    }

    [[nodiscard]] bool has_runs_of(std::string_view piece) const { return text_.size() <= longest && stays(piece); }

    /// Where a piece of the document's text begins in it.
    [[nodiscard]] std::size_t place_of(std::string_view piece) const { return static_cast<std::size_t>(piece.data() - text_.data()); }

    /// Whether a text is a piece of the document's, where it stands.
    [[nodiscard]] bool stays(std::string_view piece) const { return !piece.empty() && in_text(piece); }

    /// The piece in small letters, where it is a piece of the document's text; else null.
    [[nodiscard]] const char* small_letters_of(std::string_view piece) const {
        return in_text(piece) ? small_.data() + (piece.data() - text_.data()) : nullptr;
    }

    template <class Answer>
    text_memo<Answer>& answers(question q) {
        auto& memo = answers_[static_cast<std::size_t>(q)];
        if (!memo) memo = std::make_shared<text_memo<Answer>>();
        return *static_cast<text_memo<Answer>*>(memo.get());
    }

private:
    static constexpr std::size_t longest = std::size_t{1} << 20;  // bytes of a text whose runs are kept

    [[nodiscard]] bool in_text(std::string_view piece) const {
        const std::less_equal<const char*> not_behind;  // pointers into two texts too
        return not_behind(text_.data(), piece.data()) && not_behind(piece.data() + piece.size(), text_.data() + text_.size());
    }

    std::string_view text_;
    std::string small_;
    std::optional<text_runs> runs_;
    std::array<std::shared_ptr<void>, static_cast<std::size_t>(question::columns) + 1> answers_;
};

}  // namespace minutes
