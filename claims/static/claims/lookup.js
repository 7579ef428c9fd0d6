// Offers the records that fit while one types. Without it the fields work as well: the server finds the record.
"use strict";

document.addEventListener("input", (event) => {
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || !field.dataset.lookup) return;
  clearTimeout(field.waiting);
  field.waiting = setTimeout(() => offer(field), 200);
});

async function offer(field) {
  const typed = field.value.trim();
  // What was chosen from the list ends with its key in brackets: there is nothing left to offer.
  if (typed.length < 2 || typed.endsWith("]")) return;
  const answer = await fetch(`${field.dataset.lookup}?q=${encodeURIComponent(typed)}`);
  if (!answer.ok || field.value.trim() !== typed) return;
  const { offered } = await answer.json();
  field.list.replaceChildren(...offered.map((label) => new Option("", label)));
}
