// SPDX-License-Identifier: Apache-2.0
#include "subprocess.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#if defined(__linux__)
#include <sys/prctl.h>
#endif
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace minutes {

namespace {

struct pipe_ends {
    int read = -1, write = -1;
    bool open() {
        std::array<int, 2> fd{};
        if (pipe2(fd.data(), O_CLOEXEC) != 0) return false;
        read = fd[0];
        write = fd[1];
        return true;
    }
    static void close_end(int& fd) {
        if (fd >= 0) ::close(fd);
        fd = -1;
    }
    ~pipe_ends() {
        close_end(read);
        close_end(write);
    }
};

/// The first executable file called `name` in the folders `all`; empty when there is none.
std::string find_program(const std::string& name, const std::string& all) {
    if (name.find('/') != name.npos) return access(name.c_str(), X_OK) == 0 ? name : std::string{};
    for (std::size_t at = 0; at <= all.size();) {
        const std::size_t end = std::min(all.find(':', at), all.size());
        const std::string file = all.substr(at, end - at) + "/" + name;
        if (end > at && access(file.c_str(), X_OK) == 0) return file;
        at = end + 1;
    }
    return {};
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
    std::vector<char*> out;
    for (auto& s : strings) out.push_back(s.data());
    out.push_back(nullptr);
    return out;
}

/// What the helper program is to be, put together before the fork.
struct program_call {
    const char* program;
    char** arguments;
    char** environment;
    const char* folder;
    const process_limits& limits;
    int in, out, err;
};

/// The program's own process: limits, folder, pipes, program.  Only async-signal-safe calls, since other threads may hold locks.
[[noreturn]] void become(const program_call& call) {
#if defined(__linux__)
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    dup2(call.in, 0);
    dup2(call.out, 1);
    dup2(call.err, 2);
    const auto limit = [](auto what, rlim_t soft, rlim_t hard) {
        const rlimit r{soft, hard};
        setrlimit(what, &r);
    };
    if (call.limits.memory > 0) limit(RLIMIT_AS, call.limits.memory, call.limits.memory);
    const auto seconds = static_cast<rlim_t>(call.limits.time.count());
    limit(RLIMIT_CPU, seconds + 1, seconds + 2);
    if (*call.folder && chdir(call.folder) != 0) _exit(126);
    execve(call.program, call.arguments, call.environment);
    _exit(127);
}

void end_group(int) { kill(0, SIGKILL); }

/// No pipe of ours or of other threads may stay open in a process that lives as long as its program.
void close_all() {
#if defined(__linux__)
    if (close_range(0, ~0U, 0) == 0) return;
#endif
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    constexpr rlim_t most = 65536;  // where there is no limit
    for (rlim_t fd = 0; fd < std::min(files.rlim_cur, most); ++fd) ::close(static_cast<int>(fd));
}

/// The process between us and the program, head of their group.  When we end first, whatever ends us, it takes the whole group
/// along: the office program is a script's grandchild, which outlives the script.  Only async-signal-safe calls here too.
[[noreturn]] void keep(const program_call& call, [[maybe_unused]] pid_t parent) {
    setpgid(0, 0);
    signal(SIGCHLD, SIG_DFL);  // ignored, it would hide how the program ended
    struct sigaction at_our_end {};
    at_our_end.sa_handler = end_group;
    sigaction(SIGTERM, &at_our_end, nullptr);
    sigset_t term;
    sigemptyset(&term);
    sigaddset(&term, SIGTERM);
    sigprocmask(SIG_UNBLOCK, &term, nullptr);
#if defined(__linux__)
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(126);  // it ended before it could be asked for a sign
#endif
    const rlimit no_core{0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    const pid_t program = fork();
    if (program < 0) _exit(126);
    if (program == 0) become(call);
    close_all();
    int status = 0;
    while (waitpid(program, &status, 0) < 0 && errno == EINTR) {}
    if (WIFEXITED(status)) _exit(WEXITSTATUS(status));
    signal(WTERMSIG(status), SIG_DFL);
    raise(WTERMSIG(status));  // ends as its program did
    _exit(128 + WTERMSIG(status));
}

void set_nonblocking(int fd) { fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK); }

/// Feeds and drains the pipes until the program closes them or a limit ends it.
void converse(process_result& r, pipe_ends& in, pipe_ends& out, pipe_ends& err, std::string_view input, const process_limits& limits) {
    using clock = std::chrono::steady_clock;
    const auto deadline = clock::now() + limits.time;
    std::array<char, 65536> buffer{};
    std::size_t sent = 0;
    if (input.empty()) pipe_ends::close_end(in.write);
    while (out.read >= 0 || err.read >= 0 || in.write >= 0) {
        std::array<pollfd, 3> fds = {pollfd{out.read, POLLIN, 0}, pollfd{err.read, POLLIN, 0}, pollfd{in.write, POLLOUT, 0}};
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - clock::now()).count();
        if (left <= 0) {
            r.end = process_result::end_type::timed_out;
            return;
        }
        if (poll(fds.data(), fds.size(), static_cast<int>(std::min<long long>(left, 1000))) < 0 && errno != EINTR) return;
        const auto drain = [&](int& fd, std::string& to, std::size_t most) {
            const ssize_t n = ::read(fd, buffer.data(), buffer.size());
            if (n > 0) to.append(buffer.data(), std::min(static_cast<std::size_t>(n), most - std::min(most, to.size())));
            else if (n == 0 || errno != EAGAIN) pipe_ends::close_end(fd);
            return n > 0;
        };
        if (fds[0].revents && drain(out.read, r.output, limits.output + 1) && r.output.size() > limits.output) {
            r.end = process_result::end_type::too_much_output;
            return;
        }
        if (fds[1].revents) drain(err.read, r.errors, 4096);
        if (fds[2].revents) {
            const ssize_t n = ::write(in.write, input.data() + sent, std::min<std::size_t>(input.size() - sent, buffer.size()));
            if (n > 0) sent += static_cast<std::size_t>(n);
            if ((n < 0 && errno != EAGAIN) || sent == input.size()) pipe_ends::close_end(in.write);
        }
    }
}

/// Waits for the program, not beyond the deadline that `limits` gives a silent one.
void await(process_result& r, pid_t child, const process_limits& limits) {
    using clock = std::chrono::steady_clock;
    const bool stop = r.end == process_result::end_type::timed_out || r.end == process_result::end_type::too_much_output;
    if (stop) kill(-child, SIGKILL);
    const auto deadline = clock::now() + limits.time;
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        if (!stop && clock::now() > deadline) {
            r.end = process_result::end_type::timed_out;
            kill(-child, SIGKILL);
        }
        usleep(500);
    }
    kill(-child, SIGKILL);  // what it may have left running
    if (r.end == process_result::end_type::timed_out || r.end == process_result::end_type::too_much_output) return;
    r.end = WIFEXITED(status) ? process_result::end_type::exited : process_result::end_type::killed;
    r.code = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
    if (r.end == process_result::end_type::exited && r.code == 127) r.end = process_result::end_type::failed_to_start;
}

}  // namespace

