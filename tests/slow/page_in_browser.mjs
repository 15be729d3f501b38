// SPDX-License-Identifier: Apache-2.0
// page_in_browser.mjs MINUTES PROJECT: the page of each sample and each document of the shared corpus passes the Nu
// HTML Checker; in Chromium nothing leaves it and nothing is said on the console; axe-core finds no fault in the samples
// and three documents of the corpus (in all with MINUTES_EVERY_PAGE set), be it light, dark or narrow; sorting,
// filtering, lighting up and permalinks work, and without JavaScript it is whole.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
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

function whereIs(name) {
  const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();
  return found || skip(`${name} is not installed`);
}

function packages() {
  try {
    return { chromium: need("playwright-core").chromium, axe: readFileSync(need.resolve("axe-core/axe.min.js"), "utf8"), vnu: need("vnu-jar") };
  } catch {
    return skip("the packages of tests/slow/browser are not installed");
  }
}

const executablePath = whereIs("chromium");
whereIs("java");
const { chromium, axe, vnu } = packages();

const folder = mkdtempSync(path.join(tmpdir(), "minutes-pages-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

function pageOf(source, name = path.basename(source)) {
  const out = path.join(folder, name + ".html");
  const done = spawnSync(program, ["convert", "-q", source, "-t", "html", "-o", out]);
  return done.status === 0 || done.status === 3 ? (existsSync(out) ? out : null) : assert.fail(`${source}: ${done.stderr}`);
}

const listed = (dir) => (existsSync(dir) ? readdirSync(dir).sort().map((n) => path.join(dir, n)).filter((p) => statSync(p).isFile()) : []);
const shared = process.env.MINUTES_SHARED ?? path.join(project, "../shared");
const samples = listed(path.join(project, "samples")).filter((p) => !p.endsWith(".toml")).map((p) => pageOf(p));
const corpus = listed(path.join(shared, "corpus/dev/docs")).map((p) => pageOf(p)).filter(Boolean);
const seed = listed(path.join(shared, "seed")).filter((p) => /\.txt$/.test(p)).slice(0, 1).map((p) => pageOf(p, "seed-" + path.basename(p)));
if (!corpus.length) console.log("skipped: no shared corpus (set MINUTES_SHARED to its folder); the samples alone are checked");

function checkMarkup(pages) {
  const done = spawnSync("java", ["-jar", vnu, "--errors-only", "--format", "json", ...pages], { encoding: "utf8", maxBuffer: 1 << 28 });
  const { messages } = JSON.parse(done.stderr);
  const unknown = /^CSS: .*container/; // container queries are younger than the checker's CSS
  const told = messages.filter((m) => !unknown.test(m.message)).map((m) => `${path.basename(m.url ?? "")}:${m.lastLine}: ${m.message}`);
  assert.deepEqual(told.slice(0, 20), [], "the HTML checker objects");
  console.log(`${pages.length} pages without a fault in their markup`);
}

const browser = await chromium.launch({ executablePath, args: process.getuid() === 0 ? ["--no-sandbox"] : [] });

/** Opens a page that may ask for nothing and say nothing. */
async function open(file, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, reducedMotion: "reduce", ...options });
  const said = [];
  page.on("console", (m) => said.push(`console: ${m.text()}`));
  page.on("pageerror", (e) => said.push(`error: ${e.message}`));
  page.on("request", (r) => r.url() !== pathToFileURL(file).href && said.push(`request: ${r.url()}`));
  await page.goto(pathToFileURL(file).href);
  page.closeQuietly = async () => {
    assert.deepEqual(said, [], file);
    await page.close();
  };
  return page;
}

const looks = [{}, { colorScheme: "dark" }, { viewport: { width: 320, height: 800 } }, { viewport: { width: 768, height: 1000 } }];

/** Nothing stands out of the window, nor out of its column beside the source. */
async function checkWidths(files) {
  const page = await browser.newPage();
  for (const file of files) {
    await page.goto(pathToFileURL(file).href);
    for (const width of [320, 480, 768, 1023, 1024, 1200, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const out = await page.evaluate(() => {
        const edge = document.querySelector("main").getBoundingClientRect().right;
        const wide = [...document.querySelectorAll("main *")].filter((n) => n.getBoundingClientRect().right > edge + 1 && !n.closest(".skip"));
        return [document.documentElement.scrollWidth - innerWidth, ...wide.slice(0, 2).map((n) => n.outerHTML.slice(0, 120))];
      });
      assert.ok(out[0] <= 0 && out.length === 1, `${path.basename(file)} at ${width} pixels: ${out}`);
    }
  }
  await page.close();
  console.log(`${files.length} pages fit into windows of 320 to 1440 pixels`);
}

async function checkAccess(file, these = looks) {
  for (const look of these) {
    const page = await open(file, look);
    const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(width <= 0, `${file} is ${width} pixels wider than the window`);
    await page.evaluate(`(() => { const module = undefined, exports = undefined, define = undefined; ${axe} })()`);
    const { violations } = await page.evaluate(() =>
      window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    assert.deepEqual(violations.map((v) => [v.id, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160))]), [], `${file} ${JSON.stringify(look)}`);
    await page.closeQuietly();
  }
}

