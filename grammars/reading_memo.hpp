// SPDX-License-Identifier: Apache-2.0
// What was found out about the texts of one document while it is read.
#pragma once

#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include "text.hpp"
#include "text_memo.hpp"

namespace minutes {

/// What is asked of one text by several grammars or parsers.  An answer depends on the text and the lexicon alone.
enum class question { dates, date, times, label, attendance_label, name_strength, sentences, roster_open, roster_one_each, roster_several, owner_and_date, columns };

/// The answers that were given; of one document, for one thread.
class reading_memo {
public:
    text_memo<std::vector<word>, 1024> words;

    template <class Answer>
    text_memo<Answer>& answers(question q) {
        auto& memo = answers_[static_cast<std::size_t>(q)];
        if (!memo) memo = std::make_shared<text_memo<Answer>>();
        return *static_cast<text_memo<Answer>*>(memo.get());
    }

private:
    std::array<std::shared_ptr<void>, static_cast<std::size_t>(question::columns) + 1> answers_;
};

}  // namespace minutes
