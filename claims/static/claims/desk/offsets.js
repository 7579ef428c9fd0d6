// From what is selected in the article to offsets in the text it was made of.
//
// The text is counted in Unicode code points, JavaScript's strings in UTF-16 units: “🚤” is one of the former and two
// of the latter. Each block of the article holds nothing but the text's own characters, and knows where it starts.

export function codePoints(string) {
  let count = 0;
  for (const _ of string) count += 1;
  return count;
}

/** What is selected of the article: offsets in code points, half-open, and the words; null where nothing is. */
export function selected(article) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const parts = [...article.querySelectorAll("[data-start]")]
    .filter((block) => range.intersectsNode(block))
    .map((block) => partOf(block, range))
    .filter((part) => part.words.trim());
  if (!parts.length) return null;
  const first = trimmed(parts[0]);
  const last = trimmed(parts[parts.length - 1]);
  return { start: first.start, end: last.end, words: parts.map((part) => part.words.trim()).join("\n") };
}

/** The part of a block that a range covers. */
function partOf(block, range) {
  const part = document.createRange();
  part.selectNodeContents(block);
  const before = document.createRange();
  before.selectNodeContents(block);
  if (block.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (block.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  before.setEnd(part.startContainer, part.startOffset);
  const words = part.toString();
  const start = Number(block.dataset.start) + codePoints(before.toString());
  return { start, end: start + codePoints(words), words };
}

function trimmed({ start, end, words }) {
  return {
    start: start + codePoints(words) - codePoints(words.trimStart()),
    end: end - codePoints(words) + codePoints(words.trimEnd()),
  };
}
