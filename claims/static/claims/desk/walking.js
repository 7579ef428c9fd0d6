// Which quotation is in hand, and walking from one to the next. The neighbours are fetched ahead.

import { fragment, fragments } from "./server.js";
import { complain, tell, wasTold } from "./telling.js";
import { isUnsaved, putBack } from "./unsaved.js";

const desk = document.getElementById("desk");
const article = document.getElementById("article");
const hand = document.getElementById("hand");
const ahead = new Map(); // panels by quotation, each with whether something was done since it came
const TOKEN = /value="[A-Za-z0-9]{64}"/g; // differs in each answer, and says nothing
let asked = 0; // of several that are asked for at once the last is shown
let doings = 0; // how often something was done: what was fetched before may say what is no longer so
let touched = false; // whether somebody has begun with a form of the panel

/** The quotation in hand; null where the text has none. */
export function inHand() {
  return hand.querySelector(".hand")?.dataset.q ?? null;
}

/** The quotation so many steps on, going round at the ends; only those that wait, or all. */
export function neighbour(step, { all = false } = {}) {
  const ordered = [...article.querySelectorAll("a.number")];
  const at = ordered.findIndex((number) => number.dataset.q === inHand());
  const round = [...ordered.slice(at + 1), ...ordered.slice(0, Math.max(at, 0))];
  if (step < 0) round.reverse();
  return round.find((number) => all || number.dataset.state === "suggested")?.dataset.q ?? null;
}

/** Take a quotation in hand. Focus stays where it is, unless that was in the panel: then it goes to the new one. */
export async function show(q, { words = "", focus = false } = {}) {
  const turn = (asked += 1);
  let entry = ahead.get(q);
  try {
    entry ??= await load(q);
  } catch (refusal) {
    complain(refusal.message);
    return;
  }
  if (turn !== asked) return;
  const { panel, stale } = entry;
  put(panel, focus);
  mark(q);
  history.replaceState(null, "", `?q=${q}`);
  const unsaved = isUnsaved(q) ? "Something here is not saved yet." : "";
  const say = (shown) => tell([words, unsaved, described(shown)].filter(Boolean).join(" "));
  say(panel);
  if (stale) freshen(q, say); // behind what is shown, which nobody has to wait for
  prefetch();
}

/** The panel in hand anew, after something was done to what it shows. */
export async function renew(words = "", focus = false) {
  const q = inHand();
  forget();
  ahead.delete(q);
  if (q) {
    await show(q, { words, focus });
    return;
  }
  tell(words);
  if (focus) document.getElementById("hand-title").focus({ preventScroll: true });
}

/** The article anew, with quotations that came or changed their passages. */
export async function renewText(q) {
  article.replaceChildren(await fragments(`${desk.dataset.text}?q=${q}`));
  ahead.delete(q);
}

/** What was fetched ahead may have been changed by what was done. */
export function forget() {
  doings += 1;
  for (const entry of ahead.values()) entry.stale = true;
  ahead.delete(inHand());
}

/** Show in the article what a quotation has become. */
export function restate(q, state) {
  const number = document.getElementById(`q${q}`);
  if (!number || number.dataset.state === state) return;
  for (const piece of article.querySelectorAll(`mark[data-q~="${q}"]`)) {
    // The innermost quotation of a piece, the last that it names, lends it its colour.
    if (piece.dataset.q.split(" ").pop() === q) piece.classList.replace(number.dataset.state, state);
  }
  number.dataset.state = state;
  number.ariaLabel = `Quotation ${number.dataset.number}, ${number.dataset.kind}, ${state}`;
  ahead.delete(q);
}

/** Fetch the neighbours of the quotation in hand, so that they are there at once. */
export function prefetch() {
  for (const q of [neighbour(1), neighbour(-1)]) {
    // What cannot be fetched ahead is fetched when it is wanted, and its fault told then.
    if (q && !ahead.has(q)) load(q).catch(() => {});
  }
}

async function load(q) {
  const before = doings;
  const panel = await fragment(desk.dataset.panel.replace(/0\/$/, `${q}/`));
  if (before !== doings) return load(q); // it was on its way when something was done
  const entry = { panel, stale: false };
  ahead.set(q, entry);
  return entry;
}

/** What was shown at once, but is older than the last thing done, is shown as it is now. */
async function freshen(q, say) {
  const was = ahead.get(q).panel;
  const now = (await load(q).catch(() => null))?.panel ?? was;
  const differs = now.outerHTML.replace(TOKEN, "") !== was.outerHTML.replace(TOKEN, "");
  if (!differs || inHand() !== q || touched) return;
  put(now, false);
  // Told anew only where it says something else, and nothing else was told meanwhile.
  if (described(now) !== described(was) && wasTold(described(was))) say(now);
}

function put(panel, focus) {
  const had = hand.contains(document.activeElement);
  const fresh = panel.cloneNode(true);
  uncover(fresh);
  hand.replaceChildren(fresh);
  putBack(fresh);
  touched = false;
  hand.closest("aside").scrollTop = 0;
  restate(fresh.dataset.q, fresh.dataset.state);
  if (had || focus) document.getElementById("hand-title").focus({ preventScroll: true });
}

/** Show the buttons that do nothing without this script. */
export function uncover(within) {
  for (const element of within.querySelectorAll(".acts, #help")) element.hidden = false;
}

function mark(q) {
  for (const old of article.querySelectorAll("mark.current")) old.classList.remove("current");
  article.querySelector("a.number[aria-current]")?.removeAttribute("aria-current");
  for (const piece of article.querySelectorAll(`mark[data-q~="${q}"]`)) piece.classList.add("current");
  const number = document.getElementById(`q${q}`);
  number?.setAttribute("aria-current", "true");
  reveal();
}

/** Scroll to the quotation in hand: within the article where that scrolls by itself, else the page. */
export function reveal() {
  const number = article.querySelector("a.number[aria-current]");
  const side = article.parentElement;
  if (!number) return;
  if (side.scrollHeight > side.clientHeight) {
    side.scrollTop += number.getBoundingClientRect().top - side.getBoundingClientRect().top - side.clientHeight / 3;
  } else number.scrollIntoView({ block: "center" });
}

function described(panel) {
  const title = panel.querySelector("#hand-title").textContent.replace(/\s+/g, " ").trim();
  return `${title}: ${panel.querySelector("blockquote").textContent.trim().slice(0, 120)}`;
}

for (const begun of ["input", "focusin"]) hand.addEventListener(begun, ({ target }) => (touched ||= !!target.form));
