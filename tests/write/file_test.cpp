// SPDX-License-Identifier: Apache-2.0
// Files appear whole or not at all; workbooks are never replaced unasked.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include <minutes/write.hpp>

#include <stdlib.h>
#include <unistd.h>

#include "sample.hpp"

namespace fs = std::filesystem;

namespace {

/// An empty folder that goes away with all in it.
struct folder {
    folder() {
        std::string name = (fs::temp_directory_path() / "minutes-test-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~folder() { fs::remove_all(path); }
    fs::path path;
};

std::string content(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::ptrdiff_t files_in(const fs::path& path) { return std::distance(fs::directory_iterator(path), fs::directory_iterator()); }

}  // namespace

TEST_CASE("The registry finds formats by name") {
    CHECK(minutes::output_formats().size() >= 10);
    for (const auto& f : minutes::output_formats()) CHECK(minutes::find_output_format(f.name) == &f);
    CHECK(minutes::find_output_format("docx") == nullptr);
    CHECK_FALSE(minutes::write_file({}, "docx", "/nowhere"));
}

TEST_CASE("A writer has its line in the registry") {
    const std::string registry = content(WRITERS "/registry.cpp");
    std::size_t writers = 0;
    for (const auto& file : fs::directory_iterator(WRITERS)) {
        const std::string function = file.path().stem().string() + "_of";
        // One with a header of its own is a part of another.
        if (file.path().extension() != ".cpp" || fs::exists(fs::path(file.path()).replace_extension(".hpp"))) continue;
        const std::string code = content(file.path()), opening = " " + function + "(const meeting_list&";
        const auto begin = std::min(code.find("std::string" + opening), code.find("written_output" + opening));
        if (begin == std::string::npos) continue;
        const auto others = code.substr(code.find(opening, begin) + opening.size(), code.find(')', begin) - code.find(opening, begin) - opening.size());
        const auto commas = std::count(others.begin(), others.end(), ',');
        if (commas > 1 || (commas == 1 && others.find("write_options") == std::string::npos)) continue;  // takes more than a writer does
        INFO(file.path() << ": " << function << " needs its declaration and its line in src/write/registry.cpp");
        const bool registered = registry.find("<" + function + ">") != std::string::npos || registry.find(" " + function + "}") != std::string::npos;
        CHECK(registered);
        ++writers;
    }
    CHECK(writers >= 8);
}

TEST_CASE("A text output replaces its predecessor, nothing else stays behind") {
    const folder f;
    const fs::path path = f.path / "out.json";
    REQUIRE(minutes::write_file(sample::nasty(), "json", path));
    REQUIRE(minutes::write_file({}, "json", path));
    CHECK(content(path) == minutes::write({}, "json"));
    CHECK(files_in(f.path) == 1);
}

TEST_CASE("A workbook that exists is replaced only when asked") {
    const folder f;
    const fs::path path = f.path / "actions.xlsx";
    std::ofstream(path) << "typed by somebody";
    const auto refused = minutes::write_file(sample::nasty(), "xlsx", path);
    CHECK_FALSE(refused);
    CHECK(refused.message.find("exists already") != std::string::npos);
    CHECK(content(path) == "typed by somebody");
    minutes::write_options replacing;
    replacing.replace = true;
    replacing.folder = f.path;  // links lead from there
    REQUIRE(minutes::write_xlsx(sample::nasty().meeting, path, replacing));
    CHECK(content(path) == minutes::write(sample::nasty(), "xlsx", replacing));
    CHECK(files_in(f.path) == 1);
}

TEST_CASE("What cannot be written says why and leaves nothing") {
    const folder f;
    const auto nowhere = minutes::write_file({}, "json", f.path / "no" / "such" / "folder.json");
    CHECK_FALSE(nowhere);
    CHECK(nowhere.message.find("No such file or directory") != std::string::npos);
    CHECK_FALSE(minutes::write_file({}, "json", f.path));
    CHECK_FALSE(minutes::write_file({}, "json", "/dev/full"));
    CHECK(files_in(f.path) == 0);
}

TEST_CASE("Links, permissions and devices stay what they are") {
    const folder f;
    const fs::path real = f.path / "real.csv", link = f.path / "link.csv";
    std::ofstream(real) << "old";
    fs::permissions(real, fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("real.csv", link);
    REQUIRE(minutes::write_file({}, "csv", link));
    CHECK(fs::is_symlink(link));
    CHECK(content(real) == minutes::write({}, "csv"));
    CHECK(fs::status(real).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    REQUIRE(minutes::write_file({}, "csv", "/dev/null"));
    CHECK(fs::is_character_file("/dev/null"));
}
