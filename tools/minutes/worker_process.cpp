// SPDX-License-Identifier: Apache-2.0
#include "worker_process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include "text.hpp"

extern char** environ;

namespace cli {

namespace {

void close_end(int& fd) {
    if (fd >= 0) ::close(fd);
    fd = -1;
}

/// Ours, with another place for temporary files.
std::vector<std::string> environment_with(const std::filesystem::path& folder) {
    std::vector<std::string> out;
    for (char** e = environ; *e; ++e)
        if (folder.empty() || !std::string_view(*e).starts_with("TMPDIR=")) out.emplace_back(*e);
    if (!folder.empty()) out.push_back("TMPDIR=" + folder.string());
    return out;
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
    std::vector<char*> out;
    for (std::string& s : strings) out.push_back(s.data());
    out.push_back(nullptr);
    return out;
}

std::string name_of_signal(int number) {
    const char* name = ::sigabbrev_np(number);
    return name ? fmt::format("SIG{}", name) : fmt::format("signal {}", number);
}

}  // namespace

std::string worker_process::start() {
    if (id_ > 0) return {};
    std::array<int, 2> to{-1, -1}, from{-1, -1};
    if (::pipe2(to.data(), O_CLOEXEC) != 0 || ::pipe2(from.data(), O_CLOEXEC) != 0) {
        const std::string why = std::strerror(errno);
        for (int& fd : to) close_end(fd);
        return why;
    }
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&files, to[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, from[1], STDOUT_FILENO);
    posix_spawnattr_setpgroup(&attributes, 0);  // an interrupt from the keyboard is the import's affair
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    folders_.emplace_back();
    std::vector<std::string> command = command_, environment = environment_with(folders_.back().path());
    const auto arguments = pointers_to(command), variables = pointers_to(environment);
    const int error = ::posix_spawn(&id_, arguments[0], &files, &attributes, arguments.data(), variables.data());
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    close_end(to[0]);
    close_end(from[1]);
    requests_ = to[1];
    answers_ = from[0];
    if (error == 0) return {};
    id_ = -1;
    end();
    return std::strerror(error);
}

std::string worker_process::ask(const reading_request& request, std::chrono::seconds time, reading_answer& answer) {
    const deadline until = std::chrono::steady_clock::now() + time;
    const receipt got = send(requests_, request) ? receive(answers_, answer, until) : receipt::closed;
    switch (got) {
        case receipt::whole: return {};
        case receipt::late: end(); return fmt::format("it took longer than {}", counted(static_cast<std::size_t>(time.count()), "second"));
        case receipt::garbage: end(); return "its reader gave no sensible answer";
        case receipt::closed: break;
    }
    return how_it_ended();
}

std::string worker_process::how_it_ended() {
    int state = 0;
    const pid_t id = std::exchange(id_, -1);
    close_end(requests_);
    close_end(answers_);
    ::kill(id, SIGKILL);  // it may have closed its pipes and live on
    while (::waitpid(id, &state, 0) < 0 && errno == EINTR) {}
    remove_folder();
    if (WIFSIGNALED(state)) return fmt::format("its reader was ended by {}", name_of_signal(WTERMSIG(state)));
    return fmt::format("its reader ended with exit code {}", WEXITSTATUS(state));
}

void worker_process::end() {
    close_end(requests_);
    close_end(answers_);
    if (id_ < 0) return;
    ::kill(-id_, SIGKILL);
    ::kill(id_, SIGKILL);
    while (::waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {}
    id_ = -1;
    remove_folder();
}

void worker_process::remove_folder() const {
    if (!folders_.empty()) folders_.back().remove();
}

}  // namespace cli
