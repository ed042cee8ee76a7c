// What a batch is built with: the methods under their functions' names. Each adds a command and gives a reference to its result.

import { MARK, encode, named, parameters } from "../call.js";
import { factsOf, methodsFor } from "../engine.js";
import { Failure, invalid } from "../error.js";
import { checks, read } from "../options.js";
import { foreign, referTo } from "./reference.js";

/** A placeholder in JSON, and its number. */
const PLACEHOLDER = new RegExp(`"\\\\u0000${MARK}:(\\d+)"`, "g");

const WITHIN_TEXT = { path: "params", message: "hold a reference within a text: it has no value yet" };

/** The batch that is being built. */
let current;

/**
 * Calls what builds a batch. Gives what it returned, and the commands in the order in which they were added.
 *
 * A command is `{ row, name, label, effect, raw }`; {@link check} adds `text`, its parameters as JSON, `body`, the same as the
 * portal takes them, and `needs`, the references that stand in them as placeholders.
 */
export function record(build) {
  const commands = [];
  const placed = [];
  const batch = {
    commands,
    placed,
    placeholder: (target) => (current === batch ? `\0${MARK}:${placed.push(target) - 1}` : foreign(target)),
  };
  const add = (row, name, label, params, options, problems = []) => {
    const target = { batch, command: { row, name, label: `${label}[${commands.length}]`, problems }, path: [] };
    if (current !== batch) foreign(target);
    const { command } = target;
    ({ raw: command.raw = false } = read(options, "options", { raw: checks.raw }, problems));
    command.effect = factsOf(row).effect;
    command.snapshot = parameters(params, problems);
    commands.push(command);
    return referTo(target);
  };
  const outer = current;
  current = batch;
  try {
    batch.shape = build(builder(add));
  } finally {
    current = outer;
  }
  return batch;
}

/** The object that is passed to what builds a batch: a function for every method, and `call`. */
function builder(add) {
  const methods = methodsFor();
  const get = (_, label) => {
    if (label === "call") return (...args) => named(add, ...args);
    const found = methods.get(label);
    return found && ((params, options) => add(...found, label, params, options));
  };
  return new Proxy({}, { get });
}

/** Reads the files of the commands and checks all parameters; everything that is wrong with them is one failure. */
export async function check({ placed, commands }) {
  const wrong = [];
  for (const command of commands) {
    try {
      command.text = await command.snapshot.text();
      // In a text of the user's own, JSON perhaps.
      if (command.text.replace(PLACEHOLDER, "").includes(MARK)) command.problems.push(WITHIN_TEXT);
      command.needs = needsOf(command.text, placed);
      command.body = encode(command.row, command.text, command.problems);
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      const { problems } = failure.facts;
      wrong.push(...problems.map(({ path, message }) => ({ path: `${command.label}.${path}`, message })));
    }
  }
  if (wrong.length) throw invalid(wrong);
}

/** The references in parameters, in their order; `parameter` is the name of one that a reference is all of. */
function needsOf(text, placed) {
  const found = [...text.matchAll(PLACEHOLDER)];
  const params = found.length && JSON.parse(text);
  return found.map(([written, number]) => {
    const parameter = Object.keys(params).find((name) => params[name] === JSON.parse(written));
    return { ...placed[number], parameter };
  });
}

/** A command's parameters with values in the place of placeholders, as the portal takes them. */
export function encodeWith({ row, text, needs }, valueOf) {
  const left = [...needs];
  return encode(
    row,
    text.replace(PLACEHOLDER, (written) => valueOf(left.shift()) ?? written),
    [],
  );
}
