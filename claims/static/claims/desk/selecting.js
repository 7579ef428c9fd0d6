// Selecting words of the article, with the mouse or a caret, and making something of them.

import { READER, formOf, open, submit } from "./acting.js";
import { selected } from "./offsets.js";
import { complain, tell } from "./telling.js";
import { remember } from "./unsaved.js";

const desk = document.getElementById("desk");
const article = document.getElementById("article");
const bar = document.getElementById("selection");
const shown = document.getElementById("selected-words");
const MOST_SHOWN = 60;
let chosen = null; // what was selected last: a button that is pressed takes the selection with it

/** What can be made of words: the form that does it, the field that takes them, the one that is filled in next. */
const MAKING = {
  quote: { verb: "text-quote", into: "words", next: "kind" },
  extend: { verb: "extend", into: "words", next: "" },
  note: { verb: "text-annotate", into: "passage", next: "body" },
  evidence: { verb: "evidence", into: "words", next: "question" },
};
const WITHOUT = {
  quote: "You may not mark quotations here.",
  extend: "Only a suggestion gets another passage: take the decision back first.",
  note: "You may not write notes here.",
  evidence: "Evidence is for a claim: accept the quotation first.",
};

export async function make(what) {
  if (READER) {
    complain(READER);
    return;
  }
  look(); // the browser tells of a selection a moment after it is made
  const { verb, into, next } = MAKING[what];
  const form = formOf(verb);
  if (!chosen) {
    const whole = what === "note" ? formOf("annotate") : null;
    if (whole) open(whole, "body");
    else complain("Select some words of the text first.");
    return;
  }
  if (!form) {
    complain(WITHOUT[what]);
    return;
  }
  fill(form, { [into]: chosen.words, start: chosen.start, end: chosen.end });
  if (what === "evidence") fill(form, { snapshot: desk.dataset.snapshot });
  leaveCaret();
  if (next) open(form, next);
  else await submit(form);
}

function fill(form, values) {
  for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
  remember(form);
}

/** A caret in the article, which moves and selects as in any field; nothing can be written there. */
export function enterCaret() {
  article.contentEditable = "true";
  article.inputMode = "none"; // no keyboard over the text on a telephone
  article.spellcheck = false;
  article.focus();
  const mark = article.querySelector("mark.current") ?? article.querySelector("[data-start]");
  if (mark) document.getSelection().collapse(mark.firstChild ?? mark, 0);
  tell("The caret is in the text: select with Shift and the arrows. Escape leaves it.");
}

export function leaveCaret() {
  if (article.contentEditable !== "true") return;
  article.contentEditable = "inherit";
  article.focus();
}

function look() {
  const selection = document.getSelection();
  // What is selected in a form is not meant; and a press on a button of the bar is about what was selected before.
  if (selection.rangeCount && !selection.isCollapsed && !article.contains(selection.anchorNode)) return;
  if (bar.contains(document.activeElement) || document.activeElement?.closest("form")) return;
  chosen = selected(article);
  bar.hidden = !chosen;
  if (chosen) {
    const words = chosen.words.replace(/\s+/g, " ");
    shown.textContent = `“${words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN)}…` : words}”`;
  }
}

export function watch() {
  article.addEventListener("beforeinput", (event) => event.preventDefault());
  article.addEventListener("drop", (event) => event.preventDefault());
  if (READER) return; // the page has no bar then
  document.addEventListener("selectionchange", look);
  bar.addEventListener("mousedown", (event) => event.preventDefault());
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) make(button.dataset.do);
  });
  // Words that were changed by hand are looked for in the text; the offsets were of other words.
  desk.addEventListener("input", ({ target }) => {
    if (!["words", "passage"].includes(target.name)) return;
    for (const name of ["start", "end"]) if (target.form.elements[name]) target.form.elements[name].value = "";
  });
}
