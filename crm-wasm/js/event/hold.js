// The right of one page of a browser to read a queue: two would get each other's events, and go on with each other's work.

/** The locks of pages; elsewhere programs are on their own. */
const locks = () => globalThis.document && globalThis.navigator.locks;

/** Where a page's notes outlive it: nowhere where it cannot keep others from them. */
export function notes() {
  try {
    return locks() && globalThis.localStorage;
  } catch {
    // The browser's settings forbid it.
    return undefined;
  }
}

/**
 * Waits until no other page reads the same.
 *
 * @param granted is called when it is this one's turn
 * @returns the function that gives it up
 */
export function hold(key, granted) {
  const controller = new AbortController();
  const { signal } = controller;
  const keep = () => {
    granted();
    return new Promise((resolve) => signal.addEventListener("abort", resolve));
  };
  // Pages without an origin may not lock, and share nothing.
  if (locks())
    locks()
      .request(key, { signal }, keep)
      .catch(() => signal.aborted || keep());
  else keep();
  return () => controller.abort();
}
