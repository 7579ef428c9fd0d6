// Talking to the server: fragments of the page come, forms go. Nothing here touches the page.

const IN_PLACE = { headers: { "X-In-Place": "desk" }, credentials: "same-origin" };

export class Refused extends Error {
  /** `form` is the form again with what is wrong with it, null where there is none; `overtaken`: somebody was quicker. */
  constructor(message, form = null, overtaken = false) {
    super(message);
    this.form = form;
    this.overtaken = overtaken;
  }
}

/** The first element of a fragment. */
export async function fragment(address) {
  return parsed(await (await answered(fetch(address, IN_PLACE))).text()).firstElementChild;
}

/** The whole of a fragment, to replace what an element holds. */
export async function fragments(address) {
  return parsed(await (await answered(fetch(address, IN_PLACE))).text());
}

/** Send a form; what it did. Throws Refused. */
export async function send(form) {
  const answer = await answered(fetch(form.action, { ...IN_PLACE, method: "POST", body: new FormData(form) }));
  const element = parsed(await answer.text()).firstElementChild;
  if (element.matches(".done")) return element;
  const told = [...element.querySelectorAll(".errorlist li")].map((error) => error.textContent).join(" ");
  throw new Refused(told || "This was not done.", element, "overtaken" in element.dataset);
}

async function answered(asked) {
  let answer;
  try {
    answer = await asked;
  } catch {
    throw new Refused("The server cannot be reached. Nothing has been changed.");
  }
  if (answer.redirected) throw new Refused("You are not logged in any more. Log in in this tab: it keeps what you wrote.");
  if (!answer.ok) {
    const why = parsed(await answer.text()).querySelector("[data-why]")?.textContent.trim();
    throw new Refused(`This was not done. ${why ?? `The server answered ${answer.status}.`}`);
  }
  return answer;
}

function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}