const refs = (page) => page.$$eval("#actions tbody tr:not([hidden]) th.ref .v", (all) => all.map((v) => v.textContent));
const lit = (page) => page.$$eval(".lit", (all) => all.map((n) => n.id));

async function checkSorting(file) {
  const page = await open(file);
  const due = page.locator("#actions thead button", { hasText: "Due" });
  await due.click();
  assert.equal(await page.getAttribute("#actions thead th[aria-sort]", "aria-sort"), "ascending");
  const days = await page.$$eval("#actions td.date[data-sort]", (all) => all.map((d) => d.dataset.sort));
  assert.deepEqual(days, [...days].sort());
  assert.ok(days.length > 2);
  await due.click();
  assert.deepEqual(await page.$$eval("#actions td.date[data-sort]", (all) => all.map((d) => d.dataset.sort)), [...days].reverse());
  assert.match(await page.textContent("p[role=status].skip"), /Sorted by Due, descending/);
  await page.closeQuietly();
}

async function checkFilter(file) {
  const page = await open(file);
  const all = await refs(page);
  await page.getByLabel("Search the actions").fill("mobile library");
  assert.deepEqual(await refs(page), ["16/16"]);
  assert.match(await page.textContent(".filter output"), /^1 of \d+ actions$/);
  await page.getByLabel("Search the actions").fill("");
  await page.getByLabel("Owner").selectOption("Leonard Fisk");
  assert.deepEqual(await refs(page), ["15/16", "17/16", "21/16"]);
  await page.getByLabel("Owner").selectOption("");
  await page.getByLabel("Only those to check").check();
  const doubtful = await refs(page);
  assert.ok(doubtful.includes("16/16") && !doubtful.includes("15/16") && doubtful.length < all.length);
  await page.closeQuietly();
}

async function checkLight(file) {
  const page = await open(file);
  await page.click('[id="a3.due"]');
  assert.deepEqual(await page.$$eval("aside .lit", (w) => w.map((n) => n.textContent)), ["28/10/16"]);
  assert.match(await page.textContent("aside .reading"), /“28\/10\/16”, line \d+; derived: year in two figures/);
  assert.ok(await page.isVisible("aside .lit"));
  assert.match(page.url(), /#a3$/);
  await page.click("aside .word:text('14/16')");
  assert.ok((await lit(page)).includes("a2.ref"));
  await page.keyboard.press("Escape");
  assert.deepEqual(await lit(page), []);
  await page.focus('[id="p2.initials"]');
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.closest("aside") !== null), true);
  assert.ok((await lit(page)).includes("p2.initials"));
  await page.closeQuietly();
}

async function checkPermalinks(file) {
  const page = await open(file);
  for (const name of ["a4", "i10", "d2"]) {
    const link = page.locator(`.permalink[href="#${name}"]`).first();
    await link.click({ force: true });
    assert.ok(page.url().endsWith("#" + name));
    assert.ok(await page.locator(`[id="${name}"]`).first().isVisible());
  }
  await page.closeQuietly();
}

async function checkWithoutScript(file) {
  const page = await open(file, { javaScriptEnabled: false });
  assert.equal(await page.locator("button, input, select").count(), 0);
  assert.ok((await page.locator("#actions tbody tr").count()) === 9);
  await page.click('[id="a3.due"]');
  assert.match(page.url(), /#w\d+-\d+$/);
  const words = page.locator("aside :target");
  assert.equal(await words.textContent(), "28/10/16");
  assert.notEqual(await words.evaluate((n) => getComputedStyle(n).backgroundColor), "rgba(0, 0, 0, 0)");
  await words.click();
  assert.match(page.url(), /#a3\.due$/);
  await page.closeQuietly();
}

async function checkPrint(file) {
  const page = await open(file);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.isVisible("aside"), false);
  assert.equal(await page.isVisible("#actions table"), true);
  await page.closeQuietly();
}

/** First, middle, last: whatever the corpus holds. */
const some = (all) => [...new Set([all[0], all[all.length >> 1], all[all.length - 1]])].filter(Boolean);

try {
  checkMarkup([...samples, ...corpus, ...seed]);
  const board = samples.find((p) => p.includes("performance-board"));
  for (const check of [checkSorting, checkFilter, checkLight, checkPermalinks, checkWithoutScript, checkPrint]) {
    await check(board);
    console.log(check.name);
  }
  await checkWidths([...samples, ...corpus]);
  const whole = [board, ...seed, ...some(corpus)];
  for (const file of whole) await checkAccess(file);
  console.log(`axe-core finds no fault in ${whole.length} pages, light, dark and narrow`);
  const others = [...samples, ...(process.env.MINUTES_EVERY_PAGE ? corpus : [])].filter((p) => !whole.includes(p));
  for (const [n, file] of others.entries()) await checkAccess(file, [looks[n % looks.length]]);
  console.log(`nor in ${others.length} others, each in one of these looks`);
} catch (fault) {
  console.log(fault.message);
  process.exitCode = 1;
} finally {
  await browser.close();
}
