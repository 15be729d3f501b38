// SPDX-License-Identifier: Apache-2.0
#include "invented_meeting.hpp"

#include <array>
#include <random>
#include <set>

#include <fmt/format.h>

namespace {

using namespace minutes;
using words = std::string_view;

constexpr std::array<words, 24> first_names = {"Ada", "Bruno", "Carys", "Dmitri", "Esther", "Farid", "Greta", "Hamish", "Imogen", "Jonas", "Kirsty", "Leopold",
                                               "Maud", "Nkechi", "Oona", "Prakash", "Quentin", "Rosalind", "Sunil", "Tabitha", "Ursula", "Viktor", "Winifred", "Yusuf"};
constexpr std::array<words, 24> last_names = {"Abara", "Bowditch", "Croft", "Devereux", "Ellwood", "Fisk", "Garside", "Holt", "Idowu", "Jessop", "Kettering", "Lyle",
                                              "Marchmont", "Nairn", "Oakshott", "Pike", "Quill", "Rowe", "Stannard", "Tarrant", "Underhill", "Vance", "Wetherby", "Yarrow"};
constexpr std::array<words, 10> roles = {"Chair", "Clerk", "Treasurer", "Head of Housing", "Area Manager", "Finance Officer", "Director of Place", "Vice Chair", "Secretary", "Property Manager"};
constexpr std::array<words, 8> organisations = {"Barset Council", "Harbour Trust", "Aldshire County Council", "Fenland Housing Association", "Friends of the Library", "Water Board", "Parish Council", "University of Aldcaster"};
constexpr std::array<words, 10> bodies = {"Harbour", "Library", "Station Yard", "Orchard House", "Lower Fenwick", "Allotments", "Flood", "Town Hall", "River", "Market"};
constexpr std::array<words, 8> kinds = {"Board", "Committee", "Panel", "Working Group", "Partnership", "Forum", "Steering Group", "Sub-Committee"};
constexpr std::array<words, 8> venues = {"Town Hall", "Committee Room 2", "Council Offices", "The Reading Room", "Village Hall", "Board Room", "Parish Hall", "Conference Room"};
constexpr std::array<words, 24> subjects = {"Finance report", "Allotments", "Planning applications", "Street lighting", "Flood defences", "Staffing", "Health and safety", "Budget", "Events", "Car park", "Library hours",
                                            "Footpaths", "Play area", "Grants", "Risk register", "Volunteers", "Website", "Insurance", "Repairs", "Correspondence", "Membership", "Training", "Fundraising", "Buildings"};
constexpr std::array<words, 12> sentences = {"The report was noted.", "Members spoke of the drains and of the view from the churchyard.", "The figures for the quarter were lower than the year before.",
                                             "It was felt that a second count was needed.", "There was a long discussion about the fence.", "The surveyor has seen the roof.", "Nobody had anything to add.",
                                             "Two plots are vacant and four people are waiting.", "A letter of thanks had been received from the school.", "The work is nearly finished.",
                                             "Costs have risen by 12 per cent since the spring.", "Members looked at each bid in turn."};
constexpr std::array<words, 12> tasks = {"Write to the landlord about the gutters", "Circulate the revised budget", "Obtain three quotations for the fence", "Book the hall for the annual meeting", "Update the risk register",
                                         "Ask the railway for leave to plant", "Send the signed lease to the solicitor", "Check the stops against the new timetable", "Bring a list of the missing keys",
                                         "Draft a reply to the inspector", "Put the plans on the website", "Find out what the insurance covers"};
constexpr std::array<words, 8> resolutions = {"that the accounts be paid", "that the lease be signed by the Chair", "that the rent be kept at 18 pounds a plot", "that the yard stay closed to lorries",
                                              "that the grant be made in full", "that the bridge be painted green", "that no objection be made", "that the quotation of the second firm be accepted"};
constexpr std::array<words, 12> months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
constexpr std::array<words, 4> open_dues = {"next meeting", "ASAP", "end of June", "ongoing"};

/// Writes a document piece by piece and keeps where the pieces stand.
class inventor {
public:
    explicit inventor(std::uint32_t seed) : random_(seed) {}

    meeting invent() {
        head();
        people();
        const std::size_t items = 1 + below(8);
        const bool numbered = !one_in(4);
        for (std::size_t n = 1; n <= items; ++n) m_.items.push_back(new_item(numbered ? std::to_string(n) : "", 1));
        if (one_in(2)) next();
        auto text = std::make_shared<source_text>();
        text->text = std::move(text_);
        text->line_starts = {0};
        m_.text = std::move(text);
        m_.leaves = std::move(leaves_);
        return std::move(m_);
    }

private:
    // mt19937 gives the same numbers everywhere; the library's distributions do not.
    std::size_t below(std::size_t n) { return random_() % n; }
    bool one_in(std::size_t n) { return below(n) == 0; }
    template <class A>
    std::string any(const A& all) { return std::string(all[below(all.size())]); }

    spans put(std::string_view piece, leaf::kind_type kind = leaf::kind_type::value, std::string of = {}) {
        const auto begin = static_cast<std::uint32_t>(text_.size());
        text_ += piece;
        const span s{begin, static_cast<std::uint32_t>(text_.size())};
        leaves_.push_back({s, kind, std::move(of)});
        text_ += '\n';
        return {s};
    }
    traced<std::string> say(std::string piece, std::string of = {}) {
        auto where = put(piece, leaf::kind_type::value, std::move(of));
        return {std::move(piece), std::move(where), basis::stated, {}, {}};
    }
    template <class T>
    traced<T> say(T value, std::string_view piece) { return {value, put(piece), basis::stated, {}, {}}; }

