// The form of a record: what was sent in vain, since the session was over, is there again after the login. Nothing is kept
// before it is sent, for what the form shows is held to be the record's.

export const RECORD = "#content-main form[id$='_form']";
const AGAIN = "What you had changed is in the form again. It is not saved yet.";
const NEVER = /^(file|submit|hidden|password)$/;

/** The fields that the person set to another value than the record's. */
export function changedIn(form) {
  const changed = {};
  for (const field of form.elements) {
    if (!field.name || NEVER.test(field.type)) continue;
    if (/^(checkbox|radio)$/.test(field.type)) {
      if (field.checked !== field.defaultChecked) changed[field.name] = String(field.checked);
    } else if (field.options) {
      if ([...field.options].some((one) => one.selected !== one.defaultSelected)) changed[field.name] = field.value;
    } else if (field.value !== field.defaultValue) changed[field.name] = field.value;
  }
  return changed;
}

/** Put them into the form of this page, and say so; a page that tells what it refused has them already. */
export function fillInAgain(changed) {
  const form = document.querySelector(RECORD);
  if (!form || document.querySelector(".errornote")) return;
  const fields = [...form.elements].filter(({ name, type }) => name in changed && !NEVER.test(type));
  for (const field of fields) {
    if (/^(checkbox|radio)$/.test(field.type)) field.checked = changed[field.name] === "true";
    else field.value = changed[field.name];
  }
  if (fields.length) tellAbove(form);
}

function tellAbove(form) {
  const told = document.createElement("ul");
  told.className = "messagelist";
  told.append(Object.assign(document.createElement("li"), { className: "warning", textContent: AGAIN }));
  form.before(told);
  const details = form.closest("details");
  if (details) details.open = true;
}
