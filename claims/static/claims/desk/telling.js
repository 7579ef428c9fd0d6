// What a person is told: what was done, what was refused, and the way to undo it.

const told = document.getElementById("told");
const refused = document.getElementById("refused");
const undo = document.getElementById("undo");
const done = [...undo.querySelectorAll("form")]; // at first what was decided before the page came; the last is the last

export function tell(message) {
  refused.textContent = "";
  told.textContent = message;
}

/** Whether these words are the last that were told. */
export function wasTold(words) {
  return told.textContent.endsWith(words);
}

export function complain(message) {
  refused.textContent = message;
}

/** Remember the form that takes back what was done; null where nothing does. */
export function canUndo(form) {
  if (form) done.push(form);
  offer();
}

/** The form that takes back the last thing done. */
export function lastDone() {
  return done[done.length - 1] ?? null;
}

/** What was done last is taken back, or cannot be any more. */
export function undone() {
  done.pop();
  offer();
}

function offer() {
  const form = lastDone();
  undo.hidden = !form;
  undo.replaceChildren(...(form ? [form] : []));
  const button = form?.querySelector("button");
  if (button) {
    const key = document.createElement("kbd");
    key.textContent = "u";
    const what = form.dataset.takesBack; // what was done before the page came is no longer told beside the button
    button.replaceChildren(what ? `Undo: ${what} ` : "Undo ", key);
    button.className = "button plain";
  }
}

offer();
