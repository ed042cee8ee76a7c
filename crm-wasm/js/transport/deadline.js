// When a call ends by itself: its time is up, its caller aborts it, or its portal is closed.

import { Failure } from "../error.js";

/** The bounds of one call. Whoever makes one ends it. */
export class Deadline {
  #controller = new AbortController();
  #stopped;
  #stop;
  #timer;
  #signals;
  #abort = () => this.#stop(this.#failure("aborted", "aborted by the caller", false));

  /** Whether the portal may have got what was sent. */
  sent = false;

  /** Starts the clock: `after` milliseconds, `Infinity` for no limit, or when one of the signals says so. */
  constructor(after, signals) {
    this.#stopped = new Promise((_, reject) => {
      this.#stop = (failure) => {
        reject(failure);
        this.#controller.abort();
      };
    });
    // Heard by whoever waits; when nobody does, nobody misses it.
    this.#stopped.catch(() => {});
    if (after !== Infinity) {
      this.#timer = setTimeout(() => this.#stop(this.#failure("timeout", `no answer within ${time(after)}`, true)), after);
    }
    this.#signals = signals.filter(Boolean);
    for (const signal of this.#signals) {
      if (signal.aborted) this.#abort();
      else signal.addEventListener("abort", this.#abort);
    }
  }

  /** What `fetch` takes to be stopped as well. */
  get signal() {
    return this.#controller.signal;
  }

  /** Waits for a promise, unless it is stopped before. */
  until(promise) {
    return Promise.race([this.#stopped, promise]);
  }

  /** Takes the timer and the listeners away. */
  end() {
    clearTimeout(this.#timer);
    for (const signal of this.#signals) signal.removeEventListener("abort", this.#abort);
  }

  #failure(kind, text, retryable) {
    return new Failure(kind, text, { retryable, outcome: this.sent ? "unknown" : "rejected" });
  }
}

/** Does something within bounds. */
export async function within(after, signals, work) {
  const deadline = new Deadline(after, signals);
  try {
    return await deadline.until(work(deadline));
  } finally {
    deadline.end();
  }
}

/** A time as people read it. */
export function time(milliseconds) {
  return milliseconds % 1000 ? `${milliseconds} ms` : `${milliseconds / 1000} s`;
}
