// SPDX-License-Identifier: Apache-2.0
// What --help says below the options; the options themselves stand in options.cpp.
#pragma once

namespace cli {

inline constexpr const char* program_help =
    R"(Examples:
  minutes march.txt -o actions.xlsx       the action register as a workbook
  minutes show march.txt                  who was there, what was decided, who does what by when
  minutes check march.txt                 what a person should look at, with its line
  minutes convert 2014/ -t csv -o out/    a folder of minutes, one output for each
  minutes register 2014/ -o actions.xlsx  a year of minutes, one register
  minutes import 1998/ --archive m.db     thousands of minutes, to search and to ask

'minutes COMMAND --help' says more about a command.)";

inline constexpr const char* convert_help =
    R"(Without -o, text formats go to standard output and a workbook is put beside its
input. The ending of -o's FILE tells the format when -t does not; without both it
is json. Several inputs go into a folder, each output named after its input.
A workbook that exists is kept unless --force is given: somebody may have typed
into it.

Examples:
  minutes convert march.txt -o actions.xlsx
  minutes convert march.txt -t csv > actions.csv
  minutes convert 2014/ april.md -t html -o pages/
  minutes convert - -t json < march.txt
  minutes convert -t list

Exit code: 0 done, 2 usage, 3 an input could not be read (the rest is done),
4 an output could not be written, 70 a fault of the program.)";

inline constexpr const char* learn_help =
    R"(Give it the minutes of one body. Each entry that is proposed stands below a comment with
its evidence: how many cells or lines speak for it, one of them, and the documents. Read
it, take out what is wrong, settle what is left open, and see what it changes:

Examples:
  minutes style learn 2014/ -o my.toml
  minutes check 2014/ --style my.toml
  minutes convert 2014/march.txt --style my.toml -t csv

Exit code: 0 done, 2 usage, 3 an input could not be read (the rest is done),
4 the style could not be written, 70 a fault of the program.)";

inline constexpr const char* register_help =
    R"(An action that later minutes list again under its reference is one row: its newest
status, owners and date, when it was first due, how often it was carried forward. Two
records are one action only by their reference at the same body, as its numbering goes,
or because --corrections says so; what looks alike stays apart. Sheet Updates keeps what
each meeting said. Nothing is closed unless minutes close it. A meeting in two files
counts once: approved minutes lead, drafts come last.

--update keeps what people typed into the register: cells, rows, columns, comments.
INPUT may be the new minutes alone; rows that they do not speak of stay. Where they
say something else than a person did, the person's word stays and Checks lists both.

Examples:
  minutes register 2014/ -o actions.xlsx
  minutes register april.txt --update actions.xlsx -o actions-2.xlsx
  minutes register 2014/ 2015/ --as-at 2015-12-31 -o actions.xlsx --force
  minutes register --archive minutes.db --as-at 2019-05-01 --status live -t csv
  minutes register 2014/ -t csv --columns Ref,Action,Owner,"Due date",Status

Exit code: 0 done, 2 usage, 3 an input could not be read (the rest is done),
4 the register could not be written, 70 a fault of the program.)";

inline constexpr const char* import_help =
    R"(Each document is read by a process of its own kind, within limits: one that crashes, hangs
or takes too much memory costs that document alone, is tried twice, and is then left until
it changes or --retry is given. What is unchanged since the last import is not read again;
what has changed replaces its old reading, which stays as its history. An import that was
stopped, however, goes on where it stopped when it is started again.

Examples:
  minutes import minutes-1998-2018/ --archive minutes.db
  minutes import minutes-1998-2018/ --archive minutes.db --report csv > report.csv
  minutes register --archive minutes.db --as-at 2019-05-01 --status live -o open.xlsx
  minutes search '"flood barrier" repair*' --archive minutes.db

Exit code: 0 done, 2 usage, 3 a document could not be read (the rest is done),
4 the archive could not be written, 70 a fault of the program, 130 stopped from the keyboard.)";

inline constexpr const char* search_help =
    R"(Examples:
  minutes search 'flood barrier' --archive minutes.db
  minutes search '"flood barrier" repair* -pontoon' --archive minutes.db --body harbour --since 2015-01-01
  minutes search 'ferry OR slipway' --archive minutes.db --format json

Exit code: 0 done, 1 nothing found, 2 usage or a mistake in QUERY, 3 the archive could not be read.)";

inline constexpr const char* site_help =
    R"(The pages are an overview with plots, the actions with filters, meetings, bodies, people, a
page for each document, and a search that works from files alone. Nothing is asked of a
network. Exempt business is left out unless --private is given.

Examples:
  minutes site --archive minutes.db -o site/
  minutes site --archive minutes.db -o site/ --title "Minutes of Saltmarsh Parish Council"

Exit code: 0 done, 2 usage, 3 the archive could not be read, 4 the site could not be written.)";

inline constexpr const char* check_help =
    R"(Each finding is 'file:line:column: severity: message [code]'; 'minutes explain CODE'
says more about a code. --coverage says what became of each character of the text.

Examples:
  minutes check march.txt
  minutes check 2014/ --fail-on warning
  minutes check march.txt --coverage --format json
  minutes check 2014/ --format sarif > findings.sarif

Exit code: 0 nothing at or above --fail-on, 1 something, 2 usage, 3 an input could
not be read, 70 a fault of the program.)";

inline constexpr const char* show_help =
    R"(Examples:
  minutes show march.txt
  minutes show march.txt --only actions
  minutes show 2014/ | less)";

inline constexpr const char* trace_help =
    R"(INPUT may end in a line: march.txt:31. For each block of the document stand its place,
then '=' what was read out of it, by which rule; '+' the readings that were weighed and
taken, '-' those that were not, with their weight and its reasons.

Examples:
  minutes trace march.txt | less
  minutes trace march.txt:31)";

inline constexpr const char* score_help =
    R"(A corrected reading is what 'minutes convert -t json' wrote, put right by hand: change a
"value", or put a plain text in the place of a traced value. A title or place counts when
it shares three words in four, a heading 0.7, an action or decision 0.6 of its words
(F1); action_records counts the actions that are right as a whole: wording (0.85),
reference, owners and date.

Examples:
  minutes convert 2014/ -t json -o gold/      then correct gold/*.json
  minutes score --gold gold/ 2014/ --verbose

Exit code: 0 done, 2 usage, 3 an input or its corrected reading could not be read.)";

inline constexpr const char* explain_help =
    R"(Examples:
  minutes explain                         all codes
  minutes explain displaced-owner)";

}  // namespace cli
