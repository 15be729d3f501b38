// SPDX-License-Identifier: Apache-2.0
// site_in_browser.mjs MINUTES PROJECT: the site of the shared corpus (of the samples where there is none) in Chromium,
// opened as files: plots with their tables, filters, search as `minutes search` has it, links that all lead somewhere, no
// request that leaves the folder, nothing said on the console, and nothing that axe-core objects to, light, dark and narrow.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

const [program, project] = process.argv.slice(2);
const need = createRequire(path.join(project, "tests/slow/browser/package.json"));

function skip(why) {
  console.log(`skipped: ${why} (tools/install_dependencies.sh all)`);
  process.exit(77);
}

const executablePath = spawnSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).stdout.trim() || skip("chromium is not installed");
let chromium, axe, vnu;
try {
  chromium = need("playwright-core").chromium;
  axe = readFileSync(need.resolve("axe-core/axe.min.js"), "utf8");
  vnu = need("vnu-jar");
} catch {
  skip("the packages of tests/slow/browser are not installed");
}

const folder = mkdtempSync(path.join(tmpdir(), "minutes-site-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const site = path.join(folder, "site"), db = path.join(folder, "minutes.db");
const shared = path.join(process.env.MINUTES_SHARED ?? path.join(project, "../shared"), "corpus/dev/docs");
if (!existsSync(shared)) console.log("skipped: no shared corpus (set MINUTES_SHARED to its folder); the samples alone are checked");

function minutes(...args) {
  const done = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.ok([0, 1, 3].includes(done.status), `${args.join(" ")}: ${done.stderr}`);
  return done.stdout;
}

minutes("import", path.join(project, "samples"), ...(existsSync(shared) ? [shared] : []), "--archive", db, "-q");
minutes("site", "--archive", db, "-o", site, "-q");

const files = readdirSync(site, { recursive: true }).filter((n) => n.endsWith(".html")).sort();
const browser = await chromium.launch({ executablePath, args: process.getuid() === 0 ? ["--no-sandbox"] : [] });

/** Opens a page that asks for nothing outside its folder and says nothing. */
async function open(name, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, reducedMotion: "reduce", ...options });
  const said = [];
  page.on("console", (m) => said.push(`console: ${m.text()}`));
  page.on("pageerror", (e) => said.push(`error: ${e.message}`));
  page.on("request", (r) => r.url().startsWith(pathToFileURL(site).href + "/") || said.push(`request: ${r.url()}`));
  page.on("requestfailed", (r) => said.push(`failed: ${r.url()}`));
  await page.goto(pathToFileURL(path.join(site, name.split("#")[0])).href + (name.includes("#") ? "#" + name.split("#")[1] : ""));
  page.closeQuietly = async () => {
    assert.deepEqual(said, [], name);
    await page.close();
  };
  return page;
}

function checkMarkup() {
  const many = ["meetings/", "person-"];  // pages of one kind, of which a few tell all
  const pages = [...files.filter((n) => !many.some((m) => n.startsWith(m))), ...many.flatMap((m) => files.filter((n) => n.startsWith(m)).slice(0, 3))].map((n) => path.join(site, n));
  const done = spawnSync("java", ["-jar", vnu, "--errors-only", "--format", "json", ...pages], { encoding: "utf8", maxBuffer: 1 << 28 });
  const { messages } = JSON.parse(done.stderr);
  const told = messages.filter((m) => !/^CSS: .*container/.test(m.message)).map((m) => `${path.basename(m.url ?? "")}:${m.lastLine}: ${m.message}`);
  assert.deepEqual(told.slice(0, 20), [], "the HTML checker objects");
  console.log(`${pages.length} pages without a fault in their markup`);
}

