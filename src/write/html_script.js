"use strict";
/* Adds to a page that is whole without it: tables that sort and are filtered, and
   values that light up the words they were read from, and the other way round. */

const words = (count, one, many) => `${count} ${count === 1 ? one : many}`;

function make(name, properties, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

/* Sorting */

const key = (row, column) => {
  const cell = row.cells[column];
  return cell.dataset.sort ?? cell.textContent.replace("¶", "").trim();
};

function compare(a, b) {
  if (a === "" || b === "") return (a === "") - (b === "");
  return a.localeCompare(b, document.documentElement.lang, { numeric: true, sensitivity: "base" });
}

function sort(table, column, ascending) {
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => [key(row, column), row]);
  rows.sort(([a], [b]) => (a === "" || b === "" || ascending ? compare(a, b) : compare(b, a)));
  body.append(...rows.map(([, row]) => row));
  for (const head of table.tHead.rows[0].cells) head.removeAttribute("aria-sort");
  table.tHead.rows[0].cells[column].setAttribute("aria-sort", ascending ? "ascending" : "descending");
}

function makeSortable(table, say) {
  if (table.tBodies[0].rows.length < 2) return;
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const name = head.textContent;
    const button = make("button", { type: "button" }, name);
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const ascending = head.getAttribute("aria-sort") !== "ascending";
      sort(table, column, ascending);
      say(`Sorted by ${name}, ${ascending ? "ascending" : "descending"}`);
    });
  });
}

/* Filtering */

function choice(name, values) {
  const select = make("select", {}, make("option", { value: "" }, "All"));
  for (const value of [...new Set(values)].sort(compare)) select.append(make("option", { value }, value));
  return [make("label", {}, name, select), select];
}

function makeFilter(section) {
  const table = section.querySelector("table");
  const rows = [...table.tBodies[0].rows];
  const what = section.dataset.rows; /* what its rows are, where not actions */
  if (rows.length < 5) return; /* seen at a glance */
  const ownersOf = (row) => [...row.querySelectorAll(".owner")].map((o) => o.dataset.owner);
  const statusOf = (row) => row.querySelector("td.status .v")?.textContent ?? "";
  const text = make("input", { type: "search" });
  const [ownerLabel, owner] = choice("Owner", rows.flatMap(ownersOf));
  const [statusLabel, status] = choice("Status", rows.map(statusOf).filter(Boolean));
  const doubtful = make("input", { type: "checkbox" });
  const shown = make("output", {});
  const apply = () => {
    const wanted = text.value.trim().toLowerCase();
    for (const row of rows) {
      row.hidden = !(row.textContent.toLowerCase().includes(wanted) &&
        (!doubtful.checked || row.querySelector(".flag") !== null) &&
        (owner.value === "" || ownersOf(row).includes(owner.value)) &&
        (status.value === "" || statusOf(row) === status.value));
    }
    const left = rows.filter((row) => !row.hidden).length;
    shown.textContent = left === rows.length ? "" : `${left} of ${what ? `${rows.length} ${what}` : words(rows.length, "action", "actions")}`;
  };
  const bar = make("div", { className: "filter" }, make("label", {}, `Search the ${what ?? "actions"}`, text));
  bar.setAttribute("role", "search");
  bar.setAttribute("aria-label", table.closest("section").querySelector("h2, h3").textContent + (section.id === "actions" || what ? "" : " " + section.id));
  if (owner.options.length > 2) bar.append(ownerLabel);
  if (status.options.length > 2) bar.append(statusLabel);
  if (rows.some((row) => row.querySelector(".flag")))
    bar.append(make("label", { className: "tick" }, doubtful, " Only those to check"));
  bar.append(shown);
  bar.addEventListener("input", apply);
  table.before(bar);
}

/* Values and their words */

const byId = (id) => document.getElementById(id);
const idsOf = (word) => (word.dataset.of ?? "").split(" ").filter(Boolean);

