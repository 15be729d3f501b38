
/* Searching: the index is split into files "search/w….js" by the beginnings of words, and "search/e….js" with
   passages; each is asked for when a query needs it, as a script, which works without a server too. */

const searching = (() => {
  const box = document.getElementById("search");
  if (!box) return null;

  const asked = new Map();
  const arrived = {};
  const load = (name) => {
    if (!asked.has(name))
      asked.set(name, new Promise((done) => {
        const script = make("script", { src: `search/${name}.js` });
        script.addEventListener("load", () => done(arrived[name]));
        script.addEventListener("error", () => done(undefined));
        document.body.append(script);
      }));
    return asked.get(name);
  };
  window.minutesWords = (shard, words) => { arrived[`w${shard}`] = new Map(Object.entries(words)); };
  window.minutesEntries = (file, entries) => { arrived[`e${file}`] = entries; };

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsIn = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const hex = (text) => [...new TextEncoder().encode(text)].map((b) => b.toString(16).padStart(2, "0")).join("");

  /* The query: [[{words, prefix}, …], …] of which each group's one must be there, and those that must not. */
  function read(query) {
    const groups = [], without = [];
    let either = false;
    for (const [, minus, phrase, star, word] of query.matchAll(/(-?)"([^"]*)"(\*?)|(\S+)/gu)) {
      if (word === "OR") { either = groups.length > 0; continue; }
      const bare = word ?? phrase;
      const not = minus === "-" || (word !== undefined && /^-./u.test(word));
      const words = wordsIn(bare);
      if (!words.length) continue;
      const term = { words, prefix: word !== undefined ? word.endsWith("*") : star === "*" };
      if (not) without.push(term);
      else if (either) groups.at(-1).push(term);
      else groups.push([term]);
      either = false;
    }
    return { groups, without };
  }

  /* Numbers of the entries that have a word, or words that begin so. */
  async function having(word, prefix) {
    const beginning = hex([...word].slice(0, 2).join(""));
    const short = prefix && [...word].length < 2;
    const shards = minutesIndex.shards.filter((s) => (short ? s.startsWith(beginning) : s === beginning));
    const found = new Set();
    for (const shard of shards) {
      const words = (await load(`w${shard}`)) ?? new Map();
      if (prefix) for (const [w, entries] of words) { if (w.startsWith(word)) entries.forEach((e) => found.add(e)); }
      else (words.get(word) ?? []).forEach((e) => found.add(e));
    }
    return found;
  }

  const intersection = (a, b) => new Set([...a].filter((e) => b.has(e)));

  async function candidates({ words, prefix }) {
    let found = null;
    for (const [k, word] of words.entries()) {
      const here = await having(word, prefix && k === words.length - 1);
      found = found ? intersection(found, here) : here;
    }
    return found;
  }

  const entry = async (n) => ((await load(`e${Math.floor(n / minutesIndex.inFile)}`)) ?? [])[n % minutesIndex.inFile];

  /* Where a term's words stand side by side in the words of a text; the number of the first, or -1. */
  const placeOf = ({ words, prefix }, text) =>
    text.findIndex((_, at) => words.every((w, k) => (prefix && k === words.length - 1 ? text[at + k]?.startsWith(w) : text[at + k] === w)));

  async function find(query, most) {
    const { groups, without } = read(query);
    if (!groups.length) return { found: [], whole: 0 };
    let all = null;
    for (const group of groups) {
      const here = new Set();
      for (const term of group) (await candidates(term)).forEach((e) => here.add(e));
      all = all ? intersection(all, here) : here;
    }
    const plain = groups.every((g) => g.every((t) => t.words.length === 1)) && without.every((t) => t.words.length === 1);
    if (plain) for (const term of without) for (const e of await candidates(term)) all.delete(e);
    const found = [];
    const order = [...all].sort((a, b) => b - a);
    for (const n of order) {
      if (found.length >= most) break;
      const e = await entry(n);
      if (!e) continue;
      const text = wordsIn(e[4]);
      if (!plain && !(groups.every((g) => g.some((t) => placeOf(t, text) >= 0)) && without.every((t) => placeOf(t, text) < 0))) continue;
      found.push(e);
    }
    return { found, whole: plain ? order.length : found.length, more: found.length >= most && order.length > most };
  }

  /* Some thirty words around the first that was found, with all of them marked. */
  function snippet(text, query) {
    const terms = read(query).groups.flat();
    const pieces = [...text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu)].map((m) => m[0]);
    const wanted = (piece) => wordsIn(piece).some((w) => terms.some((t) => t.words.some((x, k) => (t.prefix && k === t.words.length - 1 ? w.startsWith(x) : w === x))));
    const first = Math.max(0, pieces.findIndex(wanted));
    const from = Math.max(0, first - 20), shown = pieces.slice(from, from + 80);
    const p = make("p", {}, from > 0 ? "…" : "");
    for (const piece of shown) p.append(wanted(piece) ? make("mark", {}, piece) : piece.replace(/\s+/gu, " "));
    if (from + 80 < pieces.length) p.append("…");
    return p;
  }

  const input = make("input", { type: "search" });
  const form = make("form", {}, make("label", {}, "Words in the minutes", input), make("button", { type: "submit" }, "Search"));
  form.setAttribute("role", "search");
  const said = make("p", { className: "when" });
  said.setAttribute("role", "status");
  const list = make("ol", {});
  const further = make("button", { type: "button", hidden: true }, "Show more");
  box.replaceChildren(form, said, list, further);

  let most = 20, running = 0;
  async function run() {
    const query = input.value.trim(), own = ++running;
    history.replaceState(null, "", query ? "#q=" + encodeURIComponent(query) : location.pathname);
    said.textContent = query ? "Searching…" : "";
    const { found, whole, more } = query ? await find(query, most) : { found: [], whole: 0 };
    if (own !== running) return;
    list.replaceChildren(...found.map(([address, day, body, item, text]) =>
      make("li", {}, make("a", { href: address }, item || body), make("div", { className: "from" }, [body, day].filter(Boolean).join(", ")), snippet(text, query))));
    said.textContent = query ? (found.length ? `${more ? `${found.length} of ${whole > found.length ? whole : "more"}` : found.length} ${found.length === 1 && !more ? "passage" : "passages"}` : "Nothing found") : "";
    further.hidden = !more;
  }
  form.addEventListener("submit", (event) => { event.preventDefault(); most = 20; run(); });
  further.addEventListener("click", () => { most += 20; run(); });
  const begin = () => {
    const q = location.hash.startsWith("#q=") ? decodeURIComponent(location.hash.slice(3)) : "";
    if (q && q !== input.value) { input.value = q; run(); }
  };
  addEventListener("hashchange", begin);
  begin();
  return find;
})();
