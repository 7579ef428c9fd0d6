// The desk without page loads. Without this script its links and forms work as well, each with a page of its own.

import { submit } from "./acting.js";
import { act, listen } from "./keys.js";
import { watch } from "./selecting.js";
import { putBack } from "./unsaved.js";
import { prefetch, reveal, show, uncover } from "./walking.js";

const desk = document.getElementById("desk");

desk.addEventListener("submit", (event) => {
  if (event.target.method !== "post") return; // the list of keys closes by itself
  event.preventDefault();
  submit(event.target);
});

desk.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (button) act(button.dataset.act);
  const link = event.target.closest("a[data-q]");
  // With a key held down a link opens elsewhere, as everywhere.
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    show(link.dataset.q);
  }
  const mark = event.target.closest("#article mark[data-q]");
  if (mark && document.getSelection().isCollapsed) show(mark.dataset.q.split(" ").pop());
});

uncover(desk);
reveal();
for (const part of desk.querySelectorAll(".hand, #from-text")) putBack(part);
listen();
watch();
prefetch();
