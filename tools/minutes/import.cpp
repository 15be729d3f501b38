// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <csignal>

#include <fmt/format.h>

#include <minutes/archive.hpp>

#include "commands.hpp"
#include "import_plan.hpp"
#include "import_report.hpp"
#include "inputs.hpp"
#include "outputs.hpp"
#include "progress.hpp"
#include "reading_pool.hpp"
#include "text.hpp"

namespace cli {

namespace {

using outcome = minutes::archived_document::outcome_type;

/// Set from the keyboard, or by whoever ends processes: the import then stops between two documents.
volatile std::sig_atomic_t asked_to_stop = 0;

void stop_politely(int) { asked_to_stop = 1; }

class importer {
public:
    importer(const options& o, minutes::archive archive, console& c) : options_(o), archive_(std::move(archive)), console_(c) {}

    status run(const std::vector<std::string>& paths) {
        counts_.found = paths.size();
        kept_.found = paths.size();
        check(archive_.keep_corrections(options_.corrections_bytes));
        if (!broken_) plan(paths);
        if (!broken_) read();
        commit();
        if (!broken_ && !asked_to_stop) check(archive_.update_register(options_.writing));
        if (!broken_ && !asked_to_stop && kept_.imported > 0) tell_unused();
        return finish();
    }

private:
    void plan(const std::vector<std::string>& paths) {
        if (options_.per_document != import_report::none) lines_.resize(paths.size());
        for (std::size_t n = 0; n < paths.size(); ++n) {
            import_file f = plan_file(archive_, paths[n], options_);
            f.number = n;
            if (f.need == import_file::need_type::reading) {
                to_read_.push_back(std::move(f));
                continue;
            }
            if (f.need == import_file::need_type::new_time) check(archive_.keep_document(f.document));
            if (broken_) return;
            note_known(f);
        }
    }

    /// Nothing to do: it is unchanged, or still what could not be read.
    void note_known(const import_file& f) {
        const minutes::archived_document& d = f.document;
        if (d.outcome == outcome::read) return add(f, {d.name, "unchanged", {}}, counts_.unchanged);
        const std::string reason = d.reason + " (as at an earlier import; --retry reads it again)";
        add(f, {d.name, std::string(name_of(d.outcome)), reason}, d.outcome == outcome::refused ? counts_.refused : counts_.failed);
        tell_unread(d.name, d.outcome, reason);
    }

    void read() {
        std::vector<reading_request> requests;
        for (const import_file& f : to_read_) requests.push_back({f.path, f.document.name});
        std::vector<std::string> worker = {"/proc/self/exe", "read-for-import"};
        worker.insert(worker.end(), options_.arguments.begin() + 1, options_.arguments.end());
        progress_.emplace(console_, requests.size(), options_.quiet);
        progress_->show(0);
        read_all(requests, {worker, options_.jobs, std::chrono::seconds(options_.document_seconds), options_.document_memory},
                 [&](std::size_t n, pooled_reading&& r) {
                     if (!r.no_worker.empty()) return stop_for_want_of_workers(r.no_worker);
                     keep(to_read_[n], r);
                     if (!broken_) commit_now_and_then();
                     progress_->show(n + 1);
                     return !broken_ && !asked_to_stop;
                 });
        progress_.reset();
    }

    void keep(import_file& f, pooled_reading& r) {
        if (r.read && r.read->readable) return keep_reading(f, *r.read);
        minutes::archived_document& d = f.document;
        d.outcome = r.read ? outcome::refused : outcome::failed;
        d.reason = r.read ? reason_in(*r.read) : r.failure;
        check(archive_.keep_document(d));
        if (broken_) return;
        add(f, {d.name, std::string(name_of(d.outcome)), d.reason}, r.read ? counts_.refused : counts_.failed);
        tell_unread(d.name, d.outcome, d.reason);
    }

    void keep_reading(const import_file& f, minutes::parse_result& r) {
        put_right(r);
        check(archive_.keep_reading(f.document, r));
        if (broken_) return;
        import_line line{f.document.name, "imported", {}};
        const auto take = [&](const minutes::meeting& m) {
            ++line.meetings;
            line.actions += m.actions.size();
            line.decisions += m.decisions.size();
            line.findings += m.diagnostics.size();
        };
        take(r.meeting);
        for (const auto& m : r.more) take(m);
        add(f, std::move(line), counts_.imported);
        worst_ = worse(worst_, status_of(r, console_));
    }

