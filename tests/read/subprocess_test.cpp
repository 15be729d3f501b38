// SPDX-License-Identifier: Apache-2.0
// Helper programs under guard: what they say, how they end, and that nothing of theirs lives on.
#include "subprocess.hpp"

#include <csignal>
#include <fstream>
#include <string>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "catch.hpp"

namespace {

using namespace minutes;
using end_type = process_result::end_type;

process_result shell(const std::string& script, std::chrono::seconds time = std::chrono::seconds(60)) {
    process_limits limits;
    limits.time = time;
    return run_process({"sh", "-c", script}, "a line\n", limits);
}

/// Whether `sure` becomes so within a minute.
template <class Sure>
bool comes_to_be(const Sure& sure) {
    for (int n = 0; n < 6000; ++n) {
        if (sure()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

pid_t number_in(const std::filesystem::path& file) {
    pid_t id = 0;
    std::ifstream(file) >> id;
    return id;
}

/// Neither running nor a zombie that nobody has asked for yet.
bool is_gone(pid_t id) {
    std::ifstream state("/proc/" + std::to_string(id) + "/stat");
    std::string number, name, letter;
    return !(state >> number >> name >> letter) || letter == "Z" || letter == "X";
}

}  // namespace

TEST_CASE("A program's output, errors and exit code are told") {
    const auto r = shell("cat; echo trouble >&2; exit 7");
    CHECK(r.end == end_type::exited);
    CHECK(r.code == 7);
    CHECK(r.output == "a line\n");
    CHECK(r.errors == "trouble\n");
}

TEST_CASE("A program that a signal ends is told as such") {
    const auto r = shell("kill -SEGV $$");
    CHECK(r.end == end_type::killed);
    CHECK(r.code == SIGSEGV);
}

TEST_CASE("A program that is not there, or cannot be started, is told") {
    CHECK(run_process({"no-such-program-here"}, "", {}).end == end_type::not_found);
    CHECK(run_process({"sh"}, "", {}, "/no/such/folder").code == 126);
}

TEST_CASE("What a program leaves running ends with it, or with its time") {
    const private_folder folder;
    const auto id = folder.path() / "id";
    CHECK(shell("sleep 600 >&- 2>&- <&- & echo $! >" + id.string()).ok());
    CHECK(comes_to_be([&] { return is_gone(number_in(id)); }));
    CHECK(shell("sleep 600 & echo $! >" + id.string() + "; sleep 600", std::chrono::seconds(1)).end == end_type::timed_out);
    CHECK(comes_to_be([&] { return is_gone(number_in(id)); }));
}

// As a worker of an import that is killed while the office program converts: that one is a script's grandchild.
TEST_CASE("Nothing that a program started outlives us, whatever ends us") {
    for (const int signal : {SIGKILL, SIGSEGV, SIGTERM}) {
        const private_folder folder;
        const auto id = folder.path() / "id", whole = folder.path() / "whole";
        const pid_t worker = ::fork();
        REQUIRE(worker >= 0);
        if (worker == 0) {
            ::signal(signal, SIG_DFL);  // the tests' own would tell of it
            (void)shell("(sleep 600 & echo $! >" + id.string() + "; mv " + id.string() + " " + whole.string() + "; sleep 600); exit 0");
            ::_exit(0);
        }
        REQUIRE(comes_to_be([&] { return std::filesystem::exists(whole); }));
        CHECK_FALSE(is_gone(number_in(whole)));
        ::kill(worker, signal);
        ::waitpid(worker, nullptr, 0);
        CHECK(comes_to_be([&] { return is_gone(number_in(whole)); }));
    }
}
