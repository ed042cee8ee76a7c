// JSON as people read it: indented, its kinds of values told apart.

import { element } from "./elements.js";

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** A `pre` with the value; texts stay texts, whatever is in them. */
export function jsonBlock(value) {
  const block = element("pre", { className: "json", tabIndex: 0 });
  if (typeof value === "string") block.textContent = value;
  else block.append(...coloured(JSON.stringify(value, null, 2) ?? ""));
  return block;
}

function* coloured(text) {
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, string, colon] = match;
    yield text.slice(from, match.index);
    const kind = string === undefined ? "json-plain" : colon === undefined ? "json-text" : "json-key";
    yield element("span", { className: kind, textContent: string ?? whole });
    if (colon !== undefined) yield colon;
    from = match.index + whole.length;
  }
  yield text.slice(from);
}
