// SPDX-License-Identifier: Apache-2.0
#include <minutes/diagnostic.hpp>

namespace minutes {

const std::vector<diagnostic_code>& diagnostic_codes() {
    static const std::vector<diagnostic_code> codes = {
        {"ambiguous-date", severity::note, "A date in figures can be read day first or month first, and nothing in the document decides; the language's habit did.",
         "Say which with --date-order dmy, mdy or ymd."},
        {"ambiguous-initials", severity::warning, "Two people at the meeting share the initials that an action names.",
         "Find out who was meant; the register keeps the initials as written."},
        {"cannot-open", severity::error, "The file cannot be opened or read.", "Check the path and the permissions."},
        {"cannot-read", severity::error, "The file is not a document that this program can read.",
         "Check that it holds text; `minutes convert -f list` names the formats."},
        {"characters-replaced", severity::note, "Characters that documents must not hold (control characters) were replaced by U+FFFD.", ""},
        {"cut-cell", severity::note, "A table cell was cut, usually by a page break, and its parts were joined again.",
         "Read the joined text once."},
        {"damaged-file", severity::warning, "The file is cut or damaged; what could be read of it was read.",
         "Compare the reading with a sound copy of the file."},
        {"date-conflict", severity::warning, "The weekday beside a date is not the weekday of that date.",
         "Look up which of the two is right; the date is kept as written."},
        {"displaced-owner", severity::warning, "Owners or dates stand in the row beside their action's and were given back to it.",
         "Compare the owners with the source line."},
        {"duplicate-initials", severity::warning, "Two people have the same initials.", "Owners with these initials name nobody until it is known who is meant."},
        {"empty-document", severity::warning, "The document holds no words.", "Check that it is the right file; a scan must be recognised first."},
        {"encoding-mixed", severity::note, "The file mixes UTF-8 with bytes of Windows-1252; each stray byte was read as Windows-1252.",
         "Look at the quotation marks and accents."},
        {"encrypted", severity::error, "The file is encrypted, so it cannot be read.", "Save the document without a password."},
        {"format-mismatch", severity::warning, "The file's name says another format than its content; the content was believed.",
         "Name the format with -f if the content was misjudged."},
        {"hidden-text", severity::note, "The document has words that its format hides; they were not read.",
         "Show hidden text in an office program to see them."},
        {"homoglyph", severity::note, "Letters of another alphabet that look Latin were read as the Latin ones; the text keeps them.", ""},
        {"invalid-date", severity::warning, "A date that is not in the calendar.", "The words are kept; no date was made of them."},
        {"invalid-meeting", severity::error, "A file that says it is JSON or XML of this program is cut short, was changed by hand or contradicts itself.",
         "Write it anew from the document that it was read from."},
        {"left-out", severity::note, "The file holds things that are never read: macros, embedded or linked files.", ""},
        {"limit-reached", severity::warning, "Reading stopped at a limit that keeps hostile files in bounds; it is an error where nothing could be read.",
         "If the file is trusted, allow more with the option that the message names."},
        {"lossy-reading", severity::warning, "The program that reads this format well is not installed; another one gave the words and lost the rest.",
         "Install the program that the message names and read the file again."},
        {"missing-program", severity::error, "A program that reads this format is not installed.", "Install it; the message names it."},
        {"needs-ocr", severity::error, "The pages are pictures: their words must be recognised first.",
         "Install tesseract, or recognise the file with another program."},
        {"no-date", severity::warning, "No date of the meeting was found.", ""},
        {"no-due-date", severity::note, "An action has no date by which it is due.", ""},
        {"no-owner", severity::note, "An action has no owner.", ""},
        {"not-minutes", severity::note, "Nothing in the document was recognised as minutes; all of it is kept as prose.", ""},
        {"style-error", severity::error, "A house style has a mistake: no TOML, or a section, key, word or shape that it cannot have.",
         "Mend the line; docs/styles.md shows what a style may say."},
        {"tracked-changes", severity::note, "The document has tracked changes; it was read as if all were accepted, or with --changes original as it was before them.",
         "Look at the document in an office program to see who changed what."},
        {"protected-file", severity::note, "The file's owner asks that its words are not copied out of it; it was read all the same.", "Check that you may use them."},
        {"recognised-text", severity::note, "Words were recognised from pictures of pages; some letters and figures may be wrong.",
         "Compare names, dates and references with the pages."},
        {"uncertain-date", severity::warning, "One date stands where it may belong to more than one action, so it is given to none.",
         "Look at the row; `candidates` has the date."},
        {"uncertain-words", severity::warning, "Words that character recognition is not sure of.", "Compare them with the page."},
        {"unknown-owner", severity::warning, "An action's owner is in initials that belong to nobody named in the document.",
         "The owner is kept as written."},
        {"unparsed-text", severity::note, "Words that no rule understood; they are kept.", ""},
    };
    return codes;
}

std::string_view name_of(severity s) {
    switch (s) {
        case severity::note: return "note";
        case severity::warning: return "warning";
        case severity::error: return "error";
    }
    return {};
}

}  // namespace minutes