    /// Applies the corrections.  What no longer fits is told, and kept among the document's findings.
    void put_right(minutes::parse_result& r) {
        const auto stale = minutes::apply(options_.corrections, r);
        if (progress_ && !stale.empty()) progress_->clear();
        tell_stale(stale, options_, console_);
        for (minutes::diagnostic d : stale) {
            d.message = fmt::format("line {} of the corrections: {}", d.place.line, d.message);
            d.place = {1, 1};  // in no words of the document
            r.meeting.diagnostics.push_back(std::move(d));
        }
    }

    /// Corrections that fit nothing in the whole archive.
    void tell_unused() {
        tell_stale(minutes::unused(options_.corrections, [&](const auto& take) { check(archive_.each_meeting({}, [&](minutes::meeting&& m) { take(m); })); }), options_, console_);
    }

    static std::string reason_in(const minutes::parse_result& r) {
        for (const auto& d : r.diagnostics)
            if (d.severity == minutes::severity::error) return fmt::format("{} [{}]", d.message, d.code);
        return "it cannot be read";
    }

    void add(const import_file& f, import_line line, std::size_t& count) {
        ++count;
        if (!lines_.empty()) lines_[f.number] = std::move(line);
    }

    void tell_unread(const std::string& name, outcome what, const std::string& reason) {
        worst_ = worse(worst_, status::unreadable);
        if (options_.quiet) return;
        if (progress_) progress_->clear();
        console_.tell(fmt::format("{}: {}: {}\n", visible(name), paint(console_.err(), style::red, name_of(what)), visible(reason)));
    }

    /// Not the documents' fault: they are left for the next time.
    bool stop_for_want_of_workers(const std::string& why) {
        progress_->clear();
        worst_ = worse(worst_, tell_unwritable("cannot start a worker to read documents: " + why, console_));
        return false;
    }

    void commit_now_and_then() {
        const auto now = std::chrono::steady_clock::now();
        if (++since_commit_ < 200 && now - last_commit_ < std::chrono::seconds(2)) return;
        commit();
        since_commit_ = 0;
        last_commit_ = now;
    }

    void commit() {
        if (!broken_) check(archive_.commit());
        if (!broken_) kept_ = counts_;
    }

    void check(const minutes::archive_outcome& done) {
        if (done || broken_) return;
        broken_ = true;
        if (progress_) progress_->clear();
        worst_ = worse(worst_, tell_unwritable("cannot write " + options_.archive + ": " + done.message, console_));
    }

    status finish() {
        std::erase_if(lines_, [](const import_line& l) { return l.name.empty(); });  // those not come to
        if (options_.per_document != import_report::none) console_.put(report_of(kept_, lines_, options_.per_document));
        if (!options_.quiet || broken_ || asked_to_stop) console_.tell(summary_of(kept_) + "\n");
        if (asked_to_stop) console_.tell("Stopped; the same command goes on from here.\n");
        return asked_to_stop ? worse(worst_, status::interrupted) : worst_;
    }

    const options& options_;
    minutes::archive archive_;
    console& console_;
    std::optional<progress> progress_;
    std::vector<import_file> to_read_;
    std::vector<import_line> lines_;
    import_counts counts_, kept_;  // kept_: what the last commit made last
    std::size_t since_commit_ = 0;
    std::chrono::steady_clock::time_point last_commit_ = std::chrono::steady_clock::now();
    status worst_ = status::done;
    bool broken_ = false;
};

}  // namespace

status import(const options& o, console& c) {
    const input_list inputs = find_inputs(o.inputs, c);
    auto opened = minutes::open_archive(o.archive, minutes::archive_access::write);
    if (!opened.ok()) return tell_unwritable("cannot open " + o.archive + ": " + opened.message, c);
    std::signal(SIGINT, stop_politely);
    std::signal(SIGTERM, stop_politely);
    return worse(inputs.status, importer(o, std::move(opened.archive), c).run(inputs.paths));
}

}  // namespace cli
