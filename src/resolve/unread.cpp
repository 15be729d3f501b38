// SPDX-License-Identifier: Apache-2.0
// Words that were set aside as a value and gave none ("31 February") are no value: the text and its leaves keep
// them, a diagnostic names them, and the model has nothing there, as where nothing is said.
#include "fields.hpp"
#include "resolve.hpp"

namespace minutes {

namespace {

struct forget_ungiven {
    void operator()(const char*, std::string&) const {}
    void operator()(const char*, spans&) const {}
    template <class E>
        requires std::is_enum_v<E>
    void operator()(const char*, E&) const {}
    template <class T>
    void operator()(const char*, traced<T>& t) const {
        if (!t.given()) t = {};
    }
    template <class T>
    void operator()(const char*, std::vector<T>& all) const {
        for (T& x : all) each_field(x, *this);
    }
    template <class T>
    void operator()(const char*, T& part) const { each_field(part, *this); }
};

}  // namespace

void forget_unread(meeting& m) {
    for (action& a : m.actions)
        if (!a.due.text.given() && !a.due.date.given() && !a.due.date.spans.empty())
            a.due.text = {words_of(m, a.due.date.spans), a.due.date.spans, basis::stated, "due-as-written", {}};
    each_head_field(m, forget_ungiven{});
    each_list(m, forget_ungiven{});
}

}  // namespace minutes
