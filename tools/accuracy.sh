#!/usr/bin/env bash
# Writes docs/accuracy.md: what the program of build/release reads of the shared corpus, measured against a clerk's reading.
# The corpus is found by MINUTES_SHARED, else beside the project; without it nothing is written.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=${MINUTES_SHARED:-../shared}
[[ -f $shared/eval/score.py ]] || { echo "skipped: no shared corpus (set MINUTES_SHARED to its folder)" >&2; exit 0; }
tables=$(python3 tools/accuracy.py "$shared" build/release/minutes)
cat >docs/accuracy.md <<PAGE
# Accuracy

Measured on $(date +%F) on the 104 real documents of the development corpus (some 50 bodies: PDF, Word, OpenDocument, HTML,
Markdown, plain text, Org; English, Welsh, French) against a clerk's reading of each. A title or place counts when it shares three
words in four with the clerk's, a heading 0.7, an action or decision 0.6 of its words (bag-of-words F1); names, initials, dates,
times and references must be equal. \`action_records\` counts the actions that are right as a whole: wording (0.85), reference,
owners and date. P and R are precision and recall, micro-averaged over the documents.

$tables

## On documents of other bodies

The rules were written while looking at the documents above, so expect less on others. On 2026-11-26, 27 and 28 clerks who do not write
rules read documents of other bodies before the program did. Twenty-four such sets were read blind, each before anybody who writes rules
had seen it (mean F1 over fields; over documents): 24 documents 0.757; 30 technical ones 0.791; 24 of parishes, boards and clubs
0.690; 28 of all kinds 0.757 (0.750); 30 of boards and standards bodies 0.758 (0.808); 30 of all kinds, mostly Markdown, 0.842
(0.742); then, by a later program, 45 of councils, schools and clubs 0.827 (0.861) and 51 of boards and societies 0.821 (0.769),
both mostly the beginnings of pages; 30 of all kinds, ten of them set as Word or PDF, 0.922 (0.863); 26 whole ones 0.818 (0.826);
24 whole ones, five not in English, 0.777 (0.727); 34 with whole ones among them, of councils, governors, clubs and boards, a third
set as Word or PDF, 0.887 (0.835); 34 whole ones of all kinds, a third set as Word or PDF, 0.860 (0.845); two of 26 whole ones, a
quarter set as Word or PDF, whose borderline entries the clerks left unscored as the corpus above does, 0.875 (0.817) and 0.877
(0.829); made in the same way, 23 documents of standards bodies, clubs and boards 0.786 (0.785); 26 of boards,
clubs and open-source projects 0.914 (0.872); 24 of councils, owners, societies and boards, whose gold an auditor wrote before the
program read them, 0.879 (0.837). The newest three: 26 documents of clubs, student bodies, standards groups and open-source projects
0.789 (0.772); 23 of boards and working groups of many trades 0.733 (0.704); and 39 that a clerk wrote
in the manner of public bodies as they keep minutes (parishes, governors, hospitals, unions, Gemeinderat, conseil municipal and so
on, nine not in English; 14 Word, 13 PDF, 3 OpenDocument, 2 old Word, 3 HTML, 4 text; each as another house writes, with grids, margins, columns and
slips), 0.835 (0.780).

The last one, also of 2026-11-27: 22 documents of 20 bodies, half of them public bodies, clubs and societies and half standards bodies
and open-source boards, seven set as Word or PDF: 0.859 (0.822), by the program as it was that noon. The afternoon's program, after some
150 faults of plain forms that clerks had invented were mended (below), reads one of the 22 otherwise, and no field's figure moved.

The newest, that evening: 17 documents of 12 standards groups and open-source projects (no public body among them), 0.916 (0.796) by
the program as it was at six, and the same by that of nine: what was mended in between came from minutes of other kinds. Then
four readers had read some 370 real minutes of 300 bodies (beginnings mostly: councils of Britain and Ireland, clubs and charities,
bodies of the United States and the Commonwealth, standards and projects) and told which ways of writing the program misread in
several of them. By their own count, by eye, it had right, of what it should have found or invented: people 82 %, headings 72 %,
decisions 75 %, tasks 71 %, places 80 %, dates and hours 91 %. What was mended of it has not been counted anew on such pages; opened sets moved
from 0.859 to 0.880, 0.864 to 0.873, 0.855 to 0.861, 0.937 to 0.940, 0.931 to 0.934, and by less in five others.

The night after: 24 whole documents of 18 bodies (twelve of public bodies, clubs, associations and a party, twelve of standards and
open-source groups; four Word, two PDF; four German), 0.855 (0.803) by the program as it was at its start. That of an hour later, into which most of what the
four readers had found in councils' pages was mended by then, reads all 24 to the byte as before. What was mended from this set
and from two readers of 76 more documents of repositories took it, opened, to 0.858 (0.813), and opened sets from 0.823 to 0.839,
0.940 to 0.945, 0.861 to 0.867, 0.880 to 0.888 and 0.916 to 0.924; none fell.

Then three clerks read 24, 22 and 16 whole documents of clubs, student and learned societies, associations, a council, projects and
standards groups (one German; text, Markdown and HTML): 0.922 (0.897), 0.892 (0.850) and 0.931 (0.872) by the program as it was at the day's start, 0.924,
0.896 and 0.940 by that of the end, for which only the third was opened. The 55 different ones of some 35 houses together: 0.915 (0.867) blind; title 0.953,
date 0.920, people 0.962 (386), headings 0.909 (338), actions 0.944 (116), records 0.939, decisions 0.845 (100). The list of the houses of earlier
sets is lost: some may have been worked on before. And the Markdown minutes of the corpus were printed anew, as a word processor and as a browser
would print them (50 documents with their readings): what the reader of PDFs lost of them was mended, from 0.917 to 0.934 and
from 0.923 to 0.928, where the same minutes as they are, without their front matter, have 0.951; 19 of the unopened 24, printed so, went from 0.842 to 0.853
(0.858 as they are, without front matter).

On the 27th head clerks, who saw no rule, wrote some 8,000 plain forms and small minutes (heads, items, decisions, tasks; then people,
tables, other languages, whole minutes) and said which were misread. What was mended from them moved the sets that had been opened before, which were looked at
only where they fell, and in one case (the last) for one rule: 0.910 to 0.913, 0.916 to 0.924, 0.898 to 0.902, 0.845 to 0.847, 0.923
to 0.929, 0.839 to 0.852, 0.819 to 0.822; three are unmoved. Of 880 of the forms of heads and next meetings, 174 are still
read otherwise than their clerk says (259 before). After the second half of the forms four of the sets moved again: 0.924 to 0.937,
0.902 to 0.909, 0.847 to 0.855, 0.852 to 0.864. What such forms find is wrong, two crashes of the program among it, but each is rare: on the
unseen 22 the work on them shows nothing.

How hard such sets are, a script tells: 450 lines of regular expressions, written on the corpus above alone, reach 0.850 there
(action_records 0.730), 0.767 and 0.656 on the two of 26, 0.653 and 0.809 on those of 23 and 26 made alike; 0.609, 0.593, 0.542, 0.658, 0.774 and 0.647 on the newest six; an earlier one
reached 0.817 there, 0.588 on the 174 documents below, and between 0.457 and 0.683 on the others.

Four of the newest five by field, read blind (F1, and entries in brackets):

| field | clubs, standards, open source | working groups | public bodies, written | half and half |
|---|---|---|---|---|
| title | 0.848 (17) | 1.000 (16) | 0.949 (39) | 0.882 (17) |
| date | 0.977 (22) | 1.000 (21) | 0.974 (39) | 0.970 (17) |
| start | 0.741 (15) | 1.000 (6) | 0.933 (39) | 0.917 (13) |
| venue | 0.615 (6) | 0.667 (3) | 0.907 (39) | 0.800 (5) |
| present | 0.943 (264) | 0.850 (162) | 0.774 (376) | 0.930 (206) |
| apologies | 0.909 (11) | 0.905 (20) | 0.778 (93) | 1.000 (7) |
| initials | 0.818 (26) | 0.902 (56) | 0.987 (39) | 1.000 (7) |
| part | – | – | 0.550 (21) | – |
| items | 0.876 (142) | 0.740 (138) | 0.885 (389) | 0.946 (176) |
| item_numbers | 1.000 (45) | 0.979 (48) | 0.984 (317) | 0.944 (89) |
| actions | 0.920 (56) | 0.566 (43) | 0.777 (225) | 0.830 (46) |
| action_refs | 0.000 (11) | 0.000 (13) | 0.912 (36) | – |
| action_owners | 0.968 (80) | 0.605 (29) | 0.784 (255) | 0.901 (39) |
| action_due | 0.636 (15) | – | 0.704 (100) | 0.500 (2) |
| action_records | 0.780 (56) | 0.386 (43) | 0.663 (225) | 0.722 (46) |
| decisions | 0.716 (56) | 0.723 (48) | 0.874 (248) | 0.738 (68) |
| next_meeting | 0.875 (9) | 0.667 (4) | 0.853 (39) | 0.800 (6) |
| next_details | – | – | 0.736 (60) | – |

Decisions of the first, items, actions and records of the second, people, actions, records and dues of the third, decisions of the
fourth fall below what the held-out floors ask of such fields. Half of the third (20 documents) was opened and worked on, and rose from 0.842 to 0.923; the
other half, still sealed, stood at 0.825 before and at 0.826 after that day's work, its people at 0.751 for 0.693: what one
house's minutes teach seldom helps the next one's. Opened for half an hour it stands at 0.840, the first set at 0.810 (0.785), the second at 0.819 (0.732).

The mean over fields of a small set swings with its rarest fields. Five of them together are 174 documents; read blind, their
fields with 30 entries and more were:

| field | entries | blind | after work on parts of them |
|---|---|---|---|
| title | 153 | 0.879 | 0.907 |
| date | 162 | 0.947 | 0.953 |
| start | 103 | 0.949 | 0.965 |
| venue | 80 | 0.792 | 0.865 |
| present | 1626 | 0.851 | 0.958 |
| apologies | 269 | 0.829 | 0.947 |
| initials | 187 | 0.927 | 0.989 |
| items | 708 | 0.816 | 0.870 |
| item_numbers | 396 | 0.997 | 0.997 |
| actions | 264 | 0.842 | 0.885 |
| action_owners | 265 | 0.838 | 0.899 |
| action_records | 264 | 0.747 | 0.838 |
| decisions | 276 | 0.772 | 0.880 |
| next_meeting | 31 | 0.893 | 0.912 |

The mean of these is 0.863 blind and 0.919 now, where all but 30 of the documents have been worked on. The 30 of all kinds, whose
documents nobody opened who writes rules, stand at 0.921 now (0.922 blind, 0.926 between): what raised the others has not raised
them. The 34 of all kinds stood at 0.860 before and at 0.853 after a day's work on others, and at 0.863 after their first reading.
The older sets stand between 0.850 and 0.944 after work on their misses.

\`tools/accuracy.sh\` writes this page. \`minutes score --gold DIR INPUT…\` measures in the same way on an archive of your own, and
\`minutes trace FILE:LINE\` shows why a line was read as it was.

## Where it fails

- Headings that only their place among bullets shows, and short lines that look like headings (items).
- Votes written without a verb, and decisions told as prose whose subject is not the body (decisions).
- Deadlines in words that no date follows from without the year or the next meeting's date (action_due).
- The date of a next meeting that is named by another body's meeting, or whose sentence does not say "next" (next_meeting).
- Lists of people without any label, by place or by post; names whose surname is a word of another trade (present, apologies).
PAGE
