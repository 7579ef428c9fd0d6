// What was typed and is not saved. It outlives the panel that it was typed in, and the page as long as the tab is open:
// whoever had to log in again finds it where it was.

import { keepDrafts, readDrafts } from "../drafts.js";

const desk = document.getElementById("desk");
const list = document.getElementById("unsaved");
const leftOver = document.getElementById("left-over");
const KEPT = `claims-desk-unsaved-${desk.dataset.kept}`; // of one person and one text
const DECISION = /\/(accept|join|reject|extend)\/do\/$/; // forms that are about nothing once it is decided
const drafts = new Map(kept()); // values of fields, by place and form
const typed = new WeakSet(); // forms that somebody has typed in; what a selection filled in is still in the text
const unseen = new WeakSet(); // forms that were filled in again, and that nobody has been in since
const came = new WeakMap(); // the form that the page came with, by the one that a refusal put in its place

/** Of what was kept all that has its place here. */
function kept() {
  const isHere = (q) => !q || document.getElementById(`q${q}`);
  return readDrafts(KEPT).filter(([key]) => isHere(placeOf(key)));
}

/** A place is a quotation, or empty for the text; a form of it is known by where it is sent. */
function keyOf(form) {
  return `${form.closest(".hand")?.dataset.q ?? ""} ${form.getAttribute("action")}`;
}

function placeOf(key) {
  return key.split(" ")[0];
}

/** The form that the page came with, where a refusal has put another in its place. */
export function asItCame(form) {
  return came.get(form) ?? form;
}

/** Put the form that came with a refusal in the place of the one that was sent. */
export function replace(form, refused) {
  came.set(refused, asItCame(form));
  if (typed.has(form)) typed.add(refused);
  form.replaceWith(refused);
}

/** Keep what stands in a form that somebody has typed in. */
export function remember(form) {
  if (!typed.has(form)) return;
  const first = asItCame(form).elements;
  const changed = [...form.elements].filter((field) => isOnesOwn(field) && field.value !== offered(first[field.name]));
  if (changed.length) drafts.set(keyOf(form), Object.fromEntries(changed.map(({ name, value }) => [name, value])));
  else drafts.delete(keyOf(form));
  keep();
}

/** Of what is hidden only the place of selected words is a person's. */
function isOnesOwn({ name, type }) {
  return name && (type !== "hidden" || name === "start" || name === "end");
}

/** What the page has put into a field. */
function offered(field) {
  if (field.type === "hidden") return "";
  if (field.options) return ([...field.options].find((one) => one.defaultSelected) ?? field.options[0]).value;
  return field.defaultValue.replace(/\r\n?/g, "\n"); // as a value has its lines
}

/** A form was sent and done. What was begun of other decisions on the quotation is about nothing where it decided. */
export function saved(form, decided) {
  const place = placeOf(keyOf(form));
  typed.delete(form);
  drafts.delete(keyOf(form));
  for (const key of decided ? [...drafts.keys()] : []) {
    if (placeOf(key) === place && DECISION.test(key)) drafts.delete(key);
  }
  keep();
}

/** Whether something of a quotation is not saved. */
export function isUnsaved(q) {
  return [...drafts.keys()].some((key) => placeOf(key) === q);
}

/** Whether a form was filled in again and nobody has looked at it since: one key must not send it. */
export function isUnseen(form) {
  return unseen.has(form);
}

/** Put what was typed into the forms of a panel, or of the text, that came anew. */
export function putBack(within) {
  const forms = [...within.querySelectorAll("form.verb")];
  for (const [key, values] of drafts) {
    if (placeOf(key) !== (within.dataset.q ?? "")) continue;
    const form = forms.find((one) => key.endsWith(` ${one.getAttribute("action")}`));
    if (form) fillIn(form, values);
    else within.querySelector("h2").after(left(key, values));
  }
  offer();
}

function fillIn(form, values) {
  for (const [name, value] of Object.entries(values)) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  typed.add(form);
  unseen.add(form);
  const details = form.closest("details");
  if (details) details.open = true;
}

/** What was typed in a form that is not there any more: somebody else was quicker. It can be read, and forgotten. */
function left(key, values) {
  const part = leftOver.content.cloneNode(true).firstElementChild;
  part.querySelector(".begun").textContent = Object.values(values).join("\n");
  part.querySelector("button").addEventListener("click", () => {
    drafts.delete(key);
    keep();
    part.remove();
    document.getElementById("hand-title").focus();
  });
  return part;
}

function keep() {
  offer();
  keepDrafts(KEPT, drafts); // where it is too much, the page is at least not left without a warning
}

/** Tell where something is not saved, each place a link to it, and have the browser ask before the page is left. */
function offer() {
  const places = [...new Set([...drafts.keys()].map(placeOf))].map((q) => [numberOf(q), q]);
  places.sort(([one], [other]) => one - other);
  window.onbeforeunload = places.length ? () => true : null;
  if (list.dataset.told === String(places)) return; // a link that has the focus stays
  list.dataset.told = String(places);
  list.hidden = !places.length;
  list.replaceChildren(...places.flatMap(([number, q], n) => [n ? ", " : "Not saved: ", link(number, q)]));
}

function numberOf(q) {
  return Number(document.getElementById(`q${q}`)?.dataset.number ?? Infinity); // the text comes last
}

function link(number, q) {
  const element = document.createElement("a");
  element.href = q ? `?q=${q}` : "#from-text";
  element.textContent = q ? `quotation ${number}` : "this text";
  if (q) element.dataset.q = q;
  return element;
}

/** After the desk's own listeners, which may change more of the form than was typed. */
document.addEventListener("input", ({ target }) => {
  if (!target.form?.matches("form.verb")) return;
  typed.add(target.form);
  remember(target.form);
});
document.addEventListener("focusin", ({ target }) => unseen.delete(target.form));
