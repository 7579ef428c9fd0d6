// What was typed and is not saved, as the browser keeps it while the tab is open: values of fields, by form.

/** What was kept under a name, as far as it can be read: a browser's storage is anybody's. */
export function readDrafts(name) {
  const isText = (value) => typeof value === "string";
  const isKept = ([key, values]) => isText(key) && values && Object.values(values).every(isText);
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "[]").filter(isKept);
  } catch {
    return [];
  }
}

export function keepDrafts(name, drafts) {
  try {
    if (drafts.size) sessionStorage.setItem(name, JSON.stringify([...drafts]));
    else sessionStorage.removeItem(name);
  } catch {
    // It is more than a browser keeps: it is there as long as the page is.
  }
}
