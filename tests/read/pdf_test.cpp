// SPDX-License-Identifier: Apache-2.0
// PDFs of our own, read through poppler's programs: paragraphs, lists, tables, page furniture, and files that cannot be read.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include <fmt/format.h>
#include <zlib.h>

#include "catch.hpp"
#include "document_text.hpp"
#include "pdf_maker.hpp"
#include "poppler.hpp"
#include "readers.hpp"

namespace {

using namespace minutes;
using namespace minutes::test;

document read(const std::string& bytes, const reading& how = {}) { return read_document(bytes, {}, {.name = "test.pdf", .reading = how}); }

std::string read_as_text(const std::vector<pdf_page>& pages) { return "\n" + document_text(read(pdf_of(pages))); }

bool has(const document& d, std::string_view code) {
    return std::any_of(d.diagnostics.begin(), d.diagnostics.end(), [&](const auto& x) { return x.code == code; });
}

TEST_CASE("lines that were wrapped are one paragraph, others are their own") {
    pdf_page p;
    p.bold(212, 60, "Harbour Board", 18);
    p.words(60, 100, "The clerk reported that the gates of the inner harbour had been painted and that the");
    p.words(60, 114, "bill was within the budget.");
    p.words(60, 128, "The chair thanked the volunteers who had cleared the slipway after the storm in March");
    p.words(60, 142, "and asked for a list of their names.");
    p.words(60, 180, "1.");
    p.words(84, 180, "The minutes of the last meeting were read and agreed; they will be put up at the");
    p.words(84, 194, "harbour office.");
    p.words(84, 208, "-");
    p.words(98, 208, "Two copies were signed.");
    CHECK(read_as_text({p}) == R"(
h1 centre     | **Harbour Board**

              | The clerk reported that the gates of the inner harbour had been painted and that the bill was within the budget.
              | The chair thanked the volunteers who had cleared the slipway after the storm in March and asked for a list of their names.

li1 =1.       | 1. The minutes of the last meeting were read and agreed; they will be put up at the harbour office.
li2 =-        | - Two copies were signed.
)");
}

TEST_CASE("a line that a bold label opens is a paragraph of its own, however full the line above") {
    pdf_page p;
    p.words(60, 100, "Minutes of the meeting held on Tuesday 4 May 2021 in the Customs House");
    p.bold(60, 120, "Present:").words(108, 120, "Jane Smith in the chair, Omar Reyes, Lena Kelly");
    p.bold(60, 140, "Apologies:").words(120, 140, "Tom Ash");
    const auto d = read(pdf_of({p}));
    CHECK(d.blocks.size() == 3);
}

TEST_CASE("ruling lines make a table; a missing line joins two cells") {
    pdf_page p;
    p.grid({60, 120, 400, 500}, {100, 120, 150, 170});
    p.bold(64, 114, "Ref").bold(124, 114, "Action").bold(404, 114, "Owner");
    p.words(64, 134, "1/14").words(124, 134, "Paint the gates of the inner harbour before the season").words(124, 146, "starts.").words(404, 134, "JS");
    p.words(64, 164, "2/14").words(124, 164, "Mend the slipway.").words(404, 164, "OR");
    CHECK(read_as_text({p}) == R"(
t1 r1 c1      | **Ref**
t1 r1 c2      | **Action**
t1 r1 c3      | **Owner**
t1 r2 c1      | 1/14
t1 r2 c2      | Paint the gates of the inner harbour before the season starts.
t1 r2 c3      | JS
t1 r3 c1      | 2/14
t1 r3 c2      | Mend the slipway.
t1 r3 c3      | OR
)");
}

TEST_CASE("print is bold by its tags, by a heavy face, or by a nameless one that sets little apart") {
    const auto bold_with = [](const std::string& heading_font, const std::string& heading) {
        std::vector<page> pages(1);
        pages[0].width = 595;
        pages[0].words = {{"Apologies", {60, 60, 110, 72}}, {"There", {60, 80, 90, 92}}, {"were", {94, 80, 120, 92}}, {"none", {124, 80, 150, 92}}, {"from", {154, 80, 180, 92}},
                          {"anybody", {184, 80, 230, 92}}, {"who", {234, 80, 250, 92}}, {"had", {254, 80, 280, 92}}, {"been", {284, 80, 310, 92}}, {"asked.", {314, 80, 340, 92}}};
        add_print(pages, "<pdf2xml><page number=\"1\" width=\"595\"><fontspec id=\"0\" size=\"11\" family=\"" + heading_font + "\"/><fontspec id=\"1\" size=\"10\" family=\"CIDFont+F2\"/>"
                         "<text left=\"60\" top=\"60\" width=\"50\" height=\"12\" font=\"0\">" + heading + "</text>"
                         "<text left=\"60\" top=\"80\" width=\"280\" height=\"12\" font=\"1\">There were none from anybody who had been asked.</text></page></pdf2xml>");
        CHECK_FALSE(pages[0].words[1].bold);
        CHECK(pages[0].words[1].size == Approx(10));
        return pages[0].words[0].bold;
    };
    CHECK(bold_with("ABCDEF+Lato", "<b>Apologies</b>"));
    CHECK(bold_with("ABCDEF+Lato", "<b>APOLOGIES</b>"));  // in small capitals
    CHECK(bold_with("ABCDEF+CMBX12", "Apologies"));
    CHECK(bold_with("CIDFont+F1", "Apologies"));
    CHECK_FALSE(bold_with("ABCDEF+Lato", "Apologies"));
}

TEST_CASE("a word is bold by its letters, whatever the mark behind it is printed in") {
    pdf_page p;
    p.bold(60, 100, "Jane Smith").words(118.7, 100, ", Chair of the harbour trustees");
    CHECK(read_as_text({p}) == R"(
              | **Jane Smith, **Chair of the harbour trustees
)");
}

TEST_CASE("a word that a narrow cell breaks is one word again") {
    pdf_page p;
    p.grid({60, 400, 450}, {100, 140, 160});
    p.words(65, 114, "Paint the gates of the inner harbour before the season").words(405, 114, "Complet").words(405, 127, "ed");
    p.words(65, 154, "Mend the slipway.").words(405, 154, "New");
    CHECK(read_as_text({p}) == R"(
t1 r1 c1      | Paint the gates of the inner harbour before the season
t1 r1 c2      | Completed
t1 r2 c1      | Mend the slipway.
t1 r2 c2      | New
)");
}

TEST_CASE("a cell that a page cuts is one cell again") {
    pdf_page one, two;
    one.grid({60, 120, 400, 500}, {700, 720, 760});
    one.bold(64, 714, "Ref").bold(124, 714, "Action").bold(404, 714, "Owner");
    one.words(64, 734, "1/14").words(124, 734, "Paint the gates of the inner harbour before the season").words(404, 734, "JS");
    two.grid({60, 120, 400, 500}, {60, 80, 100});
    two.words(124, 74, "starts.");
    two.words(64, 94, "2/14").words(124, 94, "Mend the slipway.").words(404, 94, "OR");
    CHECK(read_as_text({one, two}) == R"(
t1 r1 c1      | **Ref**
t1 r1 c2      | **Action**
t1 r1 c3      | **Owner**
t1 r2 c1      | 1/14
t1 r2 c2      | Paint the gates of the inner harbour before the season starts.
t1 r2 c3      | JS
t1 r3 c1      | 2/14
t1 r3 c2      | Mend the slipway.
t1 r3 c3      | OR
---- page ----
)");
}

TEST_CASE("lists side by side under heads are a table without ruling lines") {
    pdf_page p;
    p.bold(60, 60, "Present").bold(300, 60, "Apologies");
    p.words(60, 74, "Jane Smith").words(300, 74, "Ana Ruiz");
    p.words(60, 88, "Omar Reyes").words(300, 88, "Tom Birch");
    p.words(60, 102, "Lena Fox");
    p.words(60, 140, "The clerk reported that the gates had been painted.");
    CHECK(read_as_text({p}) == R"(
t1 r1 c1      | **Present**
t1 r1 c2      | **Apologies**
t1 r2 c1      | Jane Smith
t1 r2 c2      | Ana Ruiz
t1 r3 c1      | Omar Reyes
t1 r3 c2      | Tom Birch
t1 r4 c1      | Lena Fox
              | The clerk reported that the gates had been painted.
)");
}

TEST_CASE("aligned gaps make a table; its cells may have several lines") {
    pdf_page p;
    p.bold(60, 60, "Ref").bold(120, 60, "Action").bold(380, 60, "Owner").bold(460, 60, "Due");
    p.words(60, 80, "1/14").words(120, 80, "Paint the gates of the inner harbour well before").words(380, 80, "JS").words(460, 80, "30 June");
    p.words(120, 93, "the season starts.");
    p.words(60, 113, "2/14").words(120, 113, "Mend the slipway.").words(380, 113, "OR").words(460, 113, "4 July");
    CHECK(read_as_text({p}) == R"(
t1 r1 c1      | **Ref**
t1 r1 c2      | **Action**
t1 r1 c3      | **Owner**
t1 r1 c4      | **Due**
t1 r2 c1      | 1/14
t1 r2 c2      | Paint the gates of the inner harbour well before the season starts.
t1 r2 c3      | JS
t1 r2 c4      | 30 June
t1 r3 c1      | 2/14
t1 r3 c2      | Mend the slipway.
t1 r3 c3      | OR
t1 r3 c4      | 4 July
)");
}

TEST_CASE("text behind a number or a label goes on at the margin") {
    pdf_page p;
    p.words(60, 100, "The clerk reported that the gates of the inner harbour had been painted and that the bill");
    p.words(60, 114, "was within the budget. The chair thanked the volunteers who had cleared the slipway after");
    p.words(60, 128, "the storm in March.");
    p.bold(60, 160, "9/16").bold(110, 160, "Extension of the boat house, and a new wall along the quay at Barset");
    p.bold(60, 174, "Harbour, Mill Lane");
    p.words(60, 206, "2.").words(90, 206, "Apologies:").words(160, 206, "They were received from the harbour master and from the clerk of");
    p.words(60, 220, "the county.");
    CHECK(read_as_text({p}) == R"(
              | The clerk reported that the gates of the inner harbour had been painted and that the bill was within the budget. The chair thanked the volunteers who had cleared the slipway after the storm in March.

              | **9/16\tExtension of the boat house, and a new wall along the quay at Barset** **Harbour, Mill Lane**

li1 =2.       | 2. Apologies:\tThey were received from the harbour master and from the clerk of the county.
)");
}

TEST_CASE("the lines of a title in large print are one heading") {
    pdf_page p;
    p.bold(60, 60, "4 May 2021 Barset Harbour Trustees' Open", 22);
    p.bold(60, 90, "Meeting", 22);
    p.words(60, 130, "The clerk reported that the gates of the inner harbour had been painted and that the bill");
    p.words(60, 144, "was within the budget. The chair thanked the volunteers who had cleared the slipway after");
    p.words(60, 158, "the storm in March.");
    CHECK(read_as_text({p}) == R"(
h1            | **4 May 2021 Barset Harbour Trustees' Open** **Meeting**

              | The clerk reported that the gates of the inner harbour had been painted and that the bill was within the budget. The chair thanked the volunteers who had cleared the slipway after the storm in March.
)");
}

TEST_CASE("a cell of a table without ruling lines may have more lines than there are rows") {
    pdf_page p;
    p.words(60, 100, "Motion").words(160, 100, "Moved by").words(260, 100, "Seconded by").words(360, 100, "Status");
    p.words(60, 118, "Accept the").words(160, 118, "Jane").words(260, 118, "Omar").words(360, 118, "Accepted");
    p.words(60, 132, "minutes of the");
    p.words(60, 146, "meeting in");
    p.words(60, 160, "April");
    p.words(60, 178, "Lend the boat").words(160, 178, "Omar").words(260, 178, "Lena").words(360, 178, "Rejected");
    p.words(60, 192, "to the school");
    CHECK(read_as_text({p}) == R"(
t1 r1 c1      | Motion
t1 r1 c2      | Moved by
t1 r1 c3      | Seconded by
t1 r1 c4      | Status
t1 r2 c1      | Accept the minutes of the meeting in April
t1 r2 c2      | Jane
t1 r2 c3      | Omar
t1 r2 c4      | Accepted
t1 r3 c1      | Lend the boat to the school
t1 r3 c2      | Omar
t1 r3 c3      | Lena
t1 r3 c4      | Rejected
)");
}

TEST_CASE("rows whose cells are full by chance are rows") {
    pdf_page p;
    p.words(60, 100, "Jane Smith").words(195, 100, "JS").words(240, 100, "Chair");
    p.words(60, 114, "Omar Lindqvist-Reyesen").words(195, 114, "OR").words(240, 114, "Vice Chairperson");
    p.words(60, 128, "Lena Kelly").words(195, 128, "LK");
    p.words(60, 142, "Tom Ash").words(195, 142, "TA");
    p.words(60, 156, "Ines Okoro").words(195, 156, "IO").words(240, 156, "Clerk");
    p.words(60, 170, "Joe Moss").words(195, 170, "JM").words(240, 170, "Treasurer of the");
    p.words(240, 184, "trust");
    CHECK(read_as_text({p}) == R"(
t1 r1 c1      | Jane Smith
t1 r1 c2      | JS
t1 r1 c3      | Chair
t1 r2 c1      | Omar Lindqvist-Reyesen
t1 r2 c2      | OR
t1 r2 c3      | Vice Chairperson
t1 r3 c1      | Lena Kelly
t1 r3 c2      | LK
t1 r4 c1      | Tom Ash
t1 r4 c2      | TA
t1 r5 c1      | Ines Okoro
t1 r5 c2      | IO
t1 r5 c3      | Clerk
t1 r6 c1      | Joe Moss
t1 r6 c2      | JM
t1 r6 c3      | Treasurer of the trust
)");
}

TEST_CASE("owners beside paragraphs are their tails") {
    pdf_page p;
    p.words(60, 60, "The clerk will ask three firms what they want for").words(340, 60, "JS");
    p.words(60, 74, "repainting the gates.");
    p.words(60, 102, "The chair will write to those who cleared the slip").words(340, 102, "OR");
    p.words(60, 116, "afterwards, in March.");
    p.words(60, 144, "The fees stay as they are until the autumn, when").words(340, 144, "All");
    p.words(60, 158, "everybody will meet again.");
    CHECK(read_as_text({p}) == R"(
              | The clerk will ask three firms what they want for repainting the gates.\tJS

              | The chair will write to those who cleared the slip afterwards, in March.\tOR

              | The fees stay as they are until the autumn, when everybody will meet again.\tAll
)");
}

TEST_CASE("running text in two columns is read one column after the other") {
    pdf_page p;
    const std::vector<std::string> left = {"The clerk reported that the gates of the", "inner harbour had been painted and that", "the bill was well within the budget that", "the Board had set in the spring of last", "year; the firm had kept to its word and", "finished in three weeks."};
    const std::vector<std::string> right = {"The chair thanked all who had cleared the", "slipway after the storm and asked to be", "given a list of their names. They will be", "asked to the summer party of the harbour", "master, who has promised a cake for each", "of them and a song."};
    for (std::size_t i = 0; i < left.size(); ++i) p.words(60, 60 + 14 * static_cast<double>(i), left[i]).words(320, 60 + 14 * static_cast<double>(i), right[i]);
    CHECK(read_as_text({p}) == R"(
              | The clerk reported that the gates of the inner harbour had been painted and that the bill was well within the budget that the Board had set in the spring of last year; the firm had kept to its word and finished in three weeks.
              | The chair thanked all who had cleared the slipway after the storm and asked to be given a list of their names. They will be asked to the summer party of the harbour master, who has promised a cake for each of them and a song.
)");
}

TEST_CASE("what stands on every page is set apart, be it ruled or laid across the page") {
    std::vector<pdf_page> pages(3);
    const std::vector<std::string> said = {"The minutes were agreed.", "The gates were painted.", "The fees stay as they are."};
    for (std::size_t n = 0; n < pages.size(); ++n) {
        auto& p = pages[n];
        p.grid({60, 300, 500}, {30, 50}).words(64, 44, "Harbour Board").words(304, 44, "Version " + std::to_string(n + 1));
        p.words(60, 100, said[n]);
        p.words(100, 500, "DRAFT", 120);
        p.words(280, 820, std::to_string(n + 1));
    }
    CHECK(read_as_text(pages) == R"(
header        | Harbour Board\tVersion 1
              | The minutes were agreed.
footer        | 1
footer        | DRAFT
---- page ----
header        | Harbour Board\tVersion 2
              | The gates were painted.
footer        | 2
footer        | DRAFT
---- page ----
header        | Harbour Board\tVersion 3
              | The fees stay as they are.
footer        | 3
footer        | DRAFT
)");
}

TEST_CASE("a typewriter's blanks and tabs are counted") {
    pdf_page p;
    const std::vector<std::string> lines = {"Harbour Board", "", "Present:", "Jane Smith        Chair        JS", "Omar Reyes        Clerk        OR", "",
                                            "The clerk reported that the gates of the inner harbour had been painted in ", "March and that the bill was within the budget."};
    for (std::size_t i = 0; i < lines.size(); ++i) p.typed(60, 60 + 12 * static_cast<double>(i), lines[i]);
    p.typed(60, 168, "1.").typed(60 + 35.45, 168, "Fees").typed(60 + 3 * 35.45, 168, "The fees stay as they are.").typed(60 + 8 * 35.45, 168, "JS");  // stops stand 1.25 cm apart
    CHECK(read_as_text({p}) == R"(
              | Harbour Board

              | Present:
              | Jane Smith        Chair        JS
              | Omar Reyes        Clerk        OR

              | The clerk reported that the gates of the inner harbour had been painted in March and that the bill was within the budget.

              | 1.\tFees\t\tThe fees stay as they are.\tJS
)");
}

std::string typed_lines(const std::vector<std::string>& lines) {
    pdf_page p;
    for (std::size_t i = 0; i < lines.size(); ++i) p.typed(57.5, 60 + 12 * static_cast<double>(i), lines[i]);  // room for 80 letters
    return read_as_text({p});
}

TEST_CASE("a typewriter's lines that the page's edge broke are one again") {
    // A program breaks a line behind a blank, which is printed; a line that ends of itself has none.
    CHECK(typed_lines({"Harbour Board", "", "The clerk said that the gates of the inner harbour had been painted in the first ", "week of March and that the bill was within the budget that the board had set",
                       "Those who moor there have written to say that they like the colour, all but one."}) == R"(
              | Harbour Board

              | The clerk said that the gates of the inner harbour had been painted in the first week of March and that the bill was within the budget that the board had set
              | Those who moor there have written to say that they like the colour, all but one.
)");
}

TEST_CASE("blanks that hang over a page's edge are put back where other rows have their cells") {
    const auto row = [](std::string_view item, std::string_view discussion, std::string_view who) { return fmt::format("{:<12}{:<54}{:<14}", item, discussion, who); };
    const std::string gates = row("1. Gates", "The gates of the inner harbour have been painted.", "Omar Reyes of");
    const auto read = typed_lines({row("Item", "Discussion", "Who"), "When", "", gates, "the Board    4 May", "",
                                    "The clerk said that the bill was within the budget that the Board had set."});
    CHECK(read.find(row("Item", "Discussion", "Who") + std::string(13, ' ') + "When\n") != read.npos);
    CHECK(read.find(gates + "the Board    4 May\n") != read.npos);
}

TEST_CASE("a tab that had no room is put back when the rows around have as many") {
    pdf_page p;
    constexpr double stop = 35.45, left = 57.5;
    const std::vector<std::string> tasks = {"Paint the gates of the harbour", "Send the bill to all that moor", "Ask the painters for one price"};
    double y = 60;
    for (std::size_t i = 0; i < 3; ++i, y += 12) {
        p.typed(left, y, fmt::format("{}.", i + 1)).typed(left + stop, y, tasks[i]);
        // The last row has its owner on the next line: a long task left no room for the tab.
        if (i < 2) p.typed(left + 9 * stop, y, "JS");
        else p.typed(left + 8 * stop, y, "of paint that will last a winter").typed(left + stop, y + 12, "OR");
    }
    CHECK(read_as_text({p}) == R"(
              | 1.\tPaint the gates of the harbour\t\t\tJS
              | 2.\tSend the bill to all that moor\t\t\tJS
              | 3.\tAsk the painters for one price\t\tof paint that will last a winter\tOR
)");
}

TEST_CASE("every block says on which page and where on it it stands") {
    pdf_page one, two;
    one.words(60, 100, "First page.");
    two.words(60, 200, "Second page.");
    const auto d = read(pdf_of({one, two}));
    CHECK(d.source.pages == 2);
    const auto* o = origin_of(*d.text, static_cast<std::uint32_t>(d.text->text.find("Second")));
    REQUIRE(o);
    CHECK(o->page == 2);
    CHECK(o->left == Approx(60).margin(1));
    CHECK(o->bottom == Approx(202).margin(3));
}

TEST_CASE("a PDF that cannot be read says why") {
    const auto refused = [](const document& d, std::string_view code) { return !d.readable && has(d, code); };
    const auto picture = pdf_of({pdf_page{}.box(100, 100, 300, 300)});
    CHECK(refused(read(picture), "needs-ocr"));
    reading never;
    never.ocr = recognition::never;
    CHECK(refused(read(picture, never), "needs-ocr"));
    const auto some = read(pdf_of({pdf_page{}.words(60, 100, "Words"), pdf_page{}.box(100, 100, 300, 300), pdf_page{}}), never);
    CHECK(some.readable);
    CHECK(has(some, "needs-ocr"));
    CHECK(has(read(pdf_of({pdf_page{}})), "empty-document"));
    CHECK(refused(read("%PDF-1.4\nnothing else"), "cannot-read"));
    reading without;
    without.programs = "/nonexistent";
    CHECK(refused(read(pdf_of({pdf_page{}.words(60, 100, "Words")}), without), "missing-program"));
}

TEST_CASE("passwords and their owners' wishes are respected") {
    const auto stored = [](const std::string& name) {
        std::ifstream in(std::string(PDFS) + "/" + name, std::ios::binary);
        REQUIRE(in);
        return read(std::string{std::istreambuf_iterator<char>(in), {}});
    };
    const auto encrypted = stored("encrypted.pdf");
    CHECK_FALSE(encrypted.readable);
    CHECK(has(encrypted, "encrypted"));
    const auto kept = stored("protected.pdf");  // anyone may open it, nobody copy from it
    CHECK(kept.text->text == "The gate was painted.");
    CHECK(has(kept, "protected-file"));
}

TEST_CASE("pages beyond the limit are left out, and that is said") {
    const auto bytes = pdf_of({pdf_page{}.words(60, 100, "One."), pdf_page{}.words(60, 100, "Two."), pdf_page{}.words(60, 100, "Three.")});
    reading two;
    two.limits.pages = 2;
    const auto d = read(bytes, two);
    CHECK(d.source.pages == 2);
    CHECK(d.text->text == "One.\nTwo.");
    CHECK(has(d, "limit-reached"));
}

TEST_CASE("hostile PDFs end in words or a reason") {
    const auto plain = pdf_of({pdf_page{}.words(60, 100, "The gate was painted.")});
    const auto with = [&](const std::string& from, const std::string& to) {
        auto bytes = plain;
        bytes.replace(bytes.find(from), from.size(), to);
        return read(bytes);
    };
    const auto painted = [](const document& d) { return d.readable && d.text->text.find("painted.") != std::string::npos; };
    CHECK(painted(with("/Kids [", "/Kids [2 0 R ")));                                  // a tree that holds itself
    CHECK(painted(with("/MediaBox [0 0 595 842]", "/MediaBox [0 0 1000000000 1000000000]")));
    CHECK(painted(with("/Type /Catalog", "/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")));
    CHECK(painted(with("/Length ", "/Length 99999")));                                  // a length that lies
    const auto endless = with("/Count 1", "/Count 2147483647");
    CHECK((painted(endless) || has(endless, "cannot-read")));
    CHECK(painted(with("/Type /Catalog", "/Type /Catalog /Outlines 1 0 R /AA << /O << /S /Launch /F (/bin/sh) >> >>")));
    CHECK(painted(with("/Type /Catalog", "/Type /Catalog /AcroForm << /Fields [] /XFA (<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>) >>")));
    CHECK(painted(with("trailer\n<< ", fmt::format("trailer\n<< /Prev {} ", plain.find("xref\n0")))));  // a table of contents that goes on in itself
    CHECK(painted(with("/Type /Page ", "/Type /Page /Rotate 90 ")));
    CHECK(painted(with("BT /R", "1 1 1 rg BT /R")));                                    // white on white is read as what stands there
    CHECK(painted(read("junk before the file\n" + plain)));
    pdf_page heap;  // thousands of words on one spot, and words outside the page
    for (int i = 0; i < 5000; ++i) heap.words(60, 200, "a");
    CHECK(painted(read(pdf_of({heap.words(60, 100, "The gate was painted.").words(-900, 100, "outside")}))));
    for (std::size_t n = 0; n < plain.size(); n += plain.size() / 16) {
        const auto d = read(plain.substr(0, n));
        CHECK((painted(d) || !d.diagnostics.empty()));
    }
    pdf_page rules;
    for (int i = 0; i < 3000; ++i) rules.line(i % 500, i % 800, i % 500 + 30, i % 800).line(i % 500, i % 800, i % 500, i % 800 + 30);
    CHECK(painted(read(pdf_of({rules.words(60, 100, "The gate").words(300, 100, "was painted.")}))));
}

/// A page with the words "The gate was painted." and what is behind them; `more` are objects from 6 on.
std::string page_with(const std::string& resources, const std::string& filter, const std::string& content, const std::vector<std::string>& more = {}) {
    std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
                                        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /R 3 0 R /Z 7 0 R >> {} >> /Contents 5 0 R >>", resources),
                                        fmt::format("<< {} /Length {} >>\nstream\n{}endstream", filter, content.size(), content)};
    objects.insert(objects.end(), more.begin(), more.end());
    return pdf_of_objects(objects);
}