    date some_day(int year) { return date{std::chrono::year{year}, std::chrono::month{1 + static_cast<unsigned>(below(12))}, std::chrono::day{1 + static_cast<unsigned>(below(28))}}; }
    static std::string long_form(const date& d) {
        return fmt::format("{} {} {}", static_cast<unsigned>(d.day()), months[static_cast<unsigned>(d.month()) - 1], static_cast<int>(d.year()));
    }
    traced<time_of_day> some_time(int from) {
        const time_of_day t{from + static_cast<int>(below(2)), 15 * static_cast<int>(below(4))};
        return say(t, to_string(t));
    }

    void head() {
        m_.title = say(any(bodies) + " " + any(kinds));
        year_ = 1995 + static_cast<int>(below(30));
        const date d = some_day(year_);
        m_.date = say(d, long_form(d));
        if (!one_in(3)) m_.start = some_time(9);
        if (m_.start.value && one_in(2)) m_.end = some_time(12);
        if (!one_in(3)) m_.venue = say(any(venues));
    }

    void people() {
        std::set<std::string> taken;
        const std::size_t count = 1 + below(9);
        for (std::size_t n = 0; n < count; ++n) {
            const std::string first = any(first_names), last = any(last_names);
            const std::string initials{first[0], last[0]};
            if (initials == "PT") continue;  // behind a name this says "for part of the meeting"
            if (!taken.insert(initials).second || !taken.insert(first).second || !taken.insert(last).second) continue;
            person p;
            p.id = fmt::format("p{}", m_.people.size() + 1);
            p.name = say(first + " " + last);
            if (one_in(2)) p.role = say(any(roles));
            if (p.role.value && one_in(2)) p.organisation = say(any(organisations));
            const std::size_t how = below(6);
            p.attendance = say(how < 3 ? attendance::present : how == 3 ? attendance::in_attendance : how == 4 ? attendance::apologies : attendance::absent, "attendance");
            if (!one_in(3)) p.initials = say(initials);
            if (how < 4 && one_in(6)) p.part = say(true, "(part)");
            m_.people.push_back(std::move(p));
        }
    }

    item new_item(const std::string& number, int depth) {
        item i;
        i.id = fmt::format("i{}", ++item_count_);
        if (!number.empty()) i.number = say(number);
        std::string heading = any(subjects);
        while (!headings_.insert(heading).second) heading = any(subjects) + " " + std::to_string(headings_.size());
        i.heading = say(heading);
        for (std::size_t n = below(4); n > 0; --n) {
            std::string prose = any(sentences);
            for (std::size_t more = below(3); more > 0; --more) prose += " " + any(sentences);
            i.blocks.push_back({block::kind_type::paragraph, put(prose, leaf::kind_type::prose, i.id)});
        }
        if (one_in(4)) new_decision(i);
        for (std::size_t n = below(3); n > 0; --n) new_action(i.id);
        if (depth < 3 && one_in(4))
            for (std::size_t n = 1 + below(2), k = 1; k <= n; ++k) i.items.push_back(new_item(number.empty() ? "" : fmt::format("{}.{}", number, k), depth + 1));
        return i;
    }

    void new_decision(item& under) {
        decision d;
        d.id = fmt::format("d{}", m_.decisions.size() + 1);
        d.kind = "resolved";
        d.item = under.id;
        const std::string text = any(resolutions), marker = "RESOLVED: ";
        const spans line = put(marker + text, leaf::kind_type::prose, under.id);
        d.text = {text, {{line[0].begin + static_cast<std::uint32_t>(marker.size()), line[0].end}}, basis::stated, {}, {}};
        under.blocks.push_back({block::kind_type::paragraph, line});
        m_.decisions.push_back(std::move(d));
    }

    void new_action(const std::string& item) {
        action a;
        a.id = fmt::format("a{}", m_.actions.size() + 1);
        a.item = item;
        if (one_in(2)) a.ref = say(std::to_string(m_.actions.size() + 1), a.id + ".ref");
        std::string task = any(tasks);
        // The same words with the same owners are one task said twice.
        while (!tasks_.insert(task).second) task = any(tasks) + fmt::format(" for plot {}", tasks_.size());
        a.text = say(task, a.id + ".text");
        for (const person& p : m_.people)
            if (p.initials.value && one_in(4) && a.owners.size() < 3) a.owners.push_back({say(*p.initials.value, a.id + ".owner"), p.id});
        if (a.owners.empty() && one_in(4)) a.owners.push_back({say("All"), {}});
        if (one_in(2)) {
            const date d = some_day(year_ + 1);
            a.due.text = say(long_form(d), a.id + ".due");
            a.due.date = {d, a.due.text.spans, basis::stated, {}, {}};
        } else if (one_in(3)) a.due.text = say(any(open_dues), a.id + ".due");
        if (one_in(4)) a.status = say(action_status::complete, "complete");
        m_.actions.push_back(std::move(a));
    }

    void next() {
        const date d = some_day(year_ + 1);
        m_.next.date = say(d, long_form(d));
        if (one_in(2)) m_.next.start = some_time(9);
        if (one_in(2)) m_.next.venue = say(any(venues));
    }

    std::mt19937 random_;
    meeting m_;
    std::string text_;
    std::vector<leaf> leaves_;
    std::set<std::string> headings_;
    std::set<std::string> tasks_;
    int year_ = 2000, item_count_ = 0;
};

}  // namespace

meeting invented_meeting(std::uint32_t seed) { return inventor(seed).invent(); }
