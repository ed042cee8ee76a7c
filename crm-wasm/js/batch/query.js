// A call as a command of a batch: crm.lead.get?id=7, which PHP takes apart again.
//
// What comes out there must be what went in. Text and numbers arrive as text, which the portal casts as it does with JSON; what a
// query string cannot say exactly is no command and goes by itself.

/** What the portal may take for a reference to another command's result: it knows no escape. */
const REFERENCE = /\$(result|next|total|time|error)/i;

/** Methods that no batch may hold, and names of which a batch keeps a suffix that an address loses. */
const OUTSIDER = /^(batch|download|upload)$|\.(json|xml)$/i;

/** Keys that stay what they are between brackets. PHP numbers an empty one anew and drops what looks like a cookie of a server. */
const KEY = /^(?!\s|__(Host|Secure)-)[^\]\0]+$/;

/** What PHP would make an underscore, in the name before the brackets. */
const CHANGED = /[\s.[]/;

/** PHP's max_input_vars: what follows is dropped. */
const VARIABLES = 1000;

/** PHP drops what is nested deeper than 64. */
const LEVELS = 60;

/** Characters of a command that is worth packing; a file's content is larger by half in a query string. */
const LONGEST = 100_000;

/**
 * A call as the text of a command; undefined for one that a batch cannot carry as it is.
 *
 * @param pairs what the query begins with
 */
export function queryOf(name, params, pairs = []) {
  const exact = ([key, value]) => KEY.test(key) && !CHANGED.test(key) && say(value, encodeURIComponent(key), pairs, 0);
  try {
    if (OUTSIDER.test(name) || !Object.entries(params).every(exact)) return undefined;
  } catch {
    // Half of a character: UTF-8 has no bytes for it.
    return undefined;
  }
  const query = pairs.length ? `${name}?${pairs.join("&")}` : name;
  return query.length > LONGEST ? undefined : query;
}

/** Adds a value's pairs; false when they would say something else. */
function say(value, name, pairs, level) {
  if (value === null || typeof value === "boolean") return false;
  if (typeof value === "object") {
    const members = Object.entries(value);
    const exact = ([key, member]) =>
      KEY.test(key) && say(member, `${name}[${encodeURIComponent(key)}]`, pairs, level + 1);
    return members.length > 0 && level < LEVELS && members.every(exact);
  }
  pairs.push(`${name}=${encodeURIComponent(value)}`);
  return pairs.length <= VARIABLES && !REFERENCE.test(value);
}
