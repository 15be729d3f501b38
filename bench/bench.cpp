// SPDX-License-Identifier: Apache-2.0
// minutes_bench ROUNDS FILE…   times the stages from text to model beside md4c on the same
// text, in alternating rounds, then the cost of a byte in documents from 1 KB to 16 MB.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <time.h>

#include <fmt/format.h>
#include <md4c.h>

#include <minutes/minutes.hpp>

#include "documents.hpp"
#include "layout.hpp"
#include "lexicon.hpp"
#include "parse_document.hpp"
#include "readers.hpp"
#include "resolve.hpp"

namespace {

/// This process's processor time: what other programs do beside it does not count.
struct cpu_clock {
    using duration = std::chrono::nanoseconds;
    using time_point = std::chrono::time_point<cpu_clock, duration>;
    static time_point now() {
        timespec t{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
        return time_point(std::chrono::seconds(t.tv_sec) + std::chrono::nanoseconds(t.tv_nsec));
    }
};
using texts = std::vector<std::string>;

double seconds_since(cpu_clock::time_point start) { return std::chrono::duration<double>(cpu_clock::now() - start).count(); }

/// Seconds that each stage took.
struct stage_times {
    double hash = 0, read = 0, layout = 0, parse = 0, resolve = 0;
    [[nodiscard]] double text_to_model() const { return read - hash + layout + parse + resolve; }
};

/// One document through the stages of minutes::parse.
void run_stages(const std::string& bytes, stage_times& t) {
    auto start = cpu_clock::now();
    const auto lap = [&](double& sum) {
        sum += seconds_since(start);
        start = cpu_clock::now();
    };
    const std::string digest = minutes::sha256_of(bytes);
    lap(t.hash);
    const minutes::document d = minutes::read_document(bytes, "text", {});
    const minutes::lexicon words = minutes::default_lexicon().for_one_document(d.text->text);
    lap(t.read);
    auto laid = minutes::lay_out(d, words);
    lap(t.layout);
    minutes::meeting m = minutes::parse_document(d, laid, words);
    lap(t.parse);
    minutes::resolve(m, words, {});
    lap(t.resolve);
    if (digest.empty() || m.leaves.empty()) std::abort();  // keeps what was made from being optimised away
}

stage_times run_minutes(const texts& all, int times) {
    stage_times t;
    for (int i = 0; i < times; ++i)
        for (const auto& bytes : all) run_stages(bytes, t);
    return t;
}

/// md4c with callbacks that do nothing, tables and all: the least that reading Markdown costs.
double run_md4c(const texts& all, int times) {
    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB;
    parser.enter_block = parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
    parser.enter_span = parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; };
    const auto start = cpu_clock::now();
    for (int i = 0; i < times; ++i)
        for (const auto& bytes : all)
            if (md_parse(bytes.data(), static_cast<MD_SIZE>(bytes.size()), &parser, nullptr) != 0) std::abort();
    return seconds_since(start);
}

double median(std::vector<double> v) {
    std::sort(v.begin(), v.end());
    return v[v.size() / 2];
}

std::string spread(const std::vector<double>& v, int digits) {
    return fmt::format("{:.{}f} ({:.{}f}–{:.{}f})", median(v), digits, *std::min_element(v.begin(), v.end()), digits, *std::max_element(v.begin(), v.end()), digits);
}

/// Enough runs of `all` for about `bytes` bytes.
int times_for(const texts& all, std::size_t bytes) {
    std::size_t size = 0;
    for (const auto& x : all) size += x.size();
    return static_cast<int>(std::max<std::size_t>(1, bytes / std::max<std::size_t>(1, size)));
}

void compare(const char* what, const texts& all, int rounds) {
    const int times = times_for(all, 1'000'000);
    double size = 0;
    for (const auto& x : all) size += static_cast<double>(x.size()) * times / 1e6;
    std::vector<double> ours, hashing, theirs, ratio;
    stage_times sum;
    for (int r = 0; r < rounds; ++r) {
        const auto t = run_minutes(all, times);
        const double md = run_md4c(all, times);
        ours.push_back(size / t.text_to_model());
        hashing.push_back(size / t.hash);
        theirs.push_back(size / md);
        ratio.push_back(t.text_to_model() / md);
        sum.read += t.read - t.hash;
        sum.layout += t.layout;
        sum.parse += t.parse;
        sum.resolve += t.resolve;
    }
    const double whole = sum.read + sum.layout + sum.parse + sum.resolve;
    fmt::print("{}: text to model {} MB/s; md4c {} MB/s; md4c is {} times faster; hashing apart {} MB/s\n", what, spread(ours, 2), spread(theirs, 0), spread(ratio, 0), spread(hashing, 0));
    fmt::print("  of the time: read {:.0f} %, layout {:.0f} %, parse {:.0f} %, resolve {:.0f} %\n", 100 * sum.read / whole, 100 * sum.layout / whole, 100 * sum.parse / whole, 100 * sum.resolve / whole);
}

/// Cost of a byte by size, beside that of the 64 KB document.
void grow(const char* what, std::string (*make)(std::size_t), int rounds, std::size_t largest) {
    fmt::print("{}:\n      size        ms    ns/byte   to 64 KB's\n", what);
    double at_64 = 0;
    std::vector<std::pair<std::size_t, double>> costs;
    for (std::size_t size = 1024; size <= largest; size *= 4) {
        const texts one = {make(size)};
        std::vector<double> cost;
        const int times = times_for(one, 200'000);
        for (int r = 0; r < (size > 1'000'000 ? std::max(1, rounds / 3) : rounds); ++r) cost.push_back(run_minutes(one, times).text_to_model() / times);
        costs.emplace_back(one[0].size(), median(cost));
        if (size == 65536) at_64 = median(cost) / static_cast<double>(one[0].size());
    }
    for (const auto& [size, cost] : costs) {
        const double byte = cost / static_cast<double>(size);
        fmt::print("{:>10} {:>9.2f} {:>10.0f} {:>10.2f}\n", size, cost * 1e3, byte * 1e9, at_64 > 0 ? byte / at_64 : 0);
    }
}

/// The whole of minutes::parse and of writing JSON, for a document as a person has it.
void time_small(int rounds) {
    constexpr int times = 50;
    std::vector<double> parse, write;
    for (int r = 0; r < rounds; ++r)
        for (const auto& text : {bench::table_minutes(5000), bench::narrative_minutes(5000)}) {
            auto start = cpu_clock::now();
            minutes::parse_result result;
            for (int i = 0; i < times; ++i) result = minutes::parse(text);
            parse.push_back(1e3 * seconds_since(start) / times);
            start = cpu_clock::now();
            for (int i = 0; i < times; ++i)
                if (minutes::write(result, "json").empty()) std::abort();
            write.push_back(1e3 * seconds_since(start) / times);
        }
    fmt::print("a document of 5 KB, {} times in each round: read in {} ms, written as JSON in {} ms\n", times, spread(parse, 2), spread(write, 2));
}

}  // namespace

int main(int argc, char* argv[]) {
    if (argc < 3) {
        fmt::print(stderr, "usage: minutes_bench ROUNDS FILE...\n");
        return 2;
    }
    const int rounds = std::max(1, std::atoi(argv[1]));
    texts samples;
    for (int i = 2; i < argc; ++i) {
        std::ifstream in(argv[i], std::ios::binary);
        samples.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    const char* largest = std::getenv("MINUTES_BENCH_LARGEST");
    fmt::print("{} rounds; processor time; median (least–most)\n", rounds);
    compare("the samples", samples, rounds);
    compare("a table of 256 KB", {bench::table_minutes(1 << 18)}, rounds);
    compare("narrative of 256 KB", {bench::narrative_minutes(1 << 18)}, rounds);
    time_small(rounds);
    const std::size_t up_to = largest ? std::strtoul(largest, nullptr, 10) : std::size_t{1} << 24;
    grow("a table", bench::table_minutes, rounds, up_to);
    grow("narrative", bench::narrative_minutes, rounds, up_to);
}
