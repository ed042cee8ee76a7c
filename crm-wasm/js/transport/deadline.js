// When work ends by itself: its time is up, its caller aborts it, or its portal is closed.

import { failed } from "../error.js";

/** What of an AbortSignal and its controller is needed here. Real ones cost more, and Node warns when many calls listen to one. */
export class Stop {
  aborted = false;
  #listeners = new Set();
  #leave;

  /** One that stops with a signal of the caller's, to which one listens for all. */
  static by(signal) {
    if (signal instanceof Stop) return signal;
    if (!followers.has(signal)) followers.set(signal, new Stop());
    const stop = followers.get(signal);
    stop.aborted ||= signal.aborted;
    if (!stop.#leave) {
      const abort = () => stop.abort();
      signal.addEventListener("abort", abort);
      stop.#leave = () => signal.removeEventListener("abort", abort);
    }
    return stop;
  }

  addEventListener(_, listener) {
    this.#listeners.add(listener);
  }

  removeEventListener(_, listener) {
    this.#listeners.delete(listener);
    if (this.#listeners.size) return;
    this.#leave?.();
    this.#leave = undefined;
  }

  /** @param why what those are told who wait */
  abort(why) {
    this.aborted = true;
    this.why = why;
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

const followers = new WeakMap();

/**
 * Does something within bounds: `limit` milliseconds (`Infinity` for no limit), or until one of the signals says so.
 *
 * @param work gets `{ signal, trace }`: a {@link Stop}, and the trace; gives a promise
 * @param trace what the portal may have got of a call: `{ now, earlier }`, by the request that is under way, and by one before
 */
export function within(limit, signals, work, trace = {}) {
  const deadline = { signal: new Stop(), trace };
  const stops = signals.filter(Boolean).map(Stop.by);
  return new Promise((resolve, reject) => {
    let timer;
    const ended = (settle) => (value) => {
      clearTimeout(timer);
      for (const signal of stops) signal.removeEventListener("", abort);
      settle(value);
    };
    const stop = (kind, text, facts) => {
      const { now, earlier } = deadline.trace;
      ended(reject)(failed(kind, text, { ...facts, outcome: now || earlier ? "unknown" : "rejected" }));
      deadline.signal.abort();
    };
    const abort = () => {
      const cause = signals.find((signal) => signal?.aborted)?.reason;
      const usual = `aborted by the caller${cause?.name === "TimeoutError" ? ", whose signal's time was up" : ""}`;
      stop("aborted", stops.find(({ why }) => why)?.why ?? usual, { cause });
    };
    for (const signal of stops) signal.addEventListener("", abort);
    if (stops.some(({ aborted }) => aborted)) return abort();
    const late = () => stop("timeout", `no answer within ${time(limit)}`, { retryable: true });
    if (limit < Infinity) timer = setTimeout(late, limit);
    try {
      work(deadline).then(ended(resolve), ended(reject));
    } catch (error) {
      ended(reject)(error);
    }
  });
}

/** What ends work that nobody waits for any more: its caller has heard why. */
export const GIVEN_UP = failed("aborted", "given up", { outcome: "rejected" });

/** Lets work go on while somebody waits for it. */
export function heed(signal) {
  if (signal.aborted) throw GIVEN_UP;
}

/**
 * Waits for something that its caller may give up.
 *
 * @param begin gets what ends the waiting, gives what takes it back
 */
export function waiting(signal, begin) {
  let abort;
  return new Promise((resolve, reject) => {
    const undo = begin(resolve);
    abort = () => {
      undo();
      reject(GIVEN_UP);
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
