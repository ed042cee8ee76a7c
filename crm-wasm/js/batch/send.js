// Several commands in one request, and what came of each.

import { decodeBatch } from "../answer.js";
import { failed } from "../error.js";
import { isGone, told } from "../retry.js";

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
  const learn = ({ name }, ...cost) => link.learn(name, ...cost);
  const read = (status, bytes, again) =>
    decodeBatch(commands, status, bytes, learn).map((outcome, key) => judged(link, commands[key], outcome, again));
  return link.exchange(request, read, deadline);
}

const namesOf = (commands) => [...new Set(commands.map(({ name }) => name))];

function judged(link, { name, effect }, outcome, again) {
  const { failure } = outcome;
  if ("value" in outcome) return outcome;
  if (!failure) {
    const leftOut = failed("protocol", LEFT_OUT, { outcome: "unknown", retryable: true });
    // What the attempt before may have done is not known of what this one did not do.
    return { skipped: !again || effect === "read", failure: told(leftOut, effect) };
  }
  if (/^operation_time/i.test(failure.facts.code)) link.exhausted(name);
  // Gone, as was asked.
  if (again && isGone(failure.facts, effect)) return { value: true };
  return { failure: told(failure, effect, again) };
}
