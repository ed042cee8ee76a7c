// A call from its function to its promise's value.

import { reader } from "./answer.js";
import { engine, factsOf, methodOf } from "./engine.js";
import { invalid, reported } from "./error.js";
import { bounded, checks, read } from "./options.js";
import { isPortal, linkOf, notConnected } from "./portal.js";
import { Snapshot } from "./snapshot.js";
import { within } from "./transport/deadline.js";

/** The portal gives up after 60 seconds; a little more, so that its own answer is heard. */
export const TIMEOUT = 65_000;

export const OPTIONS = {
  client: (value) => !isPortal(value) && "is not a portal that connect() gave",
  signal: checks.signal,
  timeout: checks.timeout,
  raw: checks.raw,
};

/** The function of a method, by the function's own name. What each does is its row in the tables. */
export function method(label) {
  return (params, options) => run(...methodOf(label), label, params, options);
}

/** Calls a method by the wire's name; one that nobody declared takes and gives everything as it is. */
export function call(name, params, options) {
  return named(run, name, params, options);
}

/** Does what `run` does, or its like, for a method by its wire's name. */
export function named(work, name, params, options) {
  if (typeof name === "string" && /^[\w.]+$/.test(name))
    return work(engine(name).__row(name), name, name, params, options);
  const message = "is not the name of a method, as crm.lead.get is";
  return work(-1, "", "call", params, options, [{ path: "name", message }]);
}

/**
 * Calls a method.
 *
 * @param row the method's number, -1 for a method that nobody declared
 * @param label the name its caller knows
 */
export function run(row, name, label, params, options, problems = []) {
  engine(label);
  // Read at once, so that what the caller changes later does not count.
  const { client, signal, timeout = TIMEOUT, raw = false } = read(options, "options", OPTIONS, problems);
  const snapshot = parameters(params, problems);
  const link = linkOf(client);
  return reported(
    label,
    name,
    () => link?.secrets ?? [],
    () =>
      within(Infinity, [signal, link?.closed], async (deadline) => {
        const body = encode(row, await snapshot.text(), problems);
        if (!link) throw notConnected();
        const request = { row, name, label, body, effect: factsOf(row).effect, raw, timeout: bounded(timeout) };
        return link.call(request, reader(link, request), deadline);
      }),
  );
}

/** Left out, parameters are an empty object. */
export function parameters(params, problems) {
  const wrong = typeof (params ?? {}) !== "object" || Array.isArray(params);
  if (wrong) problems.push({ path: "params", message: "is not an object" });
  return new Snapshot(wrong ? {} : (params ?? {}), "params", problems);
}

/** The parameters as the portal takes them, or everything that is wrong with them. */
export function encode(row, text, problems) {
  const { body, found } = encoded(row, text);
  // Where JSON could not say a value stands a null: what is said about that is no news.
  const news = found.filter(({ path }) => !problems.some((known) => isWithin(path, known.path)));
  const all = [...problems, ...news];
  if (all.length) throw invalid(all);
  return body;
}

/** Whether a path is another or below it: `params.rows[1].PRICE` is below `params.rows[1]`, `params.rows[10]` is not. */
function isWithin(path, other) {
  return path.startsWith(other) && [undefined, ".", "["].includes(path[other.length]);
}

/** What no user's text holds: placeholders start with NUL and this, and the engine lets them pass wherever they stand. */
export const MARK = Math.random().toString(36).slice(2);

/** A text in JSON that starts with NUL and is no placeholder. */
const NUL = '"\\u0000';
const INTRUDER = new RegExp(`[^\\\\]"\\\\u0000(?!${MARK})`);

function encoded(row, text) {
  // With toJSON an object can make itself something else.
  if (!text.startsWith("{")) return { found: [{ path: "params", message: "is not an object" }] };
  if (row < 0) return { body: text, found: [] };
  // Most have none, which is found out sooner like this.
  if (text.includes(NUL) && INTRUDER.test(text))
    return { found: [{ path: "params", message: "hold a text that starts with a NUL character" }] };
  const body = engine().__encode(row, text);
  // A body is an object, problems are a list.
  return body.startsWith("[") ? { found: JSON.parse(body) } : { body, found: [] };
}
