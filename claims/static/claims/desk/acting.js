// Doing: the forms of the page are sent without leaving it, and what they did is shown.

import { send } from "./server.js";
import { canUndo, complain, undone } from "./telling.js";
import { asItCame, replace, saved } from "./unsaved.js";
import { forget, neighbour, renew, renewText, restate, show } from "./walking.js";

const desk = document.getElementById("desk");
const undo = document.getElementById("undo");
let busy = false; // one thing at a time: a key that is held down does not decide twice

/** What a person is told who may only read; such a page offers no forms. */
export const READER = desk.hasAttribute("data-read-only") ? "You may only read here." : "";

const DECIDING = new Set(["accept", "join", "reject"]); // after these the next suggestion is taken in hand
const REMARKING = new Set(["quote", "extend", "shorten"]); // these change where marks are

/** The form of a verb that the page offers now; null where it offers none. */
export function formOf(verb) {
  return desk.querySelector(`[data-verb="${verb}"] form.verb`);
}

/** Unfold a form and go to its first field, or to the one that is named. */
export function open(form, name = "") {
  const details = form.closest("details");
  if (details) details.open = true;
  const field = form.querySelector(name ? `[name="${name}"]` : ".verb-field :is(input, select, textarea)");
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

/** Send a form of the desk and show what came of it. */
export async function submit(form) {
  if (busy) return;
  busy = true;
  const undoing = undo.contains(form);
  try {
    const done = await send(form);
    if (undoing) undone();
    else canUndo(done.querySelector("form"));
    await follow(done, form, undoing);
  } catch (refusal) {
    await refuse(refusal, form, undoing);
  } finally {
    busy = false;
  }
}

async function follow(done, form, undoing) {
  const { verb, q, state } = done.dataset;
  const words = done.querySelector(".message").textContent;
  // A form that held the focus is folded now, or may be gone with the panel that it was in.
  const focus = form.contains(document.activeElement) || document.activeElement === document.body;
  saved(form, DECIDING.has(verb) || verb === "extend");
  if (form.closest("#from-text")) empty(form);
  forget();
  if (REMARKING.has(verb)) await renewText(q);
  if (q) restate(q, state);
  const next = DECIDING.has(verb) && !undoing ? (neighbour(1) ?? q) : q;
  if (next) await show(next, { words, focus });
  else await renew(words, focus);
}

/** Fold a form that stays, as empty as it came: what a refused one has in it would come back on a reset. */
function empty(form) {
  form.closest("details").open = false;
  const first = asItCame(form);
  first.reset();
  if (first !== form) form.replaceWith(first);
}

async function refuse(refusal, form, undoing) {
  if (refusal.overtaken) {
    if (undoing) undone();
    await renew();
  } else if (refusal.form && !undoing) {
    replace(form, refusal.form);
    const wrong = refusal.form.querySelector(".errors :is(input, select, textarea)");
    if (wrong) open(refusal.form, wrong.name);
  }
  complain(refusal.message);
}
