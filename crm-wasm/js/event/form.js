// The body of a form as PHP reads it: data[FIELDS][ID]=5 is { data: { FIELDS: { ID: "5" } } }.
//
// A portal posts events to handlers in this way. The rules are those of PHP's own parse_str (php-src: main/php_variables.c), its
// limits included, so that a handler here sees what one in PHP would see.

/** PHP's max_input_vars: what follows is dropped. */
const VARIABLES = 1000;
/** PHP's max_input_nesting_level: a deeper variable is dropped whole. */
const LEVELS = 64;
/** The last position an array can have. */
const LAST = 2n ** 63n - 1n;

/** An array of PHP's: keys in the order of insertion, and the position that `[]` takes. */
class Branch extends Map {
  next = undefined;
}

/** Reads a body of type application/x-www-form-urlencoded. Every value is a string; what is no UTF-8 becomes U+FFFD. */
export function formOf(body) {
  const root = new Branch();
  const pairs = body.split("&").filter(Boolean);
  for (const pair of pairs.slice(0, VARIABLES)) {
    const [written] = pair.split("=", 1);
    // To PHP a name ends at its first NUL.
    const name = decoded(written).split("\0")[0].replace(/^ +/, "");
    const keys = keysOf(name);
    if (keys.length > LEVELS + 1) root.delete(keys[0]);
    else if (keys[0]) put(root, keys, decoded(pair.slice(written.length + 1)), name);
  }
  return membersOf(root);
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

// Neither decodeURIComponent, which throws at what is no UTF-8, nor URLSearchParams, which in Node mistakes a lone % before a letter
// outside ASCII.
function decoded(text) {
  const bytes = (run) => Uint8Array.from(run.slice(1).split("%"), (digits) => Number.parseInt(digits, 16));
  return text.replaceAll("+", " ").replace(/(?:%[\da-f]{2})+/gi, (run) => decoder.decode(bytes(run)));
}

/** A variable's name and the keys in its brackets; undefined for `[]`, the next free position. */
function keysOf(name) {
  const [open] = name.split("[", 1);
  // One white space alone is as nothing.
  const groups = name.slice(open.length).matchAll(/\[(?:[ \t-\r]?|([^\]]*))\]/gy);
  const keys = Array.from(groups, ([, key]) => key);
  // A bracket that is never closed is a letter of the name, if there was none that was.
  const first = open && !keys.length ? name : open;
  return [first.replace(/[ .[]/g, "_"), ...keys];
}

/** Puts a value where it belongs; what stood there is lost. */
function put(root, keys, value, name) {
  let branch = root;
  for (const [depth, given] of keys.entries()) {
    const key = given ?? String(branch.next ?? 0n);
    // Positions have run out.
    if (given === undefined && branch.has(key)) return;
    const isLast = depth === keys.length - 1;
    if (isLast && isDisguised(key, name)) return;
    if (!branch.has(key)) takePosition(branch, key);
    if (isLast) branch.set(key, value);
    else if (!(branch.get(key) instanceof Branch)) branch.set(key, new Branch());
    branch = branch.get(key);
  }
}

/** Whether a key looks like the name of a cookie that only a server may set, which the name as it was written does not. */
function isDisguised(key, name) {
  const [prefix] = /^__(?:Host|Secure)-/.exec(key) ?? [];
  return prefix !== undefined && !name.startsWith(prefix);
}

/** Moves the next free position behind a key that is one: digits as PHP writes an integer, `7` but not `07`. */
function takePosition(branch, key) {
  if (!/^(0|-?[1-9]\d*)$/.test(key)) return;
  const position = BigInt(key);
  if (position > LAST || position < -LAST - 1n) return;
  const after = position < LAST ? position + 1n : LAST;
  if (branch.next === undefined || after > branch.next) branch.next = after;
}

/** A list where the keys are 0, 1, 2 …, else an object. */
function plain(node) {
  if (!(node instanceof Branch)) return node;
  const isList = [...node.keys()].every((key, place) => key === String(place));
  return isList ? [...node.values()].map(plain) : membersOf(node);
}

function membersOf(branch) {
  return Object.fromEntries([...branch].map(([key, node]) => [key, plain(node)]));
}
