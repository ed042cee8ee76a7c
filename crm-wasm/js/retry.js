// Which failures are followed by another attempt, and after how long.

import { Failure } from "./error.js";

const ALL = ["read", "write", "delete", "create", ""];
/** What may be done twice: doing it again changes nothing more. A method that nobody declared may be a create. */
export const REPEATABLE = ["read", "write", "delete"];

/**
 * Which calls are sent again after which failure. What the portal refused before it did anything (`rejected`) is safe to send
 * again whatever it is; what it may have done (`unknown`) is not if that makes a second record. A failure without a row is final,
 * and so is one that another attempt cannot change.
 */
const RULES = {
  // Too many requests, operating time used up; an attempt before may have arrived.
  limit: { rejected: ALL, unknown: REPEATABLE },
  // Never sent: connection refused, name not found. Sent: connection lost, answer cut off.
  network: { rejected: ALL, unknown: REPEATABLE },
  // The time went by before it was sent, or after.
  timeout: { rejected: ALL, unknown: REPEATABLE, most: 2 },
  // 500 and above.
  server: { unknown: REPEATABLE },
  // A gateway's 429. A web page, half of a JSON text.
  protocol: { rejected: ALL, unknown: REPEATABLE },
};

/** Milliseconds that the pause before the second attempt is at most; it doubles with each, up to the longest. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/** How often a call is sent again, unless `connect` was told otherwise. */
export const RETRIES = 4;

/**
 * Milliseconds to wait before the next attempt; undefined when there is to be none. Any time up to the longest is as likely, so
 * that those who failed together do not come back together.
 *
 * @param attempt how many there were
 */
export function pauseAfter({ kind, outcome, retryable }, effect = "", attempt, retries) {
  const { most = retries, [outcome]: effects } = RULES[kind] ?? {};
  if (!retryable || !effects?.includes(effect) || attempt > Math.min(retries, most)) return undefined;
  return Math.random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1));
}

/**
 * A failure as its caller is to know it: final where calling again could do something twice.
 *
 * @param earlier whether an attempt before may have done it, whatever ended this one
 */
export function told(failure, effect, earlier) {
  if (!(failure instanceof Failure)) return failure;
  const known = earlier && effect !== "read" ? failure.but({ outcome: "unknown" }) : failure;
  const harmful = known.facts.outcome === "unknown" && !REPEATABLE.includes(effect);
  return harmful ? known.but({ retryable: false }) : known;
}

/** The codes of a record that is not there, of all that is not found. */
const MISSING = ["", "ERROR_CORE", "NOT_FOUND", "ERROR_NOT_FOUND"];

/** Whether a delete that fails like this finds its record gone. Refused commands have the status of their batch. */
export function isGone({ kind, status, code, description }, effect) {
  return (
    effect === "delete" &&
    kind === "notFound" &&
    [200, 400, 404].includes(status) &&
    MISSING.includes(code) &&
    !/owner/i.test(description)
  );
}
