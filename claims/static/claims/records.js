// The form of a record: what was sent in vain, since the session was over, is sent again after the login, to be shown in the
// form with its rows and not saved. Nothing is kept before it is sent, for what the form shows is held to be the record's.

const FORM = "#content-main form:has([name='resumed'])";
const NEVER = new Set(["csrfmiddlewaretoken", "resumed"]);

export const isRecord = (form) => form.matches(FORM);

/** Every field of the form, as a text. */
export function sentOf(form) {
  const isSent = ([name, value]) => typeof value === "string" && !NEVER.has(name);
  return JSON.stringify([...new FormData(form)].filter(isSent));
}

/** Have the server show the form with what was sent; a page that tells what it refused has it already. */
export function resume(sent) {
  const held = document.querySelector(FORM);
  if (!held || document.querySelector(".errornote")) return;
  const form = Object.assign(document.createElement("form"), { method: "post", hidden: true });
  for (const [name, value] of [...entries(sent), ["resumed", "yes"], ["csrfmiddlewaretoken", token(held)]]) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  document.body.append(form);
  form.submit();
}

const token = (form) => form.elements.csrfmiddlewaretoken.value;

function entries(sent) {
  try {
    const read = JSON.parse(sent);
    return Array.isArray(read) ? read.filter(Array.isArray) : [];
  } catch {
    return [];
  }
}
