// SPDX-License-Identifier: Apache-2.0
// The program as its own helper: reads one document after the other for an import, within limits, and may come to any end.
#include <algorithm>
#include <csignal>
#include <exception>
#include <new>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/prctl.h>
#endif

#include <minutes/write.hpp>

#include "commands.hpp"
#include "inputs.hpp"
#include "reading_message.hpp"

namespace cli {

namespace {

/// The pipes of the import, kept apart from what others write to standard output.
struct pipes {
    int requests = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    int answers = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    pipes() {
        const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
        for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, fd);
        ::close(nothing);
    }
};

/// Memory: the soft limit alone, since a helper program has one of its own.
void limit_memory(std::size_t bytes) {
#if defined(__SANITIZE_ADDRESS__)
    static_cast<void>(bytes);  // the sanitizer takes more addresses for itself than any limit leaves
#else
    rlimit memory{};
    ::getrlimit(RLIMIT_AS, &memory);
    memory.rlim_cur = std::min<rlim_t>(bytes, memory.rlim_max);
    ::setrlimit(RLIMIT_AS, &memory);
#endif
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

/// Whoever asked is gone: so are we, even in the midst of a document.
void end_with_parent() {
#if defined(__linux__)
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

reading_answer answer_to(const reading_request& request, const options& o) {
    using kind = reading_answer::kind_type;
    try {
        minutes::parse_options reading = o.reading;
        reading.name = request.name;
        const auto r = minutes::parse_file(request.path, std::move(reading));
        reading_answer a{r.readable ? kind::read : kind::unreadable, minutes::write(r, "json")};
        if (a.content.size() > longest_answer) return {kind::fault, "what was read of it is too large to be kept"};
        return a;
    } catch (const std::bad_alloc&) {
        return {kind::no_memory, {}};
    } catch (const std::exception& e) {
        return {kind::fault, e.what()};
    }
}

}  // namespace

status read_for_import(const options& o, console&) {
    const pipes p;
    end_with_parent();
    limit_memory(o.document_memory);
    reading_request request;
    while (receive(p.requests, request) == receipt::whole) {
        const reading_answer answer = answer_to(request, o);
        if (!send(p.answers, answer) || answer.kind == reading_answer::kind_type::no_memory) break;
    }
    return status::done;
}

}  // namespace cli