/** Every link of every page leads to a file and an anchor that are there. */
function checkLinks() {
  const ids = new Map();
  const idsOf = (file) => {
    if (!ids.has(file)) ids.set(file, new Set([...readFileSync(file, "utf8").matchAll(/ id="([^"]*)"/g)].map((m) => m[1])));
    return ids.get(file);
  };
  let links = 0;
  for (const name of files) {
    const from = path.join(site, name);
    for (const [, href] of readFileSync(from, "utf8").matchAll(/<a [^>]*?href="([^"]*)"/g)) {
      const [file, anchor] = href.replaceAll("&amp;", "&").split("#");
      assert.ok(!/^[a-z]+:/.test(file), `${name}: ${href} leaves the site`);
      const target = file ? path.join(path.dirname(from), decodeURIComponent(file)) : from;
      assert.ok(existsSync(target), `${name}: ${href} leads nowhere`);
      if (anchor) assert.ok(idsOf(target).has(anchor), `${name}: ${href} has no such place`);
      ++links;
    }
  }
  console.log(`${links} links on ${files.length} pages lead somewhere`);
}

async function checkPlots() {
  const page = await open("index.html");
  const figures = await page.$$eval("figure", (all) => all.map((f) => ({ id: f.id, drawn: f.querySelectorAll("polyline, rect").length, rows: f.querySelectorAll("tbody tr").length, name: f.querySelector("svg").getAttribute("aria-label") })));
  assert.deepEqual(figures.map((f) => f.id), ["open", "closure", "attendance", "decisions"]);
  for (const f of figures) assert.ok(f.drawn > 0 && f.rows > 0 && f.name, JSON.stringify(f));
  await page.click("#open summary");
  assert.ok(await page.isVisible("#open tbody tr"));
  await page.closeQuietly();
}

async function checkActions() {
  const page = await open("actions.html");
  const rows = () => page.$$eval("#actions tbody tr:not([hidden])", (all) => all.length);
  const all = await rows();
  assert.ok(all > 5, `${all} actions wait`);
  const first = (await page.textContent("#actions tbody tr td.main")).trim().split(/\s+/).slice(0, 3).join(" ");
  await page.getByLabel("Search the actions").fill(first);
  assert.ok((await rows()) >= 1 && (await rows()) < all);
  await page.getByLabel("Search the actions").fill("");
  await page.click("#actions thead button >> text=Due");
  const days = await page.$$eval("#actions td.date[data-label=Due][data-sort]", (tds) => tds.map((d) => d.dataset.sort));
  assert.deepEqual(days, [...days].sort());
  await page.click("#actions tbody th.ref a");
  assert.match(page.url(), /meetings\/.*#.*a\d+$/);
  assert.ok(await page.locator(":target").first().isVisible());
  await page.closeQuietly();
}

/** As many passages as the program finds, and the first leads to its item. */
async function checkSearch() {
  for (const query of ["minutes", "action*", "\"previous meeting\"", "agreed OR resolved", "chair -apologies", "nosuchwordatall"]) {
    const whole = JSON.parse(minutes("search", query, "--archive", db, "--format", "json", "-n", "5000")).found;
    const page = await open("search.html#q=" + encodeURIComponent(query));
    await page.waitForFunction(() => !/^(Searching…)?$/.test(document.querySelector("#search [role=status]").textContent));
    const shown = await page.locator("#search li").count();
    assert.equal(shown, Math.min(20, whole), `${query}: ${shown} shown, ${whole} found by the program`);
    if (shown) {
      assert.ok((await page.locator("#search li mark").count()) >= shown, query);
      await page.click("#search li a");
      assert.match(page.url(), /meetings\//);
    }
    await page.closeQuietly();
  }
  const page = await open("search.html");
  await page.getByLabel("Words in the minutes").fill("minutes");
  await page.getByRole("button", { name: "Search" }).click();
  await page.waitForSelector("#search li");
  await page.getByRole("button", { name: "Show more" }).click();
  await page.waitForFunction(() => document.querySelectorAll("#search li").length > 20);
  await page.closeQuietly();
}

async function checkAccess() {
  const looks = [{}, { colorScheme: "dark" }, { viewport: { width: 320, height: 800 } }, { viewport: { width: 820, height: 900 } }, { viewport: { width: 1000, height: 900 } }];
  const judged = ["index.html", "actions.html", "meetings.html", "bodies.html", "people.html", "search.html#q=minutes", files.find((n) => /^actions-2/.test(n)), files.find((n) => /^meetings-2/.test(n)),
    files.find((n) => n.startsWith("body-")), files.find((n) => n.startsWith("person-")), files.find((n) => n.startsWith("meetings/"))];
  for (const name of judged.filter(Boolean))
    for (const look of looks) {
      const page = await open(name, look);
      if (name.startsWith("search")) await page.waitForSelector("#search li");
      const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(width <= 0, `${name} is ${width} pixels wider than the window`);
      await page.evaluate(`(() => { const module = undefined, exports = undefined, define = undefined; ${axe} })()`);
      const { violations } = await page.evaluate(() => window.axe.run({ preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      assert.deepEqual(violations.map((v) => [v.id, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200))]), [], `${name} ${JSON.stringify(look)}`);
      await page.closeQuietly();
    }
  console.log(`axe-core finds no fault in ${judged.length} pages, light, dark, narrow and in between`);
}

try {
  checkLinks();
  for (const check of [checkPlots, checkActions, checkSearch, checkAccess]) {
    await check();
    console.log(check.name);
  }
  if (spawnSync("sh", ["-c", "command -v java"]).status === 0) checkMarkup();
  else console.log("skipped: the HTML checker (java is not installed)");
} catch (fault) {
  console.log(fault.message);
  process.exitCode = 1;
} finally {
  await browser.close();
}
