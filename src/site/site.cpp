// SPDX-License-Identifier: Apache-2.0
// Stage: archive → a folder of pages.  Documents pass one at a time; of each only what other pages need is kept.
#include <minutes/site.hpp>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <fmt/format.h>

#include <minutes/public_copy.hpp>

#include "html_page.hpp"
#include "site_facts.hpp"
#include "site_page.hpp"
#include "site_pages.hpp"
#include "site_script.hpp"
#include "site_style.hpp"
#include "word_index.hpp"

namespace minutes {

namespace {

namespace fs = std::filesystem;

constexpr const char* mark = ".minutes-site";  // tells a site of ours from a folder of somebody's work

/// A new folder beside the site, which takes its place when it is whole and is gone when it is not.
class new_folder {
public:
    explicit new_folder(fs::path target) : target_(std::move(target)) {
        if (target_.filename().empty()) target_ = target_.parent_path();
        path_ = target_;
        path_ += fmt::format(".new-{}", ::getpid());
        fs::remove_all(path_);
        fs::create_directories(path_ / "meetings");
        fs::create_directories(path_ / "search");
        put(mark, "This folder was written by 'minutes site', which may replace it.\n");
    }
    ~new_folder() {
        std::error_code none;
        fs::remove_all(path_, none);
    }
    new_folder(const new_folder&) = delete;
    new_folder& operator=(const new_folder&) = delete;

    void put(const std::string& name, const std::string& bytes) {
        std::ofstream out(path_ / name, std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out) throw std::runtime_error(fmt::format("cannot write {}: {}", (path_ / name).string(), std::generic_category().message(errno)));
        pages_ += name.ends_with(".html");
    }

    /// Takes the site's name.
    void take_place() {
        if (!fs::exists(target_)) return fs::rename(path_, target_);
        if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) == 0) return;  // the old one goes with us
        fs::path old = target_;
        old += fmt::format(".old-{}", ::getpid());
        fs::rename(target_, old);
        fs::rename(path_, target_);
        fs::remove_all(old);
    }

    [[nodiscard]] std::size_t pages() const { return pages_; }

private:
    fs::path target_, path_;
    std::size_t pages_ = 0;
};

void check_replaceable(const fs::path& folder) {
    if (!fs::exists(folder)) return;
    if (!fs::is_directory(folder)) throw std::runtime_error(folder.string() + " is not a folder");
    if (!fs::is_empty(folder) && !fs::exists(folder / mark)) throw std::runtime_error(folder.string() + " is kept: it holds something else than a site");
}

class site_writer {
public:
    site_writer(const fs::path& folder, const site_options& o) : options_(o), folder_(folder) {}

    void add(std::string_view name, parse_result&& document) {
        if (!options_.with_exempt) document = public_copy(document);
        std::vector<meeting> all = {std::move(document.meeting)};
        all.insert(all.end(), std::make_move_iterator(document.more.begin()), std::make_move_iterator(document.more.end()));
        const std::string page = site_page_of(name);
        meeting_list list;
        for (const meeting& m : all) list.push_back(&m);
        put_(page, html_of(list, site_ways("../")));
        for (std::size_t k = 0; k < all.size(); ++k) words_.add(all[k], page, k ? fmt::format("m{}-", k + 1) : "", put_);
        facts_.add(all, page);
    }

    site_result finish(const corrections& c) {
        facts_.finish(options_.as_at, c);
        for (auto* write : {write_overview, write_actions, write_meetings, write_bodies, write_people, write_persons}) write(facts_, options_.title, put_);
        write_search(options_.title, put_);
        words_.finish(put_);
        put_("site.css", std::string(page_style()) + std::string(site_style));
        put_("site.js", std::string(page_script()) + std::string(site_script));
        folder_.take_place();
        return {facts_.meetings().size(), folder_.pages(), {}};
    }

private:
    const site_options& options_;
    new_folder folder_;
    site_facts facts_;
    word_index words_;
    put_file put_ = [this](const std::string& name, const std::string& bytes) { folder_.put(name, bytes); };
};

}  // namespace

/// Folders are their owner's affair, and no part of an address.
std::string site_page_of(std::string_view name) { return "meetings/" + file_name_for(file_name(name), name) + ".html"; }

site_result write_site(const archive& from, const fs::path& folder, const site_options& options) {
    try {
        check_replaceable(folder);
        site_writer writer(folder, options);
        const archive_outcome read = from.each_document([&](std::string_view name, parse_result&& document) { writer.add(name, std::move(document)); });
        if (!read) return {0, 0, read.message};
        return writer.finish(from.kept_corrections());
    } catch (const std::runtime_error& e) {
        return {0, 0, e.what()};
    }
}

}  // namespace minutes
