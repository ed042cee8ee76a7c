// References: what stands for a command's result, or a part of it, before there is one.
//
// A reference is a proxy: lead.COMPANY_ID and page.items[0] are references again. In a command's parameters it becomes a
// placeholder, a text that starts with NUL, which the engine lets pass at any place.

import { CrmError, invalid } from "../error.js";
import { tagOf } from "../snapshot.js";

/** What each reference stands for: `{ batch, command, path }`. */
const targets = new WeakMap();

/**
 * Makes a reference.
 *
 * @param target `{ batch, command, path }`: a command of the batch, and where in its result. `batch.placeholder(target)` gives
 *   the text that stands for it in parameters
 */
export function referTo(target) {
  const misuse = () => refuse(target, "has no value yet: pass it as a parameter, or return it");
  const get = (_, key) => {
    if (key === Symbol.toPrimitive) return misuse;
    if (key === "toJSON") return () => target.batch.placeholder(target);
    // `then` is how a promise is known, which it is not.
    return typeof key === "symbol" || key === "then" ? undefined : referTo({ ...target, path: [...target.path, key] });
  };
  // This is what is printed of it.
  const shown = { reference: nameOf(target) };
  const reference = new Proxy(shown, { get, set: misuse, has: misuse, ownKeys: misuse });
  targets.set(reference, target);
  return reference;
}

/** A copy of what was built, each reference replaced by what `resolve(command, path)` gives for it. */
export function filled(shape, batch, resolve, around = []) {
  const target = targets.get(shape);
  if (target) return target.batch === batch ? resolve(target.command, target.path) : foreign(target);
  if (around.includes(shape)) throw invalid([{ path: "build", message: "returns a value that holds itself" }]);
  if (tagOf(shape) === "Promise")
    throw invalid([{ path: "build", message: "returns a promise: use the functions of its parameter" }]);
  const part = (value) => filled(value, batch, resolve, [...around, shape]);
  if (Array.isArray(shape)) return shape.map(part);
  if (typeof shape !== "object" || shape === null || tagOf(shape) !== "Object") return shape;
  const members = Object.entries(shape).map(([name, member]) => [name, part(member)]);
  return Object.fromEntries(members);
}

/** Fails: a reference was used in another batch, or after its own was sent. */
export function foreign(target) {
  return refuse(target, "can only be used in its own batch, while that is built");
}

/** What a reference is called: `crmLeadList[2].items[0].ID`. */
export function nameOf({ command, path }) {
  return path.reduce((name, key) => name + (/^\d+$/.test(key) ? `[${key}]` : `.${key}`), command.label);
}

/** What is at a path in a value; undefined where there is nothing. Members of the value count, not what its prototype can do. */
export function at(value, path) {
  const step = (reached, key) =>
    typeof reached === "object" && reached !== null && Object.hasOwn(reached, key) ? reached[key] : undefined;
  return path.reduce(step, value);
}

function refuse(target, why) {
  throw new CrmError(`batch: the reference ${nameOf(target)} ${why}`, { kind: "validation" });
}