process_result run_process(const std::vector<std::string>& arguments, std::string_view input, const process_limits& limits,
                           const std::filesystem::path& folder, const std::vector<std::string>& environment) {
    process_result r;
    const std::string program = arguments.empty() ? std::string{} : find_program(arguments.front(), limits.search);
    if (program.empty()) {
        r.end = process_result::end_type::not_found;
        return r;
    }
    auto arguments_copy = arguments;
    std::vector<std::string> names = {"PATH=" + limits.search, "HOME=" + (folder.empty() ? std::string("/nonexistent") : folder.string()), "LC_ALL=C.UTF-8", "TZ=UTC"};
    names.insert(names.end(), environment.begin(), environment.end());
    auto argv = pointers_to(arguments_copy), envp = pointers_to(names);
    const std::string where = folder.string();
    pipe_ends in, out, err;
    if (!in.open() || !out.open() || !err.open()) return r;
    const program_call call{program.c_str(), argv.data(), envp.data(), where.c_str(), limits, in.read, out.write, err.write};
    const pid_t self = getpid(), child = fork();
    if (child < 0) return r;
    if (child == 0) keep(call, self);
    pipe_ends::close_end(in.read);
    pipe_ends::close_end(out.write);
    pipe_ends::close_end(err.write);
    for (const int fd : {in.write, out.read, err.read}) set_nonblocking(fd);
    // A program that stops reading must not end ours: SIGPIPE is held back in this thread.
    sigset_t broken_pipe, before;
    sigemptyset(&broken_pipe);
    sigaddset(&broken_pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken_pipe, &before);
    converse(r, in, out, err, input, limits);
    const timespec at_once{};
    while (sigtimedwait(&broken_pipe, nullptr, &at_once) > 0) {}
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    await(r, child, limits);
    return r;
}

private_folder::private_folder() {
    std::error_code error;
    auto pattern = (std::filesystem::temp_directory_path(error) / "minutes-XXXXXX").string();
    if (!error && mkdtemp(pattern.data())) path_ = pattern;
}

private_folder::~private_folder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace minutes
