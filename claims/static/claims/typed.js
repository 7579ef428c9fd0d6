// What was typed into the form of a judgement, a note or another act is there again for whoever had to log in first, or
// came back to the page. The desk has a script of its own, since there nothing is sent by leaving the page.

import { keepDrafts, readDrafts } from "./drafts.js";
import { isRecord, resume, sentOf } from "./records.js";

const FORMS = "form.verb, form.judge";
const UNTYPED = new Set(["csrfmiddlewaretoken", "next", "expected"]);
const SENT = "\u0000sent"; // beside the fields: it was sent, and no page has told yet what became of it
const RECORD = "record";
const person = document.querySelector("meta[name='person']")?.content;
const KEPT = `claims-typed-${person}`;

if (person) start(settled());

/** The drafts, without what was sent and is told as done, wherever that led: a capture leads to the desk. */
function settled() {
  const drafts = new Map(readDrafts(KEPT));
  if (document.querySelector("[data-why]")) return drafts; // a page that answers nothing of what was sent
  if (document.querySelector("[data-asked]")) drafts.delete(location.pathname); // a question, answered on its own page
  let again;
  const isDone = document.querySelector(".messagelist .success") !== null;
  for (const [key, { [SENT]: sent, ...values }] of [...drafts]) {
    if (sent && isDone) drafts.delete(key);
    else if (sent === RECORD) {
      drafts.delete(key);
      if (key === location.pathname) again = values.all;
    } else if (sent) drafts.set(key, values);
  }
  keepDrafts(KEPT, drafts);
  if (again) resume(again);
  return drafts;
}

function start(drafts) {
  if (document.getElementById("desk")) return;
  for (const form of document.querySelectorAll(FORMS)) {
    const values = drafts.get(keyOf(form));
    // A page that answers what was sent has it already, and perhaps emptied a field on purpose.
    if (values && !form.querySelector("[data-answered]")) fillIn(form, values);
  }
  watch(drafts);
}

function watch(drafts) {
  const typedIn = new WeakSet();
  document.addEventListener("input", ({ target }) => {
    if (!target.form?.matches(FORMS)) return;
    typedIn.add(target.form);
    drafts.set(keyOf(target.form), valuesOf(target.form));
    keepDrafts(KEPT, drafts);
  });
  document.addEventListener("submit", ({ target }) => {
    const key = keyOf(target);
    if (isRecord(target)) {
      drafts.set(key, { all: sentOf(target), [SENT]: RECORD });
      keepDrafts(KEPT, drafts);
    }
    if (!target.matches(FORMS) || !(typedIn.has(target) || drafts.has(key))) return;
    drafts.set(key, { ...valuesOf(target), [SENT]: "yes" });
    keepDrafts(KEPT, drafts);
  });
}

function keyOf(form) {
  return new URL(form.getAttribute("action") ?? "", document.baseURI).pathname;
}

/** What stands in the fields, the values of one name as one text. */
function valuesOf(form) {
  const values = {};
  for (const field of form.elements) {
    if (field.name && !UNTYPED.has(field.name) && !/^(file|submit|hidden)$/.test(field.type)) values[field.name] ??= [];
  }
  for (const [name, value] of new FormData(form)) if (typeof value === "string") values[name]?.push(value);
  return Object.fromEntries(Object.entries(values).map(([name, several]) => [name, JSON.stringify(several)]));
}

function fillIn(form, values) {
  for (const field of form.elements) {
    const several = listed(values[field.name]);
    if (!several) continue;
    if (/^(checkbox|radio)$/.test(field.type)) field.checked = several.includes(field.value);
    else if (several.length) field.value = several[0];
  }
  const details = form.closest("details");
  if (details) details.open = true;
}

function listed(value) {
  try {
    const several = JSON.parse(value ?? "null");
    return Array.isArray(several) ? several : null;
  } catch {
    return null;
  }
}