/* All words of a value: a page may have cut them. */
const wordsOf = new Map();
for (const word of document.querySelectorAll("[data-of]"))
  for (const id of idsOf(word)) wordsOf.set(id, [...(wordsOf.get(id) ?? []), word]);

let lit = [];
function light(nodes) {
  for (const node of lit) node.classList.remove("lit");
  lit = nodes;
  for (const node of lit) node.classList.add("lit");
}

/* A value with all its words; words with all that was read from them. */
function companions(node) {
  if (node.matches("[data-of]")) {
    const values = idsOf(node).map(byId).filter(Boolean);
    return [...values, ...idsOf(node).flatMap((id) => wordsOf.get(id))];
  }
  return [node, ...(wordsOf.get(node.id) ?? [])];
}

function tell(value) {
  const found = wordsOf.get(value.id);
  if (!found) return;
  const note = found[0].closest("aside").querySelector(".reading");
  const line = found[0].querySelector(".ln") ?? [...found[0].closest("pre").querySelectorAll(".ln")].filter(
    (n) => n.compareDocumentPosition(found[0]) === Node.DOCUMENT_POSITION_FOLLOWING).pop();
  const said = found.map((w) => w.textContent.trim()).join(" … ").replace(/\s+/g, " ");
  const how = value.dataset.how ? `; ${value.dataset.how}` : "; as stated";
  note.textContent = `“${said.length > 120 ? said.slice(0, 120) + "…" : said}”${line ? `, line ${line.dataset.n}` : ""}${how}.`;
}

const chosenIn = (event) => event.target.closest?.(".v[href], .place[href], .source [data-of]");
let chosen = null;

function choose(node) {
  chosen = node;
  light(companions(node));
  const value = node.matches("[data-of]") ? byId(idsOf(node)[0]) : node;
  if (value) tell(value);
  return value;
}

/* Into the middle of its pane where that scrolls, else of the window. */
function reveal(node) {
  for (let box = node.parentElement; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
  const pane = node.closest("aside");
  if (!pane || getComputedStyle(pane).position !== "sticky") return node.scrollIntoView({ block: "center" });
  const middle = node.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 2;
  pane.scrollBy({ top: middle });
}

function follow(event) {
  const node = chosenIn(event);
  if (!node || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const value = choose(node);
  const target = node === value ? wordsOf.get(node.id)?.[0] : value;
  if (!target || !getSelection().isCollapsed) return;
  event.preventDefault();
  reveal(target);
  if (node === value) history.replaceState(null, "", "#" + (value.closest("tr[id], .item[id]")?.id ?? value.id));
  if (event.detail === 0) target.focus({ preventScroll: true }); /* by keyboard: go along */
}

document.addEventListener("click", follow);
document.addEventListener("mouseover", (event) => {
  const node = chosenIn(event);
  if (node) light(companions(node));
  else if (chosen) light(companions(chosen));
  else light([]);
});
document.addEventListener("focusin", (event) => {
  const node = chosenIn(event);
  if (node && node.matches(":focus-visible")) choose(node);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  chosen = null;
  light([]);
});

/* The page */

const live = make("p", { className: "skip" });
live.setAttribute("role", "status");
document.body.append(live);
for (const table of document.querySelectorAll("main table")) makeSortable(table, (what) => (live.textContent = what));
for (const section of document.querySelectorAll("section.register")) makeFilter(section);

for (const aside of document.querySelectorAll("aside")) {
  const toggle = make("button", { type: "button", className: "pane-toggle" }, "Hide source");
  toggle.setAttribute("aria-expanded", "true");
  toggle.addEventListener("click", () => {
    const whole = document.body.classList.toggle("whole");
    toggle.setAttribute("aria-expanded", String(!whole));
    toggle.textContent = whole ? "Show source" : "Hide source";
  });
  aside.prepend(toggle);
}

/* A permalink into folded text unfolds it. */
function unfold() {
  const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
  for (let box = target; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
}
addEventListener("hashchange", unfold);
unfold();
