// The way of a batch's commands to the portal, in as few requests as there can be.
//
// Commands keep their order. A request ends before a command that needs what is answered to it: the client puts the value in and
// checks it, because where there is none the portal puts in something else, which as an id is record 1. To the portal is left what
// it cannot mistake: the number of a record that was just created, as the id of another command of its family.

import { decode, reader } from "../answer.js";
import { TIMEOUT } from "../call.js";
import { Failure, failed, invalid } from "../error.js";
import { bounded } from "../options.js";
import { told } from "../retry.js";
import { within } from "../transport/deadline.js";
import { encodeWith } from "./build.js";
import { queryOf } from "./query.js";
import { at, nameOf } from "./reference.js";
import { LENGTH, sendTogether } from "./send.js";

/** Runs commands. Each gets a `value` or an `error`. */
export async function run(commands, link, { signal, timeout = TIMEOUT, halt = false }) {
  let stopped;
  const end = (command, { value, failure, cause }) => {
    command.done = true;
    command.value = value;
    if (!failure) return;
    command.error = noted(failure.toError(command.label, command.name, link.secrets), "cause", cause);
    if (halt) stopped ??= command;
  };
  const left = [...commands];
  while (left.length) {
    const wave = [];
    while (left.length && !isFull(wave)) {
      const [command] = left;
      const step = stopped ? notRun(stopped, "failed") : prepared(command, wave);
      // What stops the batch has to wait for those before it: one of them may stop it first.
      if (!step || (step.failure && halt && wave.length)) break;
      if (step.failure) end(command, step);
      else wave.push(Object.assign(command, step));
      left.shift();
    }
    const outcomes = wave.length ? await send(link, wave, { signal, timeout: bounded(timeout), halt }) : [];
    const again = halt ? [] : refused(link, wave, outcomes);
    wave.forEach((command, key) => again.includes(command) || end(command, meant(command, key, outcomes, stopped)));
    left.unshift(...again);
  }
}

/**
 * Those of a request that are sent again because the portal refused them before it did anything. Their place in the order is kept:
 * nothing was done after them, or they read and so does what was.
 */
function refused(link, wave, outcomes) {
  const again = [];
  const done = [];
  for (const [key, command] of [...wave.entries()].reverse()) {
    const { effect, attempt = 1 } = command;
    const { failure, final } = outcomes[key];
    const isInPlace = !done.length || [effect, ...done].every((it) => it === "read");
    const isRefused = isInPlace && !final && failure?.facts.outcome === "rejected";
    command.wait = isRefused ? link.again(failure.facts, effect, attempt) : undefined;
    command.attempt = attempt + 1;
    if (command.wait === undefined) done.push(effect);
    else again.unshift(command);
  }
  return again;
}

/** An error with a fact that is not printed with it. */
export function noted(error, name, value) {
  return value ? Object.defineProperty(error, name, { value, configurable: true }) : error;
}

/** What goes by itself closes a wave. */
const isFull = (wave) => wave.length === LENGTH || (wave.length > 0 && !wave.at(-1).query);

/** What a command is sent as after those of the wave, or why it is not; nothing while it has to wait for their answers. */
function prepared(command, wave) {
  const served = command.needs.filter((need) => isServed(command, need, wave));
  const own = command.needs.filter((need) => !served.includes(need));
  if (own.some((need) => !need.command.done)) return undefined;
  const broken = own.find((need) => need.command.error);
  if (broken) return notRun(broken.command, "has no value", nameOf(broken));
  try {
    return packed(command, served, wave);
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    const from = own.map(nameOf).join(", ");
    return {
      failure: invalid(failure.facts.problems.map(({ path, message }) => ({ path, message: `${message} (${from})` }))),
    };
  }
}

function packed(command, served, wave) {
  const { name, needs } = command;
  const body = needs.length
    ? encodeWith(command, (need) => (served.includes(need) ? undefined : valueOf(command, need)))
    : command.body;
  const params = JSON.parse(body);
  // Within a text the portal puts numbers only: 07 is 7. Anything else leaves the text as it is, which counts as 0, and no record
  // has that.
  const ids = served.map(
    ({ parameter, command: { place } }) => delete params[parameter] && `${parameter}=0$result[${place}]`,
  );
  const query = queryOf(name, params, ids);
  if (!query && wave.length) return undefined;
  return { body, query, place: wave.length, served: served.map((need) => need.command) };
}

/** Whether the portal can be left to put the value in. */
function isServed({ row, name }, { command, path, parameter }, wave) {
  const family = command.name.slice(0, command.name.lastIndexOf(".") + 1);
  return (
    wave.includes(command) &&
    row >= 0 &&
    name.startsWith(family) &&
    /^id$/i.test(parameter) &&
    !path.length &&
    command.effect === "create" &&
    givesNumber(command.row)
  );
}

/** Whether a method's result is a number, and no object that holds one: the digits of an answer become one. */
function givesNumber(row) {
  return decode(row, 200, '{"result":"7"}', false) === 7;
}

/** The JSON of what a reference stands for. */
function valueOf({ row }, need) {
  const value = at(need.command.value, need.path);
  // Null would be as if the parameter were left out, and a list of nothing to set clears what is there.
  if (value !== undefined && (value !== null || (row >= 0 && !need.parameter))) return JSON.stringify(value);
  const path = ["params", need.parameter].filter(Boolean).join(".");
  throw invalid([{ path, message: `is ${value === null ? "null" : "missing"}` }]);
}

/** What came of each; what ended the whole request is `final`, for that was sent again as any. */
async function send(link, wave, { signal, timeout, halt }) {
  const trace = {};
  const work = async (deadline) => {
    const wait = Math.max(...wave.map((command) => command.wait ?? 0));
    if (wait) await link.rest("batch", wait, deadline.signal);
    if (wave.length > 1) return sendTogether(link, wave, { halt, timeout }, deadline);
    const [command] = wave;
    return [{ value: await link.exchange({ ...command, timeout }, reader(link, command), deadline) }];
  };
  try {
    return await within(Infinity, [signal, link.closed], work, trace);
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    return wave.map(({ effect }) => ({ failure: told(failure, effect, trace.earlier), final: true }));
  }
}

/** What an outcome means to a command: after a failure it may be no more than what follows from that. */
function meant({ served }, key, outcomes, stopped) {
  const outcome = outcomes[key];
  const broken = served.find(({ error }) => error);
  // The failure of the whole request is everyone's own.
  if (broken && outcome.failure && !outcome.final) return notRun(broken, "has no value");
  return outcome.skipped && stopped ? notRun(stopped, "failed") : outcome;
}

/** The failure of a command that another one's failure keeps from being run. */
function notRun({ label, error }, why, name = label) {
  const { kind, retryable } = error;
  return { failure: failed(kind, `not run, because ${name} ${why}`, { retryable }), cause: error };
}
