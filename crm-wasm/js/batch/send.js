// Several commands in one request, and what came of each.

import { failureOf, opened } from "../answer.js";
import { engine, factsOf } from "../engine.js";
import { failed } from "../error.js";

/** Commands that the portal runs in one request. */
export const LENGTH = 50;

const LEFT_OUT = "the portal's answer to the batch leaves it out";

/** A request is as dangerous to repeat as the most dangerous of its commands. */
const DANGERS = ["create", "", "delete", "write", "read"];

/**
 * Sends commands in one request and gives what came of each, in their order: `{ value }` or `{ failure }`. One that was not run is
 * `skipped`, too.
 *
 * @param commands `{ row, name, effect, raw, query }`; one that `isGone()` when the request is made is left out
 * @param settings `methods` are those whose limits the request waits for: those of all commands, unless said
 */
export function sendTogether(link, commands, { halt = false, timeout, methods = namesOf(commands) }, deadline) {
  const request = {
    name: "batch",
    methods,
    effect: DANGERS.find((danger) => commands.some(({ effect = "" }) => effect === danger)),
    timeout,
    // Each attempt asks anew. What is no text is passed over by the portal and keeps its place.
    get body() {
      return JSON.stringify({ halt: Number(halt), cmd: commands.map((it) => (it.isGone?.() ? null : it.query)) });
    },
  };
  const read = (status, bytes, again) => {
    const rows = Int32Array.from(commands, ({ row, raw }) => row * 2 + Number(raw));
    const answer = opened(engine().__decode_batch(rows, status, bytes), status);
    return commands.map((command, key) => outcome(link, command, key, answer, again));
  };
  return link.exchange(request, read, deadline);
}

const namesOf = (commands) => [...new Set(commands.map(({ name }) => name))];

function outcome(link, { row, name, effect }, key, { value, total, next, error, operating }, again) {
  if (operating[key]) link.learn(name, ...operating[key]);
  if (error[key]) {
    const failure = failureOf(error[key], 200);
    const { kind, code } = failure.facts;
    if (/^operation_time/i.test(code)) link.exhausted(name);
    // Gone, as was asked: the attempt before may have done it.
    return again && effect === "delete" && kind === "notFound" ? { value: true } : { failure };
  }
  if (!(key in value)) return { skipped: true, failure: failed("protocol", LEFT_OUT, { outcome: "unknown" }) };
  // The rows of a page are in the answer, its numbers beside it.
  if (factsOf(row).list && key in total) value[key].total = total[key];
  if (factsOf(row).list && key in next) value[key].next = next[key];
  return { value: value[key] };
}
