// The words that scripts write on the page: the same file that the server's pages read.

import words from "../text/en.js";

/** The text of that key, with `{name}` replaced by each value; the key itself where the file has none. */
export function t(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** The text for that many: `key.one` or `key.other`, with `{n}` replaced. */
export function plural(key, n) {
  return t(`${key}.${n === 1 ? "one" : "other"}`, { n });
}
