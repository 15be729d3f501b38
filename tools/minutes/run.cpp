// SPDX-License-Identifier: Apache-2.0
#include "run.hpp"

#include <csignal>
#include <exception>

#include <fmt/format.h>

#include "commands.hpp"
#include "console.hpp"
#include "options.hpp"
#include "text.hpp"

namespace cli {

namespace {

status run_command(const options& o, console& c) {
    if (o.asks_for_formats()) return list_formats(o, c);
    switch (o.command) {
        case command::convert: return convert(o, c);
        case command::register_: return make_register(o, c);
        case command::check: return check(o, c);
        case command::show: return show(o, c);
        case command::trace: return trace(o, c);
        case command::score: return score(o, c);
        case command::explain: return explain(o, c);
        case command::import: return import(o, c);
        case command::read_for_import: return read_for_import(o, c);
        case command::search: return search(o, c);
        case command::style: return learn_style(o, c);
        case command::site: return make_site(o, c);
        case command::none: break;
    }
    return status::done;
}

status run_guarded(int argc, char* argv[], console& c) {
    try {
        const request r = read_options(argc, argv, c);
        return r.left_with ? *r.left_with : run_command(r.options, c);
    } catch (const std::exception& e) {
        c.tell(fmt::format("minutes: internal error: {}\n", e.what()));
        return status::internal;
    }
}

}  // namespace

status status_of(const minutes::parse_result& r, console& c) {
    status worst = r.readable ? status::done : status::unreadable;
    const auto check_whole = [&](const minutes::meeting& m) {
        const minutes::coverage kept = minutes::measure_coverage(m);
        if (kept.lost == 0 && kept.doubled == 0) return;
        c.tell(fmt::format("{}: internal error: {} lost, {} doubled; please report it\n", visible(m.source.name), counted(kept.lost, "character"),
                           number(kept.doubled)));
        worst = status::internal;
    };
    check_whole(r.meeting);
    for (const auto& m : r.more) check_whole(m);
    return worst;
}

status run(int argc, char* argv[]) {
    std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is noticed when writing, and is no crash
    std::signal(SIGXFSZ, SIG_IGN);  // as is a file that may not grow
    console c;
    const status done = run_guarded(argc, argv, c);
    return worse(done, c.finish());
}

}  // namespace cli
