// JSON of others, which may be anything.

/** The value of a text; undefined where it is no JSON. */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