const std::string painted_words = "BT /R 11 Tf 60 700 Td (The gate was painted.) Tj ET\n";

std::string packed(const std::string& bytes) {
    auto size = compressBound(static_cast<uLong>(bytes.size()));
    std::string out(size, '\0');
    REQUIRE(compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size()), 9) == Z_OK);
    out.resize(size);
    return out;
}

std::string form(const std::string& resources, const std::string& content) {
    return fmt::format("<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << {} >> /Length {} >>\nstream\n{}endstream", resources, content.size(), content);
}

TEST_CASE("filters on filters are undone within the limits") {
    const auto chained = [](const std::string& content) { return page_with("", "/Filter [/FlateDecode /FlateDecode]", packed(packed(content))); };
    CHECK(read(chained(painted_words)).text->text == "The gate was painted.");
    const auto blanks = chained(painted_words + std::string(40'000'000, ' '));
    CHECK(blanks.size() < 2000);
    CHECK(read(blanks).text->text == "The gate was painted.");
    std::string words;
    for (int i = 0; i < 300'000; ++i) words += fmt::format("BT /R 1 Tf {} {} Td (word) Tj ET\n", i % 590, i / 590);
    reading narrow;
    narrow.limits.seconds = 20;
    narrow.limits.output = 1'000'000;
    const auto d = read(chained(painted_words + words), narrow);
    CHECK_FALSE(d.readable);
    CHECK(has(d, "limit-reached"));
}

TEST_CASE("a form or a font that draws itself ends") {
    const std::string itself = "/Font << /R 3 0 R >> /XObject << /F 6 0 R >>";
    const auto looped = read(page_with("/XObject << /F 6 0 R >>", "", painted_words + "/F Do\n", {form(itself, "/F Do /F Do\n")}));
    CHECK(looped.text->text == "The gate was painted.");

    const std::string type3 = "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a 6 0 R >> /Encoding << /Differences [97 /a] >> "
                              "/FirstChar 97 /LastChar 97 /Widths [1000] /Resources << /Font << /Z 7 0 R >> >> >>";
    const std::string glyph = "1000 0 0 0 750 750 d1 BT /Z 11 Tf (aaa) Tj ET\n";
    const auto font = read(page_with("", "", painted_words + "BT /Z 11 Tf 60 600 Td (aaa) Tj ET\n", {fmt::format("<< /Length {} >>\nstream\n{}endstream", glyph.size(), glyph), type3}));
    CHECK(font.text->text.starts_with("The gate was painted."));

    // Thirty forms, each of which draws the next one twice.
    std::vector<std::string> forms;
    for (int i = 7; i < 37; ++i) forms.push_back(form(fmt::format("/XObject << /F {} 0 R >>", i), "/F Do /F Do\n"));
    forms.push_back(form("", "BT ET\n"));
    reading brief;
    brief.limits.seconds = 1;
    const auto d = read(page_with("/XObject << /F 6 0 R >>", "", painted_words + "/F Do\n", forms), brief);
    CHECK((d.text->text == "The gate was painted." || has(d, "limit-reached")));
}

TEST_CASE("a page whose letters mean nothing is a picture, one with few of them is not") {
    // A font without names for its shapes gives characters of the private use area; a hundred of them are no words.
    const auto shapes = [](int n) {
        std::string codes;
        for (int i = 0; i < n; ++i) codes += fmt::format("{:02x}", i % 64 + 128);
        const std::string map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <80> <bf> <e000> endbfrange endcmap end end\n";
        return page_with("", "", fmt::format("BT /Z 11 Tf 60 700 Td <{}> Tj ET\n", codes),
                         {fmt::format("<< /Length {} >>\nstream\n{}endstream", map.size(), map), "<< /Type /Font /Subtype /TrueType /BaseFont /Helvetica /ToUnicode 6 0 R >>"});
    };
    reading never;
    never.ocr = recognition::never;
    const auto many = read(shapes(100), never);
    CHECK_FALSE(many.readable);
    CHECK(has(many, "needs-ocr"));
    CHECK(read(shapes(5), never).readable);
}

TEST_CASE("a damaged PDF gives what can be read of it") {
    auto bytes = pdf_of({pdf_page{}.words(60, 100, "The gate was painted.")});
    bytes.resize(bytes.find("startxref"));  // cut short before its last lines
    const auto d = read(bytes);
    CHECK(d.readable);
    CHECK(d.text->text.find("The gate was painted.") != std::string::npos);
    CHECK(has(d, "damaged-file"));
}

}  // namespace
