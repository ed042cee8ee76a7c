// What a page has of an event's queue: the right to read it, and a note about what is in work.

const memory = new Map();
const tails = new Map();

/** Where notes outlive the page; where that is not possible, those of this process. */
export function notes() {
  try {
    // Elsewhere a localStorage may be there that nobody has asked for.
    if (globalThis.document) return globalThis.localStorage;
  } catch {
    // The browser's settings forbid it.
  }
  return { getItem: (key) => memory.get(key), setItem: (key, text) => memory.set(key, text) };
}

/**
 * Waits until no other page of this browser, or client of this process, reads the same: they would get each other's events.
 *
 * @param granted is called when it is this one's turn
 * @returns the function that gives it up
 */
export function hold(key, granted) {
  const controller = new AbortController();
  let release = () => controller.abort();
  const keep = () =>
    new Promise((resolve) => {
      release = resolve;
      granted();
    });
  const { locks = { request: inTurn } } = globalThis.navigator ?? {};
  // Pages without an origin may not lock, and share nothing.
  locks.request(key, { signal: controller.signal }, keep).catch(() => controller.signal.aborted || keep());
  return () => release();
}

/** The same for one process where there are no locks. */
function inTurn(key, { signal }, keep) {
  const turn = (tails.get(key) ?? Promise.resolve()).then(() => signal.aborted || keep());
  tails.set(key, turn);
  return turn;
}
