// When work ends by itself: its time is up, its caller aborts it, or its portal is closed.

import { failed } from "../error.js";

/** What of an AbortSignal and its controller is needed here. Real ones cost more, and Node warns when many calls listen to one. */
export class Stop {
  aborted = false;
  #listeners = new Set();

  addEventListener(_, listener) {
    this.#listeners.add(listener);
  }

  removeEventListener(_, listener) {
    this.#listeners.delete(listener);
  }

  abort() {
    this.aborted = true;
    for (const listener of this.#listeners) listener();
  }

  /** The same for `fetch`, which takes no other. */
  get real() {
    const controller = new AbortController();
    const abort = () => controller.abort();
    if (this.aborted) abort();
    this.addEventListener("", abort);
    return controller.signal;
  }
}

/**
 * Does something within bounds: `after` milliseconds (`Infinity` for no limit), or until one of the signals says so.
 *
 * @param work gets `{ signal, sent }`: a {@link Stop}, and whether the portal may have got what was sent; gives a promise
 */
export async function within(after, signals, work) {
  const deadline = { signal: new Stop(), sent: false };
  let abort;
  let timer;
  try {
    return await new Promise((resolve, reject) => {
      const stop = (kind, text, retryable) => {
        reject(failed(kind, text, { retryable, outcome: deadline.sent ? "unknown" : "rejected" }));
        deadline.signal.abort();
      };
      abort = () => stop("aborted", "aborted by the caller", false);
      for (const signal of signals) {
        if (signal?.aborted) return abort();
        signal?.addEventListener("abort", abort);
      }
      if (after < Infinity) timer = setTimeout(() => stop("timeout", `no answer within ${time(after)}`, true), after);
      work(deadline).then(resolve, reject);
    });
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
