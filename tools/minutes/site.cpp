// SPDX-License-Identifier: Apache-2.0
#include <minutes/site.hpp>

#include <fmt/format.h>

#include "commands.hpp"
#include "outputs.hpp"
#include "text.hpp"

namespace cli {

status make_site(const options& o, console& c) {
    const auto opened = minutes::open_archive(o.archive, minutes::archive_access::read);
    if (!opened.ok()) {
        c.tell(fmt::format("minutes: {}: cannot read {}: {}\n", paint(c.err(), style::red, "error"), visible(o.archive), visible(opened.message)));
        return status::unreadable;
    }
    const auto made = minutes::write_site(opened.archive, o.output, {o.site_title, !o.only_public, o.writing.as_at});
    if (!made.ok()) return tell_unwritable(made.message, c);
    if (!o.quiet) c.tell(fmt::format("wrote {}: {} of {}\n", visible(o.output), counted(made.pages, "page"), counted(made.meetings, "meeting")));
    return status::done;
}

}  // namespace cli
