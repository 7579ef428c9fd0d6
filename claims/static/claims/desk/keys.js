// The keys. Each does what a button or a form of the page does as well, and single letters can be switched off.

import { READER, formOf, open, submit } from "./acting.js";
import { enterCaret, leaveCaret, make } from "./selecting.js";
import { complain, lastDone } from "./telling.js";
import { isUnseen } from "./unsaved.js";
import { neighbour, show } from "./walking.js";

const article = document.getElementById("article");
const hand = document.getElementById("hand");
const help = document.getElementById("keys");
const on = document.getElementById("keys-on");
const KEPT = "claims-desk-keys";

async function go(step, all) {
  const q = neighbour(step, { all });
  if (q) await show(q);
  else complain(all ? "There is no other quotation." : "No other suggestion waits.");
}

/** Do a verb on the quotation in hand: at once where its form is filled in as it stands, else by way of the form. */
export async function act(verb) {
  const form = formOf(verb);
  if (!form) complain(READER || "That cannot be done with this quotation as it is now.");
  else if (verb !== "accept" && verb !== "reopen") open(form);
  else if (!isUnseen(form)) await submit(form);
  else {
    open(form);
    complain("You had begun to change this. Look at it, and send it with its button.");
  }
}

function openClaim() {
  const link = hand.querySelector("[data-open-claim]");
  if (link) link.click();
  else complain("It has no claim yet: accept it first.");
}

async function takeBack() {
  const form = lastDone();
  if (form) await submit(form);
  else complain("There is nothing to undo.");
}

const KEYS = {
  n: () => go(1, false),
  p: () => go(-1, false),
  N: () => go(1, true),
  P: () => go(-1, true),
  a: () => act("accept"),
  r: () => act("reject"),
  s: () => act("resolve"),
  j: () => act("join"),
  o: openClaim,
  u: takeBack,
  c: enterCaret,
  q: () => make("quote"),
  g: () => make("extend"),
  t: () => make("note"),
  e: () => make("evidence"),
  "?": list,
};

/** Show the keys; afterwards focus is where it was. */
function list() {
  const before = document.activeElement;
  help.addEventListener("close", () => (before === document.body ? title() : before).focus(), { once: true });
  help.showModal();
}

function title() {
  return document.getElementById("hand-title");
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
  // Focus leaves the list of keys a moment after it was closed: its box is no field then.
  const field = help.contains(event.target) ? null : event.target.closest("input, select, textarea");
  if (event.key === "Escape") leave(field);
  else if (event.key === "Enter" && field instanceof HTMLSelectElement) sendFrom(event, field);
  else if (!field && (on.checked || event.key === "?") && Object.hasOwn(KEYS, event.key)) {
    event.preventDefault();
    KEYS[event.key]();
  }
}

function sendFrom(event, field) {
  event.preventDefault();
  field.form.requestSubmit();
}

/** Out of a form back to the quotation in hand, or out of the caret back to reading. */
function leave(field) {
  if (!field) {
    leaveCaret();
    return;
  }
  const details = field.closest("details");
  if (details) details.open = false;
  (article.contains(document.activeElement) ? article : title()).focus();
}

export function listen() {
  on.checked = localStorage.getItem(KEPT) !== "off";
  on.addEventListener("change", () => localStorage.setItem(KEPT, on.checked ? "on" : "off"));
  document.addEventListener("keydown", pressed);
  document.getElementById("help").addEventListener("click", list);
}
