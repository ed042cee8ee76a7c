// When work ends by itself: its time is up, its caller aborts it, or its portal is closed.

import { failed } from "../error.js";

/**
 * Does something within bounds: `after` milliseconds (`Infinity` for no limit), or until one of the signals says so.
 *
 * @param work gets `{ signal, sent }`: what stops a `fetch` as well, and whether the portal may have got what was sent
 */
export async function within(after, signals, work) {
  const controller = new AbortController();
  const deadline = { signal: controller.signal, sent: false };
  let stop;
  const stopped = new Promise((_, reject) => {
    stop = (kind, text, retryable) => {
      reject(failed(kind, text, { retryable, outcome: deadline.sent ? "unknown" : "rejected" }));
      controller.abort();
    };
  });
  const abort = () => stop("aborted", "aborted by the caller", false);
  const timer =
    after === Infinity ? undefined : setTimeout(() => stop("timeout", `no answer within ${time(after)}`, true), after);
  for (const signal of signals) {
    if (signal?.aborted) abort();
    signal?.addEventListener("abort", abort);
  }
  try {
    return await (deadline.signal.aborted ? stopped : Promise.race([stopped, work(deadline)]));
  } finally {
    clearTimeout(timer);
    for (const signal of signals) signal?.removeEventListener("abort", abort);
  }
}

/**
 * Waits for something that its caller may give up: a rejection with nothing then, for the caller has its own reason.
 *
 * @param begin gets what ends the waiting, gives what takes it back
 */
export function waiting(signal, begin) {
  let abort;
  return new Promise((resolve, reject) => {
    const undo = begin(resolve);
    abort = () => {
      undo();
      reject();
    };
    signal.addEventListener("abort", abort);
  }).finally(() => signal.removeEventListener("abort", abort));
}

/** Lets time go by. */
export function pause(milliseconds, signal) {
  return waiting(signal, (resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    return () => clearTimeout(timer);
  });
}

/** A time as people read it. */
export function time(milliseconds) {
  return milliseconds % 1000 ? `${milliseconds} ms` : `${milliseconds / 1000} s`;
}
